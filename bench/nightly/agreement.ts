import { join } from 'node:path';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { raw } from '../../src/sql/sql.ts';
import type { Found } from './night.ts';

/** What the release of a night finds, in the terms of the peer. */
export interface Agreed {
  readonly lines: number;
  readonly customers: number;
  readonly revenue: number;
  readonly margin: number;
  readonly profit: number;
  readonly k: number;
  readonly inertia: number;
  readonly purchases: number;
  readonly spending: number;
}

/** The features of both sides, as the peer has them: log1p, then in standard deviations of all customers. */
const features = ['recency_days', 'frequency', 'monetary', 'lines', 'products'];

/** Inertia of the segments in the space of the peer. */
const inertiaSql = `
  with logged as (
    select customer_id, ${features.map((column) => `ln(1 + greatest(0, cast(${column} as double))) as ${column}`).join(', ')}
    from features.customer where not is_prospect
  ), scaled as (
    select ${features.map((column) => `(logged.${column} - moment.m_${column}) / moment.s_${column} as ${column}`).join(', ')}, score.segment
    from logged join scores.segment as score using (customer_id)
    cross join (select ${features.map((column) => `avg(${column}) as m_${column}, stddev_pop(${column}) as s_${column}`).join(', ')} from logged) as moment
  ), cluster as (
    select ${features.map((column) => `var_pop(${column}) * count(*)`).join(' + ')} as inertia from scaled group by segment
  )
  select sum(inertia) as inertia, count(*) as k from cluster`;

/** Reads what the current release of a folder found. */
export async function readAgreed(folder: string): Promise<Agreed> {
  const store = join(folder, 'store');
  const engine = await openDuckdb({ file: join(store, 'current/bezero.duckdb'), readOnly: true, searchPath: store });
  try {
    const number = 'number' as const;
    const [total] = await engine.rows(
      raw('select lines, buyers as customers, net_revenue as revenue, gross_margin as margin, profit from marts.total'),
      { lines: number, customers: number, revenue: number, margin: number, profit: number },
    );
    const [space] = await engine.rows(raw(inertiaSql), { inertia: number, k: number });
    const [clv] = await engine.rows(raw(`select fitted from models.fitted where model = 'clv'`), { fitted: 'json' });
    const { purchases, spending } = clv!.fitted as {
      purchases: { logLikelihood: number };
      spending: { model: { logLikelihood: number } };
    };
    return {
      ...total!,
      ...space!,
      purchases: purchases.logLikelihood,
      spending: spending.model.logLikelihood,
    };
  } finally {
    await engine.close();
  }
}

/** Throws where this side does not find what the peer finds, or finds less. */
export function mustAgree(here: Agreed, there: Found): void {
  const faults = [
    ...(['lines', 'customers'] as const).filter((what) => here[what] !== there[what]),
    ...(['revenue', 'margin', 'profit'] as const).filter((what) => here[what].toFixed(2) !== there[what].toFixed(2)),
    ...(here.inertia <= 1.001 * (there.inertia[here.k] ?? Infinity) ? [] : ['inertia']),
    ...(['purchases', 'spending'] as const).filter((what) => !(here[what] >= there[what] - 1e-4)),
  ];
  if (faults.length > 0)
    throw new Error(
      `both sides must agree; they do not on ${faults.join(', ')}: ${JSON.stringify(here)} against ${JSON.stringify(there)}`,
    );
}
