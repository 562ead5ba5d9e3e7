import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { cases } from './words.ts';

const units: Readonly<Record<string, string>> = { day: 'egun', week: 'aste', month: 'hilabete', year: 'urte' };

/** A time that comes, in the case of when. */
const inUnits: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  day: { one: 'egunean', other: 'egunetan' },
  week: { one: 'astean', other: 'asteetan' },
  month: { one: 'hilabetean', other: 'hilabeteetan' },
  year: { one: 'urtean', other: 'urteetan' },
};

/** What a rate of discount is stated for. */
const perUnit: Readonly<Record<string, string>> = { week: 'astean', month: 'hilean', year: 'urtean' };

type Horizon = Parameters<Messages['clv']['period']>[0];

const period = (f: Format, { length, unit }: Horizon): string => `${f.number(length, 2)} ${units[unit]!}`;

const within = (f: Format, { length, unit }: Horizon): string =>
  length === 1 ? inUnits[unit]!.one : `${f.number(length, 2)} ${inUnits[unit]!.other}`;

/** What the parameters of the models say. */
const meanings: Messages['clv']['meanings'] = {
  r: 'Zein antzekoak diren bezeroak erosketa-maiztasunean: 1etik behera, askok ia ez dute erosten eta gutxik maiz; handia: denak antzekoak',
  alpha: 'r-rekin batera, batez besteko erritmoa: r / α erosketa denbora-unitateko, bezero den bitartean',
  a: 'b-rekin batera, bezeroek zein erraz uzten duten: haietako a / (a + b) erosketa bakoitzean; biak handiak: denak antzekoak',
  b: 'Ikus a',
  s: 'Zein antzekoak diren bezeroak uzteko erraztasunean: 1etik behera, askok ia inoiz ez dute uzten; handia: denak antzekoak',
  beta: 's-rekin batera, uzteko batez besteko tasa: s / β denbora-unitateko',
  p: 'Zein antzekoak diren bezero baten erosketak: handia: denak berdinak',
  q: 'Zein antzekoak diren bezeroak erosketa baten balioan: handia: denak antzekoak',
  gamma: 'p-rekin eta q-rekin batera, erosketa baten batez besteko balioa: pγ / (q − 1)',
};

