import type { Effects } from '../effects.ts';
export async function releaseResult(_options: { readonly name?: string; readonly store?: string; readonly json: boolean }, _effects: Effects): Promise<void> {
  await Promise.resolve();
}
