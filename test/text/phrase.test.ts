import { describe, expect, it } from 'vitest';
import { figure, named, phrase, plain } from '../../src/text/phrase.ts';

describe('phrase`…`', () => {
  it('keeps figures and names apart from the words', () => {
    expect(phrase`We know ${figure('3')} of ${named('<b>')}`).toEqual([
      'We know ',
      { kind: 'figure', text: '3' },
      ' of ',
      { kind: 'name', text: '<b>' },
    ]);
  });

  it('takes phrases and plain text into itself', () => {
    const inner = phrase`${figure('3')} customers`;
    expect(plain(phrase`There are ${inner}${', or more'}.`)).toBe('There are 3 customers, or more.');
    expect(phrase``).toEqual([]);
  });
});
