import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { sayGap } from './cost-gap.ts';
import { cases, lossReasons } from './words.ts';

/** The word for the line that makes somebody a loss maker. */
const reasonOf = (code: string): string => lossReasons[code] ?? code.replaceAll('_', ' ');

/** How profit and revenue are spread over customers, who loses and why, and who is to be kept. */
export const spread = (f: Format): Messages['spread'] => {
  const orderOf = (knowsGone: boolean): string =>
    knowsGone
      ? 'Hurrenkera honek zehazten du: oraingo balioa × etorkizuneko balioa × arriskua. Arriskua joateko probabilitatea bider geratzekoa da: seguru joan dena ezin da atxiki, eta ez da harengan ezer gastatu behar.'
      : 'Hurrenkera honek zehazten du: oraingo balioa × etorkizuneko balioa × arriskua. Arriskua joateko probabilitatea da.';
  return {
    reasonOf,
    figures: 'Erakutsi zifrak',
    gap: (gap) => sayGap(gap, f),
    deciles: 'Irabazia bezeroen dezilka',
    decilesSentence: (profit, best, worst) =>
      profit > 0
        ? phrase`Dezil errentagarrienak ${figure(f.money(best))} ekartzen ditu, irabaziaren ${figure(f.share(best / profit))}; azken dezilak ${figure(f.money(Math.abs(worst)))} ${worst < 0 ? 'kentzen' : 'ekartzen'} ditu.`
        : phrase`Dezil errentagarrienak ${figure(f.money(best))} ekartzen ditu; azken dezilak ${figure(f.money(-worst))} kentzen ditu, eta ez da irabazirik geratzen.`,
    decile: 'Dezila',
    customers: 'Bezeroak',
    from: 'Nondik',
    to: 'Nora',
    lorenz: 'Zein desberdin banatzen diren diru-sarrerak bezeroen artean',
    lorenzSentence: (gini, top) =>
      phrase`Bezeroen dezil onenak diru-sarrera garbien ${figure(f.share(top))} ekartzen du. Gini koefizientea ${figure(f.fixed(gini, 3))} da: 0 denek berdin ekartzea litzateke; ia 1, batek dena ekartzea.`,
    below: (count) =>
      phrase`${figure(f.count(count, cases.customerErgative))} erosi baino gehiago itzuli ${f.plural(count, cases.have)}; hemen 0 gisa zenbatzen dira.`,
    lorenzX: 'Bezeroak, gutxien ekartzen dutenetatik hasita',
    lorenzY: 'Diru-sarrera garbien kuota',
    equal: 'Denek berdin',
    curve: 'Bezero hauek',
    makers: 'Zergatik ez diren errentagarriak',
    makersNone: phrase`Ez dago ekartzen duena baino gehiago kostatzen den bezerorik.`,
    makersSentence: (reason, customers, all, loss) =>
      phrase`${figure(f.count(all, cases.lossMakerPartitive))} ${figure(f.count(customers, cases.customerErgative))} lerro honengatik galtzen ${f.plural(customers, cases.have)} gehien: ${named(reasonOf(reason).toLowerCase())}. Haien galera, guztira: ${figure(f.money(-loss))}. Lerroa da haien diru-sarreretarako ohikoa dena gehien gainditzen duena.`,
    reason: 'Lerroa',
    loss: 'Galera',
    excess: 'Ohikoaren gainetik',
    worst: 'Galerarik handienak',
    customer: 'Bezeroa',
    orders: 'Eskaerak',
    why: 'Zergatik',
    whySentence: (reason, amount, usual, left) => {
      if (reason === 'all_costs')
        return 'Lerro batek ere ez du ohikoa gainditzen: ohiko kostuak dira ekartzen duena baino handiagoak.';
      const then =
        left < 0
          ? `ohikoarekin ere ${f.money(-left)} galduko lirateke`
          : `ohikoarekin ${f.money(left)} geratuko lirateke`;
      return `${reasonOf(reason)}: ${f.money(amount)}; horrelako diru-sarreretan ohikoa, ${f.money(usual)}; ${then}.`;
    },
    priority: 'Zein bezero atxiki lehenik',
    prioritySentence: (customers, atRisk, budget) =>
      budget === null
        ? phrase`Etorkizuneko gastutik ${figure(f.money(atRisk))} arriskuan daude, ${figure(f.count(customers, cases.customerInstrumental))}. Ez da salgaien kosturik ezagutzen; beraz, ezin da jakin haiek atxikitzea zenbat kosta daitekeen.`
        : phrase`Etorkizuneko baliotik ${figure(f.money(atRisk))} arriskuan daude, ${figure(f.count(customers, cases.customerInstrumental))}. Haiek atxikitzea guztira ${figure(f.money(budget))} kosta daiteke, eskaintzek zenbat atxiki dezaketen eta zenbat itzuli behar duten pipelineak dioenaren arabera.`,
    priorityHow: (isLifetimeValue, days, knowsGone) =>
      isLifetimeValue
        ? phrase`${orderOf(knowsGone)} Etorkizuneko balioa geratzen denaren hurrengo ${figure(f.whole(days))} egunetako bizi-balioa da, zerbitzu-kostua kenduta.`
        : phrase`${orderOf(knowsGone)} Etorkizuneko balioa geratzen denaren hurrengo ${figure(f.whole(days))} egunetakoa da, orain arteko erritmoan.`,
    valueNow: 'Oraingo balioa',
    valueToCome: 'Etorkizuneko balioa',
    leaving: 'Joan daiteke',
    budget: 'Kosta daiteke',
    priorityReasons: {
      'will cost more than they bring': 'ekarriko duena baino gehiago kostatuko da',
      'cost more than they brought in the last year': 'azken urtean ekarri duena baino gehiago kostatu da',
      'brought nothing in the last year': 'azken urtean ez du ezer ekarri',
      'probably gone already': 'ziurrenik joana da jada',
      'worth more than usual, and likelier than usual to leave':
        'ohi baino balio handiagokoa, eta joateko probabilitate handiagokoa',
      'worth more than usual, and less likely than usual to leave':
        'ohi baino balio handiagokoa, eta joateko probabilitate txikiagokoa',
      'worth less than usual, and likelier than usual to leave':
        'ohi baino balio txikiagokoa, eta joateko probabilitate handiagokoa',
      'worth less than usual, and less likely than usual to leave':
        'ohi baino balio txikiagokoa, eta joateko probabilitate txikiagokoa',
    },
    priorityGroups: 'Guztiak, arrazoiaren arabera',
    accountsBySegment: 'Diru-sarreretatik irabazira, segmentuz segmentu',
  };
};
