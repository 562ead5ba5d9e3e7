import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { inBrackets } from '../in-brackets.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { cases, costs, nouns, worth } from './words.ts';

/** RFM segments by name: no segment that a model found has theirs. */
const rfm = (f: Format, names: readonly string[]): Phrase =>
  phrase`${f.plural(names.length, { one: 'RFM segmentua', other: 'RFM segmentuak' })}: ${listed(
    f,
    names.map((name) => [named(name)]),
  )}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format): Messages['overview'] => {
  /** What a figure did: the amount stands alone, so that no suffix hangs on it. */
  const went = (what: string, amount: number, share: number | null): Phrase =>
    phrase`${what} ${amount > 0 ? 'igo' : 'jaitsi'} egin ${what.endsWith('ak') ? 'dira' : 'da'}: ${figure(f.money(Math.abs(amount)))}${inBrackets(f, share)}.`;
  return {
    nobody: phrase`Erreferentzia-datara arte inork ez du erosi; beraz, oraindik ez dago zer jakinarazi.`,
    counted: (known, profit) => {
      const list = f.list(known.map((cost) => costs[cost]));
      return profit < 0
        ? phrase`Kostuak (${list}) diru-sarrera garbiak baino handiagoak dira.`
        : phrase`Irabazia da diru-sarrera garbiei kostu hauek kenduta geratzen dena: ${list}.`;
    },
    noCosts: phrase`Ez da kosturik ezagutzen; beraz, ezin da irabazia jakin: diru-sarrera garbiak izango lirateke, beste izen batekin. Txosten honek diru-sarrera garbiak erakusten ditu haren ordez. Irabazia ikusteko, lotu unit_cost edo cost iturri batean, eta adierazi kostuak pipelinean.`,
    tiles: {
      customers: 'Bezeroak',
      prospects: (count) => (count === 0 ? 'eta bezero potentzialik ez' : `eta ${f.count(count, nouns.prospect)}`),
      netRevenue: 'Diru-sarrera garbiak',
      orders: (count) => f.count(count, { one: 'eskaeran', other: 'eskaeratan' }),
      profit: 'Irabazia',
      margin: (share) => `diru-sarrera garbien ${f.share(share, 1)}`,
      lossMakers: 'Bezero ez-errentagarriak',
      lost: (amount) =>
        amount === 0 ? 'bezero guztiek kostatzen direna baino gehiago ekartzen dute' : `galera: ${f.money(amount)}`,
      each: 'Diru-sarrera garbiak bezeroko',
      perCustomer: 'bezeroko, orain arte',
      rejected: 'Baztertutako erregistroak',
      ofRecords: (count) => `guztira ${f.whole(count)}`,
      lifetimeValue: 'Bizi-balioa',
      lifetimeNote: (period, low, high) =>
        low === null || high === null
          ? `aurreikuspen-epea: ${period}`
          : `aurreikuspen-epea: ${period}; ${f.largeMoney(low)} – ${f.largeMoney(high)}, ereduaren errore-tartearen arabera`,
    },
    changed: {
      title: (asOf) =>
        asOf === null ? 'Zer aldatu den azken exekuziotik' : `Zer aldatu den azken exekuziotik (${f.day(asOf)})`,
      first: phrase`Ez dago konparatzeko aurreko exekuziorik. Hurrengotik aurrera, aldaketak hemen kontatuko dira.`,
      nothing: phrase`Ez da ezer aldatu.`,
      moreCustomers: (count) =>
        phrase`Beste ${figure(f.count(count, cases.customerErgative))} erosi ${f.plural(count, cases.have)}.`,
      fewerCustomers: (count) => phrase`Lehen baino ${figure(f.count(count, nouns.customer))} gutxiagok erosi dute.`,
      netRevenue: (amount, share) => went('Diru-sarrera garbiak', amount, share),
      profit: (amount, share) => went('Irabazia', amount, share),
      lifetimeValue: (amount, share) => went('Bizi-balioa', amount, share),
      lapsed: (count) =>
        phrase`Lehen galdu gabeko ${figure(f.count(count, nouns.customer))} galdu ${f.plural(count, cases.are)}.`,
      losing: (count) =>
        phrase`${figure(f.count(count, nouns.customer))} orain ekartzen ${f.plural(count, { one: 'duena', other: 'dutena' })} baino gehiago kostatzen ${f.plural(count, cases.are)}, eta lehen ez.`,
      moreRejects: (count) =>
        phrase`Beste ${figure(f.count(count, nouns.record))} baztertu ${f.plural(count, cases.are)}.`,
      fewerRejects: (count) => phrase`Lehen baino ${figure(f.count(count, nouns.record))} gutxiago baztertu dira.`,
      renamed: (before, now) => phrase`“${named(before)}” segmentuaren izena orain “${named(now)}” da.`,
      manyRenamed: (count) =>
        phrase`Orain beste izen bat ${f.plural(count, { one: 'duen segmentua', other: 'duten segmentuak' })}: ${figure(f.whole(count))}.`,
      audience: (title, entered, left) =>
        phrase`“${named(title)}” audientzia: sartu direnak, ${figure(f.whole(entered))}; irten direnak, ${figure(f.whole(left))}.`,
      came: (count) =>
        phrase`${figure(f.count(count, nouns.customer))} ${f.plural(count, { one: 'berria da', other: 'berriak dira' })} segmentuetan.`,
      stayed: (since) =>
        phrase`${since === null ? 'Ez' : `Data honetatik hona (${f.day(since)}), ez`} da bezerorik mugitu segmentu batetik bestera.`,
      moved: (since, moved, share, largest) => {
        const customers = phrase`${figure(f.count(moved, nouns.customer))} (${f.share(share, 1)}) mugitu ${f.plural(moved, cases.are)} beste segmentu batera`;
        const move = phrase`“${named(largest.from)}” → “${named(largest.to)}”`;
        const most =
          largest.customers === moved ? move : phrase`talderik handiena (${f.whole(largest.customers)}), ${move}`;
        return since === null
          ? phrase`${customers}: ${most}.`
          : phrase`Data honetatik hona (${f.day(since)}), ${customers}: ${most}.`;
      },
    },
    attention: {
      title: 'Nork behar duen arreta',
      nobody: phrase`Inork ez bereziki.`,
      waiting: (people) => phrase`Kexa baten erantzunaren zain: ${figure(f.count(people, nouns.person))}.`,
      overdue: (customers, valuable, value) =>
        phrase`Bizi-balio handiena duten ${f.count(valuable, cases.customerPartitive)}, ${figure(f.count(customers, cases.customerErgative))} honezkero berriro erosi behar ${f.plural(customers, { one: 'zuen', other: 'zuten' })}. Haien balioa: ${figure(f.money(value))}.`,
      quiet: (customers, spent) =>
        phrase`Maiz edo asko erosten zuten ${figure(f.count(customers, cases.customerErgative))} ez ${f.plural(customers, cases.have)} azkenaldian erosi. Orain arteko gastua: ${figure(f.money(spent))}.`,
      losingSegment: (name, amount) =>
        phrase`“${named(name)}” segmentuak, oro har, galera du: ${figure(f.money(amount))}.`,
      moreWarnings: (count) =>
        phrase`Exekuzioak beste ${figure(f.count(count, { other: 'abisu' }))} utzi ${f.plural(count, { one: 'du', other: 'ditu' })}: ikus datuen kalitatea.`,
    },
    knownCost: (share) =>
      share === 0
        ? phrase`Ez da salgaien kosturik ezagutzen: irabazia gehiegi balioetsita dago.`
        : phrase`Salgaien kostua diru-sarrera garbien ${figure(f.share(share, 1))} denean bakarrik da ezaguna; gainerakoaren irabazia gehiegi balioetsita dago.`,
    anonymous: (share, profit) => {
      const revenue = phrase`Diru-sarrera garbien ${figure(f.share(share, 1))} ez dagokio inongo bezero ezaguni`;
      if (profit === 0)
        return phrase`${revenue}. Guztizkoetan dago, baina ez segmentuetan, ezta bezeroko zifretan ere.`;
      return phrase`${revenue}; ${profit < 0 ? 'galera' : 'irabazia'}: ${figure(f.money(Math.abs(profit)))}. Biak guztizkoetan daude, baina ez segmentuetan, ezta bezeroko zifretan ere.`;
    },
    next: 'Zer egin',
    answer: (customers) => phrase`Erantzun kexa irekia duten bezeroei: ${figure(f.whole(customers))}.`,
    contact: (campaign, people) =>
      phrase`Bidali ${named(campaign)} kanpaina: ${figure(f.count(people, nouns.person))}.`,
    keep: (by, name, each, times) =>
      phrase`Zaindu “${named(name)}” segmentua: bezero bakoitzak ${figure(f.money(each))} ekarri ditu orain arte (${worth[by].label.toLowerCase()}), batezbestekoaren ${figure(`${f.number(times)} halako`)}.`,
    winBack: (rfmSegments) => phrase`Berreskuratu azkenaldian erosi ez dutenak (${rfm(f, rfmSegments)}).`,
    callOverdue: (customers) =>
      phrase`Deitu honezkero berriro erosi behar zuten bezero baliotsuenei, deitu ahal bazaie: ${figure(f.count(customers, nouns.customer))}.`,
    repair: (name, cost, share) =>
      phrase`Aztertu kostu hau “${named(name)}” segmentuan: ${cost}. Haren diru-sarrera garbien ${figure(f.share(share))} hartzen du.`,
    review: (customers) =>
      phrase`Begiratu ekartzen dutena baino gehiago kostatzen diren ${figure(f.count(customers, cases.customerDative))}.`,
    approachAlike: (ranked, whom) =>
      phrase`Heldu antz handieneko ${figure(f.count(ranked, cases.prospectDative))}, antzaren ordenan. Eredua: ${whom}.`,
    approach: (alike, name) =>
      phrase`Heldu “${named(name)}” segmentuaren antza duten ${figure(f.count(alike, cases.prospectDative))}, probableenetatik hasita.`,
    correct: (records, source, column, reason) =>
      phrase`Eskatu ${figure(f.count(records, nouns.record))} zuzentzeko iturri honetan: ${named(source)}. Arrazoia: ${reason}${column === null ? '' : ` (${column})`}.`,
    where: (column, values) => [
      `baldintza: ${column} = `,
      ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' edo ', named(value)])),
    ],
    from: (column, least) => phrase`baldintza: ${column} ≥ ${f.number(least)}`,
    below: (column) => phrase`baldintza: ${column} < ${f.whole(0)}`,
    byPriority: (budget) =>
      budget
        ? phrase`priority_rank txikiena dutenak lehenik, ez dutenak azkenik; bakoitzak retention_budget zutabekoa kosta dezake, eta hutsik badago, ezer ez`
        : phrase`priority_rank txikiena dutenak lehenik, ez dutenak azkenik`,
    callable: (overdue, value) =>
      phrase`baldintza: overdue ≥ ${f.number(overdue)}, lifetime_value ≥ ${f.number(value, 2)} eta phone ez hutsik`,
    ready: (audience) => phrase`audientzia: ${named(audience)}`,
    nothing: phrase`Gaur ezer ez.`,
  };
};
