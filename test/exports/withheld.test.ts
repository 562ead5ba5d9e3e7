import { describe, expect, it } from 'vitest';
import { explainWithheld } from '../../src/exports/withheld.ts';
import { counting, manyCustomers, shopOf } from './support.ts';
import { inEnglish } from '../../src/text/remark.ts';

const known = { email: 'ane@example.eus', phone: '600', city: 'Bilbo' };

describe('explainWithheld(engine)', () => {
  const note = async (...customers: readonly Record<string, string | boolean>[]): Promise<string | null> => {
    const told = await explainWithheld(await shopOf(customers.map((row, i) => ({ customer_id: `c${i}`, ...row }))));
    return told && inEnglish([told]).join('');
  };

  it('names every kind of address that no customer may be reached by, in one sentence', async () => {
    expect(await note(known, known)).toBe(
      'no customer has email_opt_in, phone_opt_in, sms_opt_in or post_opt_in: no file holds any e-mail address, number to call, number to text or postal address; map them in the customers source, where there is consent',
    );
  });

  it('names one channel alone', async () => {
    expect(await note({ ...known, phone_opt_in: true, sms_opt_in: true, post_opt_in: true })).toBe(
      'no customer has email_opt_in: no file holds any e-mail address; map it in the customers source, where there is consent',
    );
  });

  it('takes one customer with consent for a channel that is asked about, with or without an address', async () => {
    expect(
      await note(known, { email_opt_in: true, phone_opt_in: true, sms_opt_in: true, post_opt_in: true }),
    ).toBeNull();
  });

  it('tells calls from text messages, though the number is one', async () => {
    const others = { ...known, email_opt_in: true, post_opt_in: true };
    expect(await note({ ...others, sms_opt_in: true })).toMatch(
      /^no customer has phone_opt_in: no file holds any number to call; map it /,
    );
    expect(await note({ ...others, phone_opt_in: true })).toMatch(
      /^no customer has sms_opt_in: no file holds any number to text; map it /,
    );
    expect(await note({ ...others, ads_opt_in: true })).toMatch(/^no customer has phone_opt_in or sms_opt_in: /);
    expect(await note({ ...others, phone_opt_in: true, sms_opt_in: true })).toBeNull();
  });

  it('says nothing of addresses that nobody has', async () => {
    expect(await note({})).toBeNull();
    expect(await note()).toBeNull();
    expect(await note({ postal_code: '48001' })).toMatch(/^no customer has post_opt_in: no file holds any postal/);
  });

  it('reads one row, however many customers there are', async () => {
    for (const count of [10, 10_000]) {
      const counted = counting(await manyCustomers(count));
      await explainWithheld(counted.engine);
      expect(counted.rows()).toBe(1);
    }
  });
});
