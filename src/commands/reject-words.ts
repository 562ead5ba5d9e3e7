/**
 * What the reasons of rejects mean, in the words of whoever made the file. The codes come from the loader: values and records as
 * `sources` reads them, and what the engine's CSV reader says of records that it cannot split.
 */
const sentences: Readonly<Record<string, string>> = {
  not_a_number: 'no number as decimal_mark and thousands_mark have it',
  does_not_fit: 'too large to be money or a quantity',
  not_from_minus_1_to_1: 'below -1 or above 1: map another scale, as in "(stars - 3) / 2"',
  not_a_date: 'no date as date_format has it (without one: 2026-11-20)',
  impossible_date: 'a date before 1900 or after 2199',
  has_a_time_of_day: 'a time of day where a day is wanted',
  not_yes_or_no: 'neither yes nor no',
  has_a_nul_character: 'an id with a NUL character in it',
  has_an_invisible_character: 'an id with a tab or an invisible character in it',
  missing: 'nothing where a value is needed',
  too_many_fields: 'more fields than the header has: a delimiter inside a value without quotes?',
  too_few_fields: 'fewer fields than the header has',
  not_json: 'a line that is no JSON',
  not_a_json_object: 'JSON, but no object of names and values',
  order_of_several_sources: 'an order number that two sources use',
  order_of_several_customers: 'an order whose lines name more than one customer',
  conflicting_rows_of_one_key: 'different rows with one key; updated_at would tell which is newer',
  unknown_customer: 'a customer that no customers table lists',
  unclosed_quote: 'a quote that opens and never closes',
  unquoted_value: 'text beside the quotes of a value, or a quote that never closes',
  missing_columns: 'fewer fields than the header has',
  too_many_columns: 'more fields than the header has: a delimiter inside a value without quotes?',
  line_size_over_maximum: 'a record too long to be read',
  invalid_encoding: 'bytes that are no text in the encoding of the source',
  invalid_state: 'a quote where none can stand',
  cast: 'a value that is not of its type',
};

/** A reason in words: `unquoted_value_in_field_3` → `text beside the quotes of a value …, in field 3`. Null: we have none for it. */
export function reasonInWords(code: string): string | null {
  const [, reason = code, field] = /^(.+?)(?:_in_field_(\d+))?$/.exec(code) ?? [];
  const sentence = sentences[reason];
  if (sentence === undefined) return null;
  return field === undefined ? sentence : `${sentence}, in field ${field}`;
}
