import type { Messages } from '../en/index.ts';
import type { MarketingTerm } from '../en/marketing-terms.ts';

/** What words of marketing mean. */
export const marketingTerms: Pick<Messages['terms'], MarketingTerm> = {
  best_customer: {
    term: 'הלקוחות הטובים ביותר',
    meaning: 'עשירון הרוכשים שרווחם הגבוה ביותר; גם מי שרווחו שווה לזה של האחרון שבהם.',
  },
  origin_index: {
    term: 'אינדקס של מקור',
    meaning:
      'מה שיש לאנשים משם, לאדם, כאחוז ממה שיש לכלל האנשים, כולל לקוחות פוטנציאליים: 100 הוא זהה. מה שידוע על מעט אנשים מתקרב לכלל, לפי מידת ההבדלים בין המקורות (credibility; Bühlmann & Straub 1970).',
  },
  expected_value: {
    term: 'שווי צפוי לאדם',
    meaning:
      'הרווח עד כה, אחרי עלות הגיוס, וערך חיי הלקוח הצפוי כשהוא ידוע, של אדם אחד משם; מה שידוע על מעט אנשים מתקרב לכלל.',
  },
  value_to_cost: {
    term: 'שווי ליחידת עלות',
    meaning: 'הרווח עד כה לפני עלות הגיוס וערך חיי הלקוח הצפוי, חלקי עלות הגיוס (LTV/CAC).',
  },
  payback: {
    term: 'החזר העלות',
    meaning:
      'החודש, מאז שהאנשים ידועים, שעד סופו הניבו לאדם את מה שעלה לגייס אדם אחד: הכנסות נטו ומשלוחים פחות סחורה, אספקת הזמנות ואינטראקציות, של מי שידועים זמן רב כל כך.',
  },
};
