import type { Dice } from './random.ts';
import type { Language } from './names.ts';

/** What kind of thing somebody says. */
export type Opinion = 'praise' | 'question' | 'complaint';

const said: Readonly<Record<Language, Readonly<Record<Opinion, readonly string[]>>>> = {
  eu: {
    praise: [
      'Oso pozik nago, eskerrik asko!',
      'Arreta bikaina dendan.',
      'Kalitate ona eta prezio ona.',
      'Garaiz iritsi da, primeran.',
    ],
    question: [
      'Noiz iritsiko da nire eskaera?',
      'Baduzue neurri handiagoa?',
      'Nola itzul dezaket produktua?',
      'Ba al dago stockean?',
    ],
    complaint: [
      'Eskaera berandu eta hautsita iritsi da.',
      'Hiru aldiz deitu dut eta inork ez dit erantzun.',
      'Ez da eskatu nuena, oso haserre nago.',
      'Kalitate txarra, dirua itzultzea nahi dut.',
    ],
  },
  es: {
    praise: [
      'Me encanta, ¡muchas gracias!',
      'Trato excelente en la tienda.',
      'Muy buena calidad y buen precio.',
      'Llegó antes de lo previsto.',
    ],
    question: [
      '¿Cuándo llega mi pedido?',
      '¿Lo tenéis en una talla más grande?',
      '¿Cómo puedo devolverlo?',
      '¿Hay existencias en Bilbao?',
    ],
    complaint: [
      'El pedido llegó tarde, y además roto.',
      'He llamado tres veces y nadie me contesta.',
      'No es lo que pedí; me parece fatal.',
      'Mala calidad: quiero que me devuelvan el dinero.',
    ],
  },
  en: {
    praise: [
      'Delighted with it, thank you!',
      'Excellent service in the shop.',
      'Good quality at a good price.',
      'Arrived early, well packed.',
    ],
    question: [
      'When will my order arrive?',
      'Do you have it in a larger size?',
      'How do I send it back?',
      'Is it in stock?',
    ],
    complaint: [
      'The parcel came late, and the content was broken.',
      'I have called three times and "someone will ring back" never happens.',
      'Not what I ordered; very disappointed.',
      'Poor quality, I want my money back.',
    ],
  },
  he: {
    praise: ['אני מרוצה מאוד, תודה רבה!', 'שירות מצוין בחנות.', 'איכות טובה ומחיר טוב.', 'הגיע מהר וארוז היטב.'],
    question: ['מתי תגיע ההזמנה שלי?', 'יש לכם מידה גדולה יותר?', 'איך אפשר להחזיר את המוצר?', 'האם זה במלאי?'],
    complaint: [
      'ההזמנה הגיעה באיחור, והמוצר שבור.',
      'התקשרתי שלוש פעמים ואף אחד לא ענה.',
      'זה לא מה שהזמנתי, מאכזב מאוד.',
      'איכות גרועה, אני רוצה את הכסף בחזרה.',
    ],
  },
};

const mood: Readonly<Record<Opinion, readonly [from: number, to: number]>> = {
  praise: [0.4, 1],
  question: [-0.2, 0.3],
  complaint: [-1, -0.4],
};

/** Draws what somebody says and how it is meant, from −1 to 1. */
export function drawOpinion(dice: Dice, opinion: Opinion, language: Language): { text: string; sentiment: string } {
  const [from, to] = mood[opinion];
  return { text: dice.pick(said[language][opinion]), sentiment: (from + dice.uniform() * (to - from)).toFixed(2) };
}
