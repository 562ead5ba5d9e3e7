import type { Engine } from '../../engine/engine.ts';
import { readAudiences, type Audience } from './audiences.ts';
import { readClvGroups, readOverdue, type ClvGroup, type OverdueData } from './clv-groups.ts';
import { readClvSpread, type ClvSpread } from './clv-spread.ts';
import { readCohorts, type CohortData } from './cohorts.ts';
import { readHistory, type HistoryData } from './history.ts';
import { readModels, type ModelData } from './models.ts';
import { readPriority, type PriorityData } from './priority.ts';
import { readProfit, type ProfitData } from './profit.ts';
import { readProspectModels, type ProspectModel } from './prospect-models.ts';
import { readProspects, type AssignedProspects } from './prospects.ts';
import { readQuality, type QualityData } from './quality.ts';
import { readRepurchase, type RepurchaseGroup } from './repurchase.ts';
import { quietSegments, readRfm, type RfmData } from './rfm.ts';
import { readSegments, type SegmentData } from './segments.ts';
import { readStatus, type StatusData } from './status.ts';
import { readLossMakers, readTotal, type LossMakers, type Total } from './total.ts';

/** Everything the report shows, as plain data; its size does not depend on the number of customers. */
export interface ReportData extends SegmentData, ModelData {
  readonly total: Total;
  readonly lossMakers: LossMakers;
  readonly history: HistoryData;
  readonly audiences: readonly Audience[];
  readonly rfm: RfmData;
  readonly status: StatusData;
  readonly cohorts: CohortData;
  readonly prospects: readonly AssignedProspects[];
  /** The models that can assign them, the one that does first. */
  readonly prospectModels: readonly ProspectModel[];
  readonly repurchaseGroups: readonly RepurchaseGroup[];
  readonly clvGroups: readonly ClvGroup[];
  readonly clvSpread: ClvSpread;
  readonly overdue: OverdueData;
  readonly profit: ProfitData;
  readonly priority: PriorityData;
  readonly quality: QualityData;
}

/** Reads what the report shows from the marts, `segments`, `models` and the counts of `raw.loads` and `raw.rejects`. */
export async function readReport(engine: Engine): Promise<ReportData> {
  return {
    total: await readTotal(engine),
    lossMakers: await readLossMakers(engine),
    ...(await readSegments(engine)),
    ...(await readModels(engine)),
    history: await readHistory(engine),
    audiences: await readAudiences(engine, quietSegments),
    rfm: await readRfm(engine),
    status: await readStatus(engine),
    cohorts: await readCohorts(engine),
    prospects: await readProspects(engine),
    prospectModels: await readProspectModels(engine),
    repurchaseGroups: await readRepurchase(engine),
    clvGroups: await readClvGroups(engine),
    clvSpread: await readClvSpread(engine, 'marts.customer'),
    overdue: await readOverdue(engine),
    profit: await readProfit(engine),
    priority: await readPriority(engine),
    quality: await readQuality(engine),
  };
}
