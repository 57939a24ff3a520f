import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { parseTaxCode, withoutOmocode } from '#kernel/tax-code.ts';
import { foldName, personIdentity } from './person-key.ts';
import { officeOf } from './residence.ts';

const mario = { givenName: 'Mario', familyName: 'Rossi', bornOn: civilDate('1980-01-01') };
const read = async (raw: string, person = mario) => {
  const parsed = await parseTaxCode(raw, person);
  return parsed.ok ? parsed.value : parsed.refusal.code;
};

describe('who a person is', () => {
  test('ID-1: a tax code is read with spaces and small letters, omocodes included', async () => {
    expect(await read('rssmra80a01 h501u')).toBe('RSSMRA80A01H501U');
    expect(await read('RSSMRA80AL1H501F')).toBe('RSSMRA80AL1H501F');
    expect(withoutOmocode('RSSMRA80AL1H501F')).toBe('RSSMRA80A01H501U');
  });

  test('ID-1: a tax code with a wrong check letter, or of somebody else, is refused with the reason', async () => {
    expect(await read('RSSMRA80A01H501X')).toBe('not_a_tax_code');
    expect(await read('ROSSI')).toBe('not_a_tax_code');
    expect(await read('RSSMRA80A01H501U', { ...mario, bornOn: civilDate('1980-01-02') })).toBe(
      'other_birth_date',
    );
    expect(await read('RSSMRA80A01H501U', { ...mario, givenName: 'Anna' })).toBe('other_name');
  });

  test('BK-5: the same person is known again by tax code, else by name and date of birth', () => {
    const plain = { ...mario, taxCode: 'RSSMRA80A01H501U' };
    expect(personIdentity({ ...mario, taxCode: 'RSSMRA80AL1H501F' })).toBe(personIdentity(plain));
    expect(foldName('D’Amico Niccolò')).toBe(foldName('DAMICO NICCOLO'));
    expect(personIdentity({ ...mario, givenName: 'MARIO ', taxCode: null })).toBe(
      personIdentity({ ...mario, taxCode: null }),
    );
    expect(personIdentity({ ...mario, taxCode: null })).not.toBe(
      personIdentity({ ...mario, bornOn: civilDate('1980-01-02'), taxCode: null }),
    );
  });

  test('ID-8: the office follows from the residence, or from the choice among the offered ones', () => {
    const name = { it: 'Londra', en: 'London' };
    expect(officeOf({ kind: 'one', office: { id: 'london', name } }, 'elsewhere')).toEqual({
      decided: true,
      officeId: 'london',
    });
    const choose = {
      kind: 'choose',
      offices: [
        { id: 'a', name },
        { id: 'b', name },
      ],
    } as const;
    expect(officeOf(choose, undefined)).toEqual({ decided: false });
    expect(officeOf(choose, 'elsewhere')).toEqual({ decided: false });
    expect(officeOf(choose, 'b')).toEqual({ decided: true, officeId: 'b' });
    expect(officeOf({ kind: 'italy', municipality: 'Roma' }, 'b')).toEqual({ decided: true, officeId: null });
  });
});
