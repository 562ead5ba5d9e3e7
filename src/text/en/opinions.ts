import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What customers say. */
export const opinions = (f: Format) => ({
  none: phrase`Nobody has said anything that has a score: no contact came with one, and no text is in a language whose words are known.`,
  finding: (opinions: number, good: number, bad: number, people: number, complaints: number): Phrase =>
    phrase`Of ${figure(f.count(opinions, nouns.opinion))}, ${figure(f.share(good))} are good and ${figure(f.share(bad))} are bad; the rest are neither. ${
      complaints === 0
        ? 'No complaint waits for an answer.'
        : phrase`${figure(f.count(complaints, nouns.complaint))} of ${f.count(people, nouns.person)} ${complaints === 1 ? 'waits' : 'wait'} for an answer: call first, sell later.`
    }`,
  bySegment: 'How content each segment is',
  bySegmentSentence: (segment: string, bad: number): Phrase =>
    phrase`The least content is ${named(segment)}: ${figure(f.share(bad))} of what it says is bad.`,
  bySegmentAlike: phrase`No segment is more or less content than all by more than chance would make it, as far as ten people and more of each tell (Benjamini–Hochberg, 5%).`,
  byProduct: 'What is praised and what is blamed',
  byProductSentence: (products: number): Phrase =>
    phrase`${figure(f.whole(products))} that ten people or more spoke of differ from all by more than chance, at a false discovery rate of 5% (Benjamini–Hochberg), the most blamed first. What one person says again counts as said once. An opinion counts for what was bought last, at most 60 days before.`,
  byProductAlike: phrase`Nothing is blamed or praised more than chance would make it: of all products that ten people or more spoke of, none at a false discovery rate of 5% (Benjamini–Hochberg).`,
  byChannel: 'By channel',
  how: (byWords: number): Phrase =>
    byWords === 0
      ? phrase`Scores from -1 to 1, as the contacts came with them; beyond a third to either side they are good or bad.`
      : phrase`Scores from -1 to 1, as the contacts came with them; ${figure(f.whole(byWords))} follow from the words of English texts. Beyond a third to either side they are good or bad.`,
  segment: 'Segment',
  product: 'Product',
  category: 'Category',
  channel: 'Channel',
  opinions: 'Opinions',
  mean: 'Mean score',
  bad: 'Bad',
  good: 'Good',
});

/** The words of this part. */
export const opinionTerms = {
  opinion: {
    term: 'Opinion',
    meaning:
      'A score of what a customer said, from -1, very bad, to 1, very good: as the contact came with it, or the mean valence of the English words of its text that the AFINN lexicon knows (Nielsen 2011). Texts of other languages without a score have none.',
  },
};
