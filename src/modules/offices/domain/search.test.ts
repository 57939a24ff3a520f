import { beforeAll, describe, expect, test } from 'vitest';
import { listMunicipalities } from './municipality.ts';
import { officesFor } from './responsible-office.ts';
import { listCountries, searchCountries } from './search-countries.ts';
import { listAreas, searchPlaces } from './search-places.ts';

beforeAll(listMunicipalities);

describe('looking for a country', () => {
  test('OF-1: a few letters in either language are enough', () => {
    expect(searchCountries('regno', 'it')[0]).toEqual({ code: 'GB', name: 'Regno Unito' });
    expect(searchCountries('united k', 'it')[0]?.name).toBe('Regno Unito');
    expect(searchCountries('svizz', 'en')[0]?.name).toBe('Switzerland');
    expect(searchCountries('macedonia', 'it')[0]?.code).toBe('MK');
    expect(searchCountries('cote d ivoire', 'en')[0]?.code).toBe('CI');
  });

  test('OF-1: so is the name that everybody uses', () => {
    expect(searchCountries('Inghilterra', 'it')[0]?.code).toBe('GB');
    expect(searchCountries('olanda', 'it')[0]?.code).toBe('NL');
    expect(searchCountries('USA', 'it')[0]?.code).toBe('US');
  });

  test('OF-1: nothing typed finds nothing, and no answer is endless', () => {
    expect(searchCountries('', 'it')).toEqual([]);
    expect(searchCountries(' . ', 'it')).toEqual([]);
    expect(searchCountries('a', 'it')).toHaveLength(10);
  });

  test('OF-11: without JavaScript every country is in one list, in the alphabet of the language', () => {
    expect(listCountries('it')).toHaveLength(listCountries('en').length);
    expect(listCountries('it')[0]?.name).toBe('Afghanistan');
    expect(listCountries('en').at(-1)?.name).toBe('Zimbabwe');
  });
});

describe('looking for a place', () => {
  test('OF-1: towns come with the area that tells them apart', async () => {
    expect(await searchPlaces('GB', 'newport', 'it')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Newport (Galles)', within: 'Galles del Sud' }),
        expect.objectContaining({ name: 'Newport (Isola di Wight)', within: 'Inghilterra sud-orientale' }),
      ]),
    );
    expect((await searchPlaces('CH', 'genf', 'it'))[0]?.name).toBe('Ginevra');
  });

  test('OF-1: what is chosen from the list is understood', async () => {
    const [first] = await searchPlaces('DE', 'monac', 'it');
    expect(first?.name).toBe('Monaco di Baviera');
    expect(await officesFor({ country: 'DE', place: first?.id ?? '' })).toMatchObject({
      office: { id: 'munich' },
    });
    const [rome] = await searchPlaces('IT', 'roma', 'en');
    expect(rome).toEqual({ id: 'H501', name: 'Rome', within: 'RM' });
    expect(await officesFor({ country: 'IT', place: rome?.id ?? '' })).toMatchObject({ kind: 'italy' });
  });

  test('OF-1: Italian municipalities of today are written properly', async () => {
    const municipalities = await listMunicipalities();
    expect(municipalities.length).toBeGreaterThan(7800);
    const names = municipalities.map(({ name }) => name.it);
    expect(names).toContain('Reggio nell’Emilia');
    expect(names).toContain('Nardò');
    expect(names.filter((name) => /\b[DdLl]['’]\p{Ll}/u.test(name))).toEqual([]);
  });

  test('OF-1: where no districts are known there is nothing to suggest', async () => {
    expect(await searchPlaces('FR', 'tolosa', 'it')).toEqual([]);
    expect(listAreas('FR', 'it')).toEqual([]);
  });

  test('OF-11: without JavaScript the areas are one list', () => {
    const names = listAreas('CH', 'it').map(({ name }) => name);
    expect(names).toHaveLength(26);
    expect(names).toContain('Grigioni');
  });

  test('OF-1: an answer to typed letters takes under 5 ms', async () => {
    const letters = ['s', 'sa', 'san', 'san ', 'san g', 'roc', 'monte', 'ia'];
    for (const text of letters) await searchPlaces('IT', text, 'it');
    const spent: number[] = [];
    for (let round = 0; round < 5; round += 1)
      for (const text of letters) {
        const start = performance.now();
        await searchPlaces('IT', text, 'it');
        searchCountries(text, 'it');
        spent.push(performance.now() - start);
      }
    expect(spent.sort((a, b) => a - b)[Math.floor(spent.length / 2)]).toBeLessThan(5);
  });
});
