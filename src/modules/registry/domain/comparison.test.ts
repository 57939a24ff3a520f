import { beforeAll, describe, expect, test } from 'vitest';
import { readTaxCode, type TaxCodeContent } from '#kernel/tax-code.ts';
import { type ComparedField, compareRegisters, type KnownData } from './comparison.ts';
import { comparePlaces, compareTexts } from './same-text.ts';

const ada: KnownData = {
  familyName: 'Prova',
  givenName: 'Ada',
  sex: 'F',
  bornOn: '1980-01-01',
  birthPlace: { country: 'IT', municipality: 'A952', name: 'Bolzano' },
  taxCode: 'PRVDAA80A41A952L',
  citizenships: [{ of: 'IT' }],
  maritalStatus: 'married',
  address: { country: 'GB', locality: 'Leeds', street: 'Sample Road', number: '9' },
  municipality: 'A952',
};

let code: TaxCodeContent | undefined;
beforeAll(async () => {
  code = await readTaxCode('PRVDAA80A41A952L');
});

/** What is said of a field when the two registers differ in it alone. */
function compared(
  field: ComparedField,
  consular: Partial<KnownData>,
  registry: Partial<KnownData> = {},
  by: TaxCodeContent | null | undefined = code,
) {
  const rows = compareRegisters({ ...ada, ...consular }, { ...ada, ...registry }, by ?? undefined);
  const row = rows.find((each) => each.field === field);
  return [row?.agreement, row?.correct];
}

describe('three registers field by field', () => {
  test('registers and code that agree leave nothing to correct', () => {
    const rows = compareRegisters(ada, ada, code);
    expect(rows.map(({ agreement }) => agreement)).toEqual(rows.map(() => 'same'));
    expect(rows.flatMap(({ correct }) => correct)).toEqual([]);
    expect(rows.find(({ field }) => field === 'sex')?.fits).toEqual({ consular: true, registry: true });
  });

  test('where one register fits the code and the other does not, the other is put right', () => {
    expect(compared('sex', { sex: 'M' })).toEqual(['differs', ['consulate']]);
    expect(compared('sex', {}, { sex: 'M' })).toEqual(['differs', ['municipality']]);
    expect(compared('born_on', { bornOn: '1980-01-11' })).toEqual(['differs', ['consulate']]);
    expect(compared('family_name', { familyName: 'Esempio' })).toEqual(['differs', ['consulate']]);
    const milan = { country: 'IT', municipality: 'F205', name: 'Milano' };
    expect(compared('birth_place', {}, { birthPlace: milan })).toEqual(['differs', ['municipality']]);
  });

  test('where the code does not tell, both can be wrong; where none fits it, the code can', () => {
    expect(compared('marital_status', { maritalStatus: 'single' })).toEqual([
      'differs',
      ['consulate', 'municipality'],
    ]);
    const male = { sex: 'M' as const };
    expect(compared('sex', male, male)).toEqual(['same', ['revenue_agency']]);
    expect(compared('born_on', { bornOn: '1981-01-01' }, { bornOn: '1982-01-01' })).toEqual([
      'differs',
      ['consulate', 'municipality', 'revenue_agency'],
    ]);
  });

  test('without a code nothing is hinted', () => {
    expect(compared('sex', { sex: 'M' }, {}, null)).toEqual(['differs', ['consulate', 'municipality']]);
  });

  test('what one register does not know is asked of that one', () => {
    expect(compared('marital_status', { maritalStatus: undefined })).toEqual(['missing', ['consulate']]);
    expect(compared('tax_code', {}, { taxCode: undefined })).toEqual(['missing', ['municipality']]);
    expect(compared('given_name', { givenName: undefined }, { givenName: undefined })).toEqual([
      'missing',
      [],
    ]);
  });

  test('a date of which less is known is incomplete, not wrong', () => {
    expect(compared('born_on', { bornOn: '1980' })).toEqual(['incomplete', ['consulate']]);
    expect(compared('born_on', {}, { bornOn: '1980-01' })).toEqual(['incomplete', ['municipality']]);
    expect(compared('born_on', { bornOn: '1980-02' })).toEqual(['differs', ['consulate']]);
  });

  test('letters in the place of digits in the code (omocodia) make no difference', () => {
    expect(compared('tax_code', { taxCode: 'PRVDAA80A41A95NL' })[0]).toBe('same');
  });

  test('States of birth are compared with the code, too', async () => {
    const argentine = await readTaxCode('DNVDLE90E54Z600W');
    const born = (country: string) => ({ birthPlace: { country, name: 'Buenos Aires' } });
    const fitting = { familyName: 'Dunaverdi', givenName: 'Delia' };
    expect(compared('birth_place', { ...fitting, ...born('UY') }, born('AR'), argentine)).toEqual([
      'differs',
      ['consulate'],
    ]);
    expect(argentine?.place).toEqual({ code: 'Z600', name: 'Argentina', country: 'AR' });
    expect(await readTaxCode('DNVDLE90E54Z600A')).toBeUndefined();
  });

  test('a register that is not read is not compared', () => {
    const rows = compareRegisters(ada, undefined, code);
    expect(new Set(rows.map(({ agreement }) => agreement))).toEqual(new Set(['not_compared']));
    expect(rows.find(({ field }) => field === 'sex')?.fits).toEqual({ consular: true });
  });
});

describe('names in two registers', () => {
  test.each([
    ['Prova', 'Prova', 'same'],
    ['Pròva', 'Prova', 'spelling'],
    ['D’Amico', 'DAMICO', 'spelling'],
    ['Müller', 'Mueller', 'spelling'],
    ['Müller', 'Muller', 'spelling'],
    ['Žaneta', 'Zaneta', 'spelling'],
    ['Peña', 'PENA', 'spelling'],
    ['De Luca', 'Deluca', 'spelling'],
    ['Prova', 'Proba', 'differs'],
    ['Ида', 'Ida', 'differs'],
    ['', 'Ada', 'missing'],
    [undefined, 'Ada', 'missing'],
  ])('%s and %s: %s', (one, other, agreement) => {
    expect(compareTexts(one, other)).toBe(agreement);
    expect(compareTexts(other, one)).toBe(agreement);
  });

  test('places are compared by code, else by State and name', () => {
    const bolzano = { country: 'IT', municipality: 'A952', name: 'Bolzano' };
    expect(comparePlaces(bolzano, { ...bolzano, name: 'Bozen' })).toBe('same');
    expect(comparePlaces(bolzano, { country: 'IT', name: 'BOLZANO' })).toBe('spelling');
    expect(comparePlaces(bolzano, { country: 'AT', name: 'Bolzano' })).toBe('differs');
  });
});
