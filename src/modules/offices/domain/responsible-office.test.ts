import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodes } from '#kernel/country.ts';
import { listDistricts } from './districts.ts';
import { listOfficesFor } from './network.ts';
import { officesFor, type ResponsibleOffice } from './responsible-office.ts';

const answer = (found: ResponsibleOffice) => {
  if (found.kind === 'one') return found.office.id;
  if (found.kind === 'choose') return `${found.why}: ${found.offices.map(({ id }) => id).join(' ')}`;
  if (found.kind === 'italy') return found.municipality.code;
  return `${found.kind}: ${found.why}`;
};
const officeAt = async (country: string, place?: string) =>
  answer(await officesFor({ country, ...(place !== undefined && { place }) }));

describe('finding the responsible office', () => {
  test('ID-8: a State with one post needs no place', async () => {
    expect(await officeAt('IE')).toBe('dublin');
    expect(await officeAt('LI', 'Vaduz')).toBe('zurich');
    expect(await officeAt('FJ', 'Suva')).toBe('canberra');
  });

  test('ID-8: where a post is suspended, the one that took over answers', async () => {
    expect(await officeAt('AF')).toBe('doha');
    expect(await officeAt('YE')).toBe('riyadh');
  });

  test('ID-8: several posts and no known districts: the person chooses among all of them', async () => {
    const found = await officesFor({ country: 'FR', place: 'Tolosa' });
    expect(answer(found)).toBe('districts_unknown: paris lyon marseille nice metz');
    expect(found).toMatchObject({ isDemonstration: false });
  });

  test.each([
    ['GB', 'Manchester', 'manchester'],
    ['GB', 'Londra', 'london'],
    ['GB', 'LONDON', 'london'],
    ['GB', 'Leeds, West Yorkshire', 'manchester'],
    ['GB', 'Edimburgo', 'edinburgh'],
    ['CH', 'Ginevra', 'geneva'],
    ['CH', 'Genève', 'geneva'],
    ['CH', 'geneve', 'geneva'],
    ['CH', 'Zürich', 'zurich'],
    ['CH', 'San Gallo', 'zurich'],
    ['DE', 'Monaco', 'munich'],
    ['DE', 'München', 'munich'],
    ['DE', 'muenchen', 'munich'],
    ['DE', 'Brunswick', 'wolfsburg'],
    ['AR', 'Cordoba', 'cordoba'],
    ['AR', 'buenos aires', 'buenos-aires'],
    ['AR', 'Terra del Fuoco', 'bahia-blanca'],
  ])('ID-8: in %s somebody from %s goes to %s', async (country, place, office) => {
    expect(await officeAt(country, place)).toBe(office);
  });

  test('ID-8: a place between two districts is said to be so', async () => {
    expect(await officeAt('GB', 'Carlisle')).toBe('between_districts: manchester edinburgh');
    expect(await officeAt('CH', 'Argovia')).toBe('between_districts: basel zurich');
    expect(await officeAt('AR', 'Olavarria')).toBe('between_districts: la-plata mar-del-plata bahia-blanca');
  });

  test('ID-8: a name that several places bear is asked about, and a second name settles it', async () => {
    expect(await officeAt('DE', 'Frankfurt')).toBe('several_places: berlin frankfurt');
    expect(await officeAt('DE', 'Frankfurt, Hessen')).toBe('frankfurt');
    expect(await officeAt('DE', 'Frankfurt (Oder)')).toBe('berlin');
    expect(await officeAt('GB', 'Newport')).toBe('several_places: london manchester');
    expect(await officeAt('GB', 'Newport, South Wales')).toBe('london');
  });

  test('ID-8: a place that is missing or unknown offers all the posts, each for its own reason', async () => {
    expect(await officeAt('GB')).toBe('place_needed: london edinburgh manchester');
    expect(await officeAt('GB', '  ,')).toBe('place_needed: london edinburgh manchester');
    expect(await officeAt('GB', 'Hogsmeade')).toBe('place_unknown: london edinburgh manchester');
  });

  test('ID-8: in Italy the municipality answers and no office', async () => {
    expect(await officeAt('IT', 'Roma')).toBe('H501');
    expect(await officeAt('IT', 'rome')).toBe('H501');
    expect(await officeAt('IT', 'h501')).toBe('H501');
    expect(await officeAt('IT', 'Forli')).toBe('D704');
    expect(await officeAt('IT', 'Nardo')).toBe('F842');
    expect(await officeAt('IT', 'Castro')).toBe('choose_municipality: several_places');
    expect(await officeAt('IT', 'Castro (LE)')).toBe('M261');
    expect(await officeAt('IT', '')).toBe('choose_municipality: place_needed');
    expect(await officeAt('IT', 'Atlantide')).toBe('choose_municipality: place_unknown');
  });

  test('ID-8: a territory without a post of its own is offered those of its State', async () => {
    expect(await officeAt('PR')).toContain('territory: washington boston');
    expect(await officeAt('AX')).toBe('helsinki');
  });

  test('ID-8: only where nobody lives, or for no country at all, there is no office', async () => {
    const without: string[] = [];
    for (const country of countryCodes)
      if ((await officesFor({ country })).kind === 'none') without.push(country);
    expect(without).toEqual(['AQ', 'EH']);
    expect(await officeAt('XX')).toBe('none: no_such_country');
    expect(await officeAt('')).toBe('none: no_such_country');
  });

  test('ID-8: whatever somebody types, only offices of that country are offered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GB', 'DE', 'CH', 'AR', 'US', 'FR'),
        fc.string({ unit: 'grapheme' }),
        async (country, place) => {
          const found = await officesFor({ country, place });
          const offered =
            found.kind === 'one' ? [found.office] : found.kind === 'choose' ? found.offices : [];
          expect(offered.length).toBeGreaterThan(0);
          for (const office of offered) expect(listOfficesFor(country)).toContain(office);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('districts of demonstration', () => {
  test('OF-1: they are marked, and share the State among exactly its own offices', () => {
    for (const { country, areas, isDemonstration } of listDistricts()) {
      expect(isDemonstration).toBe(true);
      const named = new Set(areas.flatMap(({ offices }) => offices));
      const posts = listOfficesFor(country).filter((office) => office.country === country);
      expect([...named].sort(), country).toEqual(posts.map(({ id }) => id).sort());
    }
  });

  test('OF-1: each area and town leads by its id to the offices of its area', async () => {
    for (const { country, areas } of listDistricts())
      for (const area of areas)
        for (const { id } of [area, ...area.towns]) {
          const found = await officesFor({ country, place: id });
          const offered =
            found.kind === 'one' ? [found.office] : found.kind === 'choose' ? found.offices : [];
          expect(
            offered.map((office) => office.id),
            id,
          ).toEqual(area.offices);
        }
  });

  test('OF-1: no id stands for two places', () => {
    const ids = listDistricts().flatMap(({ areas }) =>
      areas.flatMap((area) => [area.id, ...area.towns.map(({ id }) => id)]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
