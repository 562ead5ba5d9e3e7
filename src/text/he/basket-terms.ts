import type { basketTerms as english } from '../en/basket-terms.ts';
import type { Messages } from '../en/index.ts';

/** What the words of the section on what goes together mean. */
export const basketTerms: Pick<Messages['terms'], keyof typeof english> = {
  confidence: {
    term: 'רמת ביטחון',
    meaning: 'מבין ההזמנות (או הלקוחות) עם המוצרים שבצד הראשון, השיעור שיש בו גם המוצר שבצד השני.',
  },
  false_discovery: {
    term: 'p מתוקן',
    meaning:
      'ההסתברות לכלל כזה באקראי בלבד, מתוקנת לפי כל הכללים האפשריים (Benjamini ו-Hochberg). מאלה שערכם 0.05 ומטה, לכל היותר אחד מעשרים הוא אקראי.',
  },
  yules_q: {
    term: 'Q של Yule',
    meaning: 'כיצד שני מוצרים הולכים יחד: מ-‎−1, אף פעם, דרך 0, כבאקראי, ועד 1, אף פעם לא זה בלי זה.',
  },
};
