import { fitPurchases, parametersOf } from '/work/value5/src/models/clv/fit-purchases.ts';
import { plantedHistories } from '/work/value5/test/models/clv/support.ts';
import { bootstrapSums } from '/work/value5/src/models/clv/bootstrap.ts';
import { outlookOf } from '/work/value5/src/models/clv/outlook.ts';
import { clvOptions } from '/work/value5/src/models/clv/options.ts';
import { foretell } from '/work/value5/src/models/clv/totals.ts';
import { spendsOf } from '/work/value5/src/models/clv/read-histories.ts';
const planted: any[] = [
  { family: 'bgnbd', parameters: [0.6, 6, 0.9, 3] },
  { family: 'mbgnbd', parameters: [0.8, 7, 0.8, 2.5] },
  { family: 'pareto', parameters: [0.7, 8, 0.8, 12] },
];
const outlook = outlookOf(clvOptions.parse({}));
const none = spendsOf({ repeats: new Float64Array(), mean: new Float64Array(), customers: new Float64Array() });
for (const company of planted) {
  const inside = company.parameters.map(() => 0); let totals = 0; let n = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const h = plantedHistories(company, 2500, seed);
    const numbered = { ...h, id: h.repeats, spend: h.repeats } as any;
    const found = fitPurchases(company.family, h);
    n++;
    parametersOf(found).forEach((v: number, i: number) => { const s = Math.sqrt(found.covariance![i]![i]!); if (Math.abs(Math.log(v / company.parameters[i])) < 1.96 * s) inside[i]++; });
    const names = Object.keys(found.parameters);
    const truth = { ...found, parameters: Object.fromEntries(names.map((k, i) => [k, company.parameters[i]])) } as any;
    const spending = { model: null, mean: 1 };
    const at = foretell(found as any, spending, numbered, outlook as any).purchases;
    const real = foretell(truth, spending, numbered, outlook as any).purchases;
    const iv = bootstrapSums(found as any, spending as any, numbered, none, outlook as any, { replicates: 100, seed: 1 })!.purchases;
    if (real >= at * iv[0] && real <= at * iv[1]) totals++;
  }
  console.log(company.family, n, inside.join(' '), 'totals', totals);
}
