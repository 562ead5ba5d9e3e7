import { availableParallelism } from 'node:os';

/** Each holds in memory what its statement needs. */
const most = 4;

/** Of so many records a statement keeps two cores busy by itself, and two at a time are in each other's way: with 1.6 million a night took 0.75 of the time by two lanes, with 16 million 1.08. */
const enough = 5_000_000;

/** How many steps run at a time. */
export const lanesOf = (threads: number | undefined, records: number): number =>
  records > enough ? 1 : Math.min(threads ?? availableParallelism(), most);
