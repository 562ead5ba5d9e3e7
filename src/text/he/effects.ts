import type { Format } from '../format.ts';
import type { Messages } from '../en/index.ts';
import { named, phrase } from '../phrase.ts';

/** How far segments differ: what the bars of a segment are, and how large is large. On mirrored charts, more lies to the left. */
export const effects = (f: Format): Messages['effects'] => ({
  term: 'גודל אפקט (d של כהן)',
  scale: (least, full) =>
    `הוא העמודה של כל משתנה והמספר שלצידה: המרחק של ממוצע הפלח מהממוצע של כל האחרים, בסטיות תקן. ${f.fixed(0.2, 1)} קטן, ${f.fixed(0.5, 1)} בינוני, ${f.fixed(0.8, 1)} ומעלה גדול; שמאלה – בפלח יש יותר, ימינה – פחות. למשתנים מתחת ל-${f.fixed(least, 1)} אין עמודה; עמודה מלאה היא ${f.whole(full)} ומעלה.`,
  signed: (value) => f.signed(value, 2),
  means: (here, all) => `${here} (הכול: ${all})`,
  fingerprint: (name) =>
    phrase`מה מייחד את הפלח ${named(name)}: ממוצעים לצד הממוצעים של הכול, וגודל האפקט (d של כהן) ביחס לאחרים; הגדול ביותר ראשון.`,
});
