import { existsSync } from 'node:fs';
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

/** The same where the store has the key of erasures: one that has none costs nothing to look at, and loads nothing. */
export const enforceKnownErasures = async (store: string, effects: EnforceEffects): Promise<Enforced> =>
  existsSync(keyFile(store)) ? enforceErasures(store, effects) : nothing;
