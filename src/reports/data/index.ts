import type { Engine } from '../../engine/engine.ts';
import { readAnswers, type AnswerData } from './answers.ts';
import { readAudiences, type Audience } from './audiences.ts';
import { readAttribution, type AttributionData } from './attribution.ts';
import { readBaskets, type BasketData } from './baskets.ts';
import { readCampaigns, type CampaignData } from './campaigns.ts';
import { readClvGroups, readOverdue, type ClvGroup, type OverdueData } from './clv-groups.ts';
import { readClvSpread, type ClvSpread } from './clv-spread.ts';
import { readCohorts, type CohortData } from './cohorts.ts';
import { readHistory, type HistoryData } from './history.ts';
import { readModels, type ModelData } from './models.ts';
import { readOpinions, type OpinionData } from './opinions.ts';
import { readOffers, type Offer } from './next-product.ts';
import { readLookalikes, type LookalikeData } from './lookalikes.ts';
import { readOrigins, type OriginData } from './origins.ts';
import { readPriority, type PriorityData } from './priority.ts';
import { readProfit, type ProfitData } from './profit.ts';
import { readProspectModels, type ProspectModel } from './prospect-models.ts';
import { readProspects, type AssignedProspects } from './prospects.ts';
import { readQuality, type QualityData } from './quality.ts';
import { readRepurchase, type RepurchaseGroup } from './repurchase.ts';
import { quietSegments, readRfm, type RfmData } from './rfm.ts';
import { readSegments, type SegmentData } from './segments.ts';
import { readStatus, type StatusData } from './status.ts';
import { tracing, type TracedQuery } from './trace.ts';
import { readLossMakers, readTotal, type LossMakers, type Total } from './total.ts';

/** What is read for one part of the report, or for several. */
export type Part =
  | 'total'
  | 'segments'
  | 'models'
  | 'history'
  | 'audiences'
  | 'rfm'
  | 'prospects'
  | 'repurchase'
  | 'clv'
  | 'baskets'
  | 'offers'
  | 'profit'
  | 'opinions'
  | 'origins'
  | 'answers'
  | 'lookalikes'
  | 'campaigns'
  | 'quality';

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
  readonly baskets: BasketData;
  readonly offers: readonly Offer[];
  readonly profit: ProfitData;
  readonly priority: PriorityData;
  readonly opinions: OpinionData;
  readonly origins: OriginData;
  readonly attribution: AttributionData;
  readonly answers: AnswerData;
  readonly lookalikes: LookalikeData;
  readonly campaigns: CampaignData;
  readonly quality: QualityData;
  /** What was asked for all this. */
  readonly trace: Readonly<Record<Part, readonly TracedQuery[]>>;
}

/** Reads what the report shows from the marts, `segments`, `models` and the counts of `raw.loads` and `raw.rejects`. */
export async function readReport(source: Engine): Promise<ReportData> {
  const trace: Partial<Record<Part, TracedQuery[]>> = {};
  const read = <T>(part: Part, reader: (engine: Engine) => Promise<T>): Promise<T> =>
    reader(tracing(source, (trace[part] ??= [])));
  return {
    total: await read('total', readTotal),
    lossMakers: await read('total', readLossMakers),
    ...(await read('segments', readSegments)),
    ...(await read('models', readModels)),
    history: await read('history', readHistory),
    audiences: await read('audiences', (engine) => readAudiences(engine, quietSegments)),
    rfm: await read('rfm', readRfm),
    status: await read('rfm', readStatus),
    cohorts: await read('rfm', readCohorts),
    prospects: await read('prospects', readProspects),
    prospectModels: await read('prospects', readProspectModels),
    repurchaseGroups: await read('repurchase', readRepurchase),
    clvGroups: await read('clv', readClvGroups),
    clvSpread: await read('clv', (engine) => readClvSpread(engine, 'marts.customer')),
    overdue: await read('clv', readOverdue),
    baskets: await read('baskets', readBaskets),
    offers: await read('offers', readOffers),
    profit: await read('profit', readProfit),
    priority: await read('profit', readPriority),
    opinions: await read('opinions', readOpinions),
    origins: await read('origins', readOrigins),
    attribution: await read('origins', readAttribution),
    answers: await read('answers', readAnswers),
    lookalikes: await read('lookalikes', readLookalikes),
    campaigns: await read('campaigns', readCampaigns),
    quality: await read('quality', readQuality),
    trace: trace as Readonly<Record<Part, readonly TracedQuery[]>>,
  };
}
