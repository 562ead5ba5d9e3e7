import { existsSync } from 'node:fs';
import { currentRecord } from '../record.ts';
import { nothing, type Enforced, type EnforceEffects } from './enforced.ts';
import { keyFile } from './key.ts';

/**
 * Holds all that a store has against the list of who was erased, as far as it has not been yet: new loads, and loads and releases that a
 * backup brought back. Each load and each release is changed whole or not at all, and the list comes first, so that doing it again ends
 * what died. Only under the lock of the store.
 */
export async function enforceErasures(store: string, effects: EnforceEffects): Promise<Enforced> {
  const { clean } = await import('./clean.ts');
  return clean(store, effects);
}

/** Whether anybody was ever erased, as far as the key and the current release tell: of two files, one may be lost. */
const wasAnybodyErased = (store: string): boolean =>
  existsSync(keyFile(store)) || currentRecord(store)?.erasures !== undefined;

/** The same where anybody was erased: a store of which nobody was costs one small file to look at, and loads nothing. */
export const enforceKnownErasures = async (store: string, effects: EnforceEffects): Promise<Enforced> =>
  wasAnybodyErased(store) ? enforceErasures(store, effects) : nothing;