/** What customers are worth: lifetime value, and how well it foretells. */
export const clv = (f: Format): Messages['clv'] => {
  type Between = Parameters<Messages['clv']['range']>[0];
  const between = ({ low, high }: Between, write: (value: number) => string): string =>
    low === null || high === null ? '' : ` (${write(low)} – ${write(high)})`;
  const inWords = (margin: number | undefined, known: number | null): string => {
    if (margin === undefined) return 'gastuan';
    return known === null
      ? `marjinan (gastuaren ${f.rate(margin)})`
      : `salgaien eta logistikaren ondoko marjinan (diru-sarrera garbien ${f.share(known, 1)} hartzen duten kostu ezagunen arabera)`;
  };
  const kind = (margin: number | undefined): string => (margin === undefined ? 'gastua' : 'marjina');
  return {
    period: (horizon) => period(f, horizon),
    none: phrase`Ez da iragartzen bezeroek zenbat balio duten: pipelineak ez du clv urratsik.`,
    tooFew: (reason) => phrase`Ez da iragartzen bezeroek zenbat balio duten: ${reason}.`,
    figures: 'Erakutsi zifrak',
    customers: 'Bezeroak',
    share: 'Kuota',
    value: 'Bizi-balioa',
    shareOfValue: 'Balioaren kuota',
    band: (from, to) => (to === null ? `${from} edo gehiago` : `${from} – ${to}`),
    below: (to) => `${to} baino gutxiago`,
    from: 'Nondik',
    to: 'Nora',
    actual: 'izandakoa',
    model: 'eredua',
    finding: (customers, horizon, bought, value, margin, known, discount) =>
      phrase`Hurrengo ${within(f, horizon)}, ${figure(f.count(customers, cases.customerErgative))} ${figure(f.whole(bought.value))} erosketa${between(bought, f.whole)} egitea espero da. Horren balioa ${figure(f.largeMoney(value.value))}${between(value, f.largeMoney)} da ${inWords(margin, known)}${discount.rate === 0 ? ', deskonturik gabe' : `; deskontu-tasa: ${f.rate(discount.rate)} ${perUnit[discount.per] ?? discount.per}`}.`,
    alreadyBought: phrase`Lehendik erosi dutena ez da sartzen.`,
    intervals: (samples) =>
      phrase`Parentesi artean: bezeroen ${f.whole(samples)} bootstrap laginetako ${f.rate(0.95)}. Ereduek izan dezaketen errorea adierazten dute, ez zoriak gehitzen duena.`,

    holdout: 'Zein ondo iragartzen duen',
    notHeldOut: phrase`Ez zen balioztatze-aldirik gorde: ez da ezagutzen zifra hauek zein ondo iragartzen duten.`,
    grade: ({ customers, model, baseline, gain, grade }, until) => {
      const found = phrase`${figure(grade)} kalifikazioa. Data honen ondoren (${f.day(until)}) gehien gastatu zuten ${figure(f.count(customers, cases.customerPartitive))}, ereduak ${figure(f.whole(model))} aurkitu zituen aldez aurretik, eta aurreko gastuak ${figure(f.whole(baseline))} (${f.change(gain)}).`;
      const verdict = {
        A: phrase` Bezero onenak bizi-balioaren arabera hautatzea argi eta garbi hobea da aurreko gastuaren arabera hautatzea baino.`,
        B: phrase` Bezero onenak bizi-balioaren arabera hautatzea aurreko gastuaren arabera hautatzea bezain ona da, ez argi hobea.`,
        C: phrase` Aurreko gastuak hobeto egiten du: ez hautatu bezero onenak bizi-balio honen arabera; hautatu gastatu dutenaren arabera.`,
      }[grade];
      return [...found, ...verdict];
    },
    inAll: (foretold, actual, pace) =>
      actual === 0
        ? phrase`Guztira, ${figure(f.whole(foretold))} erosketa iragarri ziren, eta ez zen bat ere etorri.`
        : phrase`Guztira, ${figure(f.whole(foretold))} erosketa iragarri ziren, eta ${figure(f.whole(actual))} etorri: ${figure(f.change(foretold / actual - 1))}. Bezeroek orain arteko erritmoan jarraitu izan balute, ${f.whole(pace)} izango ziratekeen (${f.change(pace / actual - 1)}).`,
    eachOff: (model, pace) =>
      phrase`Bezero bakoitzeko, ereduak ${figure(f.fixed(model, 2))} erosketako errorea izan zuen batez beste; orain arteko erritmoak, ${figure(f.fixed(pace, 2))} erosketakoa${model < pace ? '' : ': ez zen okerragoa izan'}.`,
    spendFound: (expected, actual) =>
      actual === 0
        ? phrase`Haien gastu iragarria ${f.largeMoney(expected)} zen, eta ez zuten ezer gastatu.`
        : phrase`Haien gastu iragarria ${figure(f.largeMoney(expected))} zen, eta benetakoa ${figure(f.largeMoney(actual))} (${f.change(expected / actual - 1)}).`,
    measured: (until, asOf, days, customers) =>
      phrase`Data honetara arteko erosketetatik ikasia (${f.day(until)}), eta hurrengo ${f.whole(days)} egunetarako iragarria (${f.day(asOf)} arte), ordurako ezagunak ziren ${f.count(customers, { one: 'bezeroarentzat', other: 'bezeroentzat' })}.`,
    errors: 'Iragarritakoa eta izandakoa',
    way: 'Zerk iragarria',
    purchases: 'Erosketak',
    off: 'Errorea',
    byModel: 'eredua',
    byPace: (retention) => `orain arteko erritmoa × jarraitu zutenak (${f.share(retention, 1)})`,
    came: 'etorriak',
    tracking: 'Erosketa errepikatuak, astez aste metatuta',
    trackingSentence: (until, actual, expected) =>
      actual === 0
        ? phrase`Ereduak ezagutzen ez zuen aldian, data honen ondoren (${f.day(until)}), ez zen bat ere etorri.`
        : phrase`Ereduak ezagutzen ez zuen aldian, data honen ondoren (${f.day(until)}), ${figure(f.whole(actual))} erosketa etorri ziren azken aste osora arte, eta ${figure(f.whole(expected))} espero ziren (${f.change(expected / actual - 1)}), bezero bakoitzaren lehen erosketaren egunean soilik oinarrituta.`,
    weekly: 'Aste bakoitzeko erosketa errepikatuak',
    weeklySentence: (weeks, most, expected) =>
      phrase`Balioztatze-aldiko ${f.count(weeks, { one: 'astean', other: 'asteetan' })}, gehienez ${figure(f.whole(most))} erosketa etorri ziren aste batean; ereduaren arabera, ${figure(f.whole(expected))} astean, batez beste. Ereduak ez ditu urte-sasoiak eta kanpainak kontuan hartzen.`,
    learntUntil: (until) => `ikasketaren amaiera: ${f.shortDay(until)}`,
    repeatPurchases: 'Erosketa errepikatuak',
    week: 'Astea',
    weekEnds: 'Amaiera',
    actualColumn: 'Izandakoa',
    difference: 'Aldea',
    frequency: 'Lehen zenbat aldiz erosi zuten kontuan hartuta',
    frequencySentence: (actual, expected) =>
      phrase`Berriro erosi gabe zeuden bezeroek ${figure(f.fixed(actual, 2))} erosketa egin zituzten bakoitzak balioztatze-aldian; ereduaren arabera, ${figure(f.fixed(expected, 2))}. Zutabeak izandakoa dira; eraztunak, iragarritakoa.`,
    repeats: 'Aurreko erosketa errepikatuak',
    meanPurchases: 'Erosketak bezeroko balioztatze-aldian',
    asModelled: 'Ereduaren arabera',
    eachActual: 'Erosketak bezeroko',
    eachModel: 'Ereduaren arabera',

    worth: 'Non dagoen balioa',
    tenths: 'Bizi-balioa bezeroen dezilka',
    tenthsSentence: (best, half) =>
      phrase`Dezil baliotsuenak bizi-balioaren ${figure(f.share(best))} du; balio txikieneko erdiak, ${figure(f.share(half))}.`,
    tenth: 'Dezila',
    bands: 'Zenbat bezerok duten zenbateko balioa',
    bandsSentence: (median, most) =>
      phrase`Bezeroen erdien balioa gehienez ${figure(f.money(median))} da; baliotsuenarena, ${figure(f.money(most))}.`,
    shareOfCustomers: 'Bezeroen kuota',
    newCustomer: (spend, value, bought, horizon, margin) =>
      phrase`Erosketa baten batez besteko balioa ${figure(f.money(spend))} da, kostuak kendu aurretik. Bezero berri baten balioa (${kind(margin)}, epea: ${period(f, horizon)}) ${figure(f.money(value))} da, lehen erosketarekin eta espero diren beste ${figure(f.fixed(bought, 2))} erosketekin.${margin === undefined ? '' : ' Kontaktuen kostua eta egitura-gastuak ez dira sartzen; beraz, bezero bat irabazteak hori baino gutxiago balio du.'}`,

    aliveTitle: 'Nor den oraindik bezero',
    alive: 'Oraindik bezero izateko probabilitatea',
    aliveSentence: (alive, customers, gone) =>
      phrase`${figure(f.whole(customers))} bezerotik ${figure(f.whole(alive))} inguru oraindik bezero dira. ${gone === 0 ? phrase`Inork ez du muga hau baino probabilitate txikiagoa: ${f.share(0.5)}.` : phrase`${figure(f.count(gone, cases.customerErgative))} seguruenik utzi ${f.plural(gone, { one: 'dio', other: 'diote' })} erosteari: haien probabilitatea muga honen azpitik dago: ${f.share(0.5)}.`}`,
    pAlive: 'P(alive)',

    bySegment: 'Bizi-balioa segmentuka',
    bySegmentSentence: (name, share, margin) =>
      name === null
        ? phrase`Segmenturik ez dutenek dute gehien: ${figure(f.share(share))}.`
        : phrase`“${named(name)}” segmentuak du gehien: ${figure(f.share(share))}.${{ own: ' Gastua bezero bakoitzaren marjinarekin zenbatzen da, guztienera hurbilduta hartaz gutxi dakigunean.', one: ' Gastua denentzako marjina bakarrarekin zenbatzen da, pipelinean zehaztutakoarekin.', none: '' }[margin]} Bezero bakoitzaren balioa CSV fitxategien lifetime_value zutabean dago; oraindik bezero direnen erdiek erosi izango duten eguna, next_purchase_on zutabean.`,
    segment: 'Segmentua',
    noSegment: 'Segmenturik gabe',
    overdueTitle: 'Baliotsuak, eta atzeratuta',
    overdueNone: (valuable) =>
      phrase`Bosten baliotsuena osatzen duten ${figure(f.count(valuable, cases.customerPartitive))} bat bera ere ez dago asko atzeratuta.`,
    overdueSentence: (customers, valuable, value, from) =>
      phrase`Bosten baliotsuena osatzen duten ${figure(f.count(valuable, cases.customerPartitive))}, ${figure(f.count(customers, cases.customerErgative))} berriro erosi behar ${f.plural(customers, { one: 'zuen', other: 'zuten' })}: horrelako bezeroen ${figure(f.share(from))} edo gehiagok erosiko zuten. Haien bizi-balioa ${figure(f.money(value))} da: orain da galdetzeko unea.`,
    overdueFirst: 'Haien artean baliotsuenak',
    overdueFile: 'Bezero guztiak, overdue zutabearekin:',

    models: 'Nola erosten eta uzten duten bezeroek',
    paces: 'Zein maiz erosten duten bezeroek',
    pacesSentence: (mean, band, share) =>
      phrase`Bezero diren bitartean, urtean ${figure(f.number(mean, 2))} aldiz erosten dute batez beste; tarterik ohikoena: ${band} (bezeroen ${figure(f.share(share))}).`,
    pace: 'Erosketak urtean',
    stops: 'Zein erraz uzten duten bezeroek',
    stopsSentence: (mean, per, band, share) =>
      phrase`${per === 'purchase' ? 'Erosketa baten ondoren' : 'Urtebetean'}, ${figure(f.share(mean))} uzten dute batez beste; probabilitatearen tarterik ohikoena: ${band} (bezeroen ${figure(f.share(share))}).`,
    stop: { purchase: 'Erosketa baten ondoren uzteko probabilitatea', year: 'Urtebetean uzteko probabilitatea' },
    nobodyStops: phrase`Eredu honen arabera inork ez du uzten: denak dira oraindik bezero.`,
    parameters: 'Parametroak',
    parametersSentence: (unit) =>
      phrase`Egiantz handieneko metodoaz; denbora-unitatea: ${units[unit] ?? unit}. Tartea (${f.rate(0.95)}) logaritmoarena da.`,
    modelColumn: 'Eredua',
    parameter: 'Parametroa',
    meaning: 'Zer dioen',
    meanings,
    parameterNames: { alpha: 'α', beta: 'β', gamma: 'γ' },
    estimate: 'Estimazioa',
    standardError: 'Errore estandarra',
    correlation: (value) =>
      phrase`Bezeroek zein maiz erosten duten eta erosketa batek zenbat balio duen: korrelazioa ${figure(f.fixed(value, 3))} da; ereduak independentetzat hartzen ditu.`,

    top: 'Baliotsuenak',
    topSentence: phrase`Bizi-balio handieneko bezeroak. Hurrengoa: horrelako bezeroen erdiek zein egunetarako erosi izango duten; hutsik: ez aurreikuspen-epean. Atzeratuta: honezkero berriro erosiko zuten horrelako bezeroen kuota.`,
    customer: 'Bezeroa',
    each: 'Erosketa bat',
    last: 'Azkena',
    next: 'Hurrengoa',
    overdue: 'Atzeratuta',

    documentTitle: (subject) => `${subject}: bizi-balioa`,
    eyebrow: (subject, model, asOf) => phrase`${named(subject)} · ${model} · erreferentzia-data: ${f.day(asOf)}`,
    headline: (value, margin, customers, horizon) =>
      `Espero den ${kind(margin)}: ${f.largeMoney(value)}, ${f.count(customers, cases.customerInstrumental)}, hurrengo ${within(f, horizon)}`,
    skip: 'Joan iragarpenaren kalitatera',
    glance: 'Begirada batean',
    valueNote: (margin) => (margin === undefined ? 'gastuan' : 'marjinan'),
    range: ({ low, high }, write) => (low === null || high === null ? undefined : `${write(low)} – ${write(high)}`),
    expected: 'Espero diren erosketak',
    still: 'Oraindik bezero',
    ofCustomers: (customers) => `guztira ${f.whole(customers)}`,
    gradeTile: 'Kalifikazioa',
    gradeNote: {
      A: 'aurreko gastua baino argi hobea',
      B: 'aurreko gastua bezain ona',
      C: 'aurreko gastua hobea da',
    },
    newTile: 'Bezero berri bat',
    newNote: (bought) => `lehen erosketa eta beste ${f.fixed(bought, 2)}`,
    notes: 'Jakin beharrekoa',
    terms: 'Definizioak',
    footer: (version) =>
      phrase`bezero ${version} programak egina. Orri hau bere horretan osoa da: ez du ezer kargatzen eta ez du ezer bidaltzen.`,
  };
};
