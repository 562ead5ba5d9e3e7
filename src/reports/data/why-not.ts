import { z } from 'zod';
import type { WhyNot } from '../../text/en/why-not.ts';

const [day, count] = [z.string(), z.number()];

/** Why a fitted model foretells nothing, as it is stored. */
export const whyNotSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('nobodyBought'), until: day }),
  z.object({ code: z.literal('nobodyAgain'), customers: count }),
  z.object({ code: z.literal('fewAgain'), customers: count, again: count, least: count }),
  z.object({ code: z.literal('alike'), customers: count, histories: count }),
  z.object({ code: z.literal('shortHistory'), days: count, least: count }),
  z.object({ code: z.literal('worthless') }),
  z.object({ code: z.literal('noMargin') }),
  z.object({ code: z.literal('nobodyActive'), since: day }),
  z.object({ code: z.literal('fewOutcomes'), since: day, until: day, customers: count, again: count, least: count }),
  z.object({ code: z.literal('notBetter'), ways: z.enum(['both', 'recency']) }),
  z.object({ code: z.literal('unlearnable'), since: day }),
  z.object({ code: z.literal('fewSpends'), customers: count, least: count }),
  z.object({ code: z.literal('wideSpends') }),
  z.object({ code: z.literal('unfitted'), reason: z.string() }),
]) satisfies z.ZodType<WhyNot>;
