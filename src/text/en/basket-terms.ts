/** What the words of the section on what goes together mean. */
export const basketTerms = {
  confidence: {
    term: 'Confidence',
    meaning: 'Of the orders (or customers) with the goods on the left, the share that has the good on the right too.',
  },
  false_discovery: {
    term: 'Adjusted p',
    meaning:
      'The probability of such a rule by chance alone, adjusted for all rules that there could be (Benjamini and Hochberg). Of those at 0.05 or below, at most one in twenty is chance.',
  },
  yules_q: {
    term: 'Yule’s Q',
    meaning:
      'How two goods go together, from −1, never, through 0, as by chance, to 1, never the one without the other.',
  },
} as const;
