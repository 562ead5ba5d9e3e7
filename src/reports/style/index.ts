import { page } from './page.css.ts';
import { controls, pieces, print } from './pieces.css.ts';
import { tokens } from './tokens.css.ts';

const sheet = [tokens, page, pieces, controls, print].join('');

/** The style sheet of the report, without the white space that only its authors need. */
export const styleSheet: string = sheet
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};,]) ?/g, '$1')
  .trim();
