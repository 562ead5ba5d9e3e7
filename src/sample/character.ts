import { drawArrival, drawSource, sourceNames, type SourceName } from './acquisition.ts';
import { clockOf, type Clock } from './calendar.ts';
import { demandingShare, prospectShare } from './company.ts';
import { drawBuyer, drawHistory, type Buyer, type History, type Population } from './population.ts';
import { tasteOf, type Taste } from './basket.ts';
import { cumulate, type Dice, type Weights } from './random.ts';
import { regionNames, type RegionName } from './regions.ts';
import { campaignChannels, salesChannels, segments, type CampaignChannel, type Segment } from './segments.ts';

/** A segment with all that is drawn from it made ready. */
interface Kind extends Segment {
  readonly taste: Taste;
  readonly clock: Clock;
  readonly channelWeights: Weights;
  readonly regionWeights: Weights;
  readonly answerWeights: Weights;
  readonly sourceWeights: Readonly<Record<SourceName, number>>;
}

const noSource = Object.fromEntries(sourceNames.map((source) => [source, 0])) as Record<SourceName, number>;

const kinds: readonly Kind[] = segments.map((segment) => ({
  ...segment,
  taste: tasteOf(segment),
  clock: clockOf(segment.habit),
  channelWeights: cumulate(salesChannels.map((channel) => segment.channels[channel] ?? 0)),
  regionWeights: cumulate(regionNames.map((region) => segment.regions[region] ?? 0)),
  answerWeights: cumulate(campaignChannels.map((channel) => segment.answers[channel])),
  sourceWeights: { ...noSource, ...segment.sources },
}));
const kindWeights = cumulate(kinds.map((kind) => kind.share));

/** What is planted in one customer: all that the data do not say. */
export interface Character {
  readonly kind: Kind;
  readonly prospect: boolean;
  readonly demanding: boolean;
  readonly buyer: Buyer;
  readonly region: RegionName;
  readonly source: SourceName;
  /** The campaign channel he answers to. */
  readonly answers: CampaignChannel;
  /** When he became known, seconds since the first midnight: a buyer by his first order. */
  readonly arrival: number;
  /** His orders; none of a prospect. */
  readonly history: History;
}

/** Mean spend of a buyer in his first year, roughly, in euros; and what those count for who bring none, against it. */
const meanYear = 240;
const worthless = 0.3;

/** Expected spend of a buyer in his first year against the mean: about 1 + (1 − e^(−52λp))/p orders of p/ν euros. */
function worthOf({ lambda, dropout, nu }: Buyer, { spend }: Population): number {
  const repeats = dropout > 0 ? (1 - Math.exp(-52 * lambda * dropout)) / dropout : 52 * lambda;
  return ((1 + repeats) * (spend.p / nu)) / meanYear;
}

/** Draws the planted part of a customer, in a fixed order; what the data show is drawn after it from the same stream. */
export function drawCharacter(dice: Dice, population: Population): Character {
  const kind = kinds[dice.choose(kindWeights)]!;
  const prospect = dice.chance(prospectShare);
  const demanding = dice.chance(demandingShare) && !prospect;
  const buyer = drawBuyer(dice, population);
  const worth = prospect || demanding ? worthless : worthOf(buyer, population);
  const region = regionNames[dice.choose(kind.regionWeights)]!;
  const source = drawSource(dice, kind.sourceWeights, worth);
  const answers = campaignChannels[dice.choose(kind.answerWeights)]!;
  const start = drawArrival(dice);
  const history = prospect ? { moments: [], active: false } : drawHistory(dice, buyer, start, kind.clock);
  const arrival = kind.clock(start);
  return { kind, prospect, demanding, buyer, region, source, answers, arrival, history };
}
