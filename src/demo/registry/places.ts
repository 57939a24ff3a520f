import type { Chance } from './chance.ts';

export interface Town {
  /** Code in the land registry (codice catastale). */
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly postCode: string;
  /** First year in which people could be born there under this code. */
  readonly since: number;
  /** Day on which it joined the registry (subentro). */
  readonly joinedOn: string;
}

/** How often a town comes up, its code, name, province, post code, first year, and the day it joined the registry. */
const rows = `
28 H501 Roma RM 00100 1885 2020-10-05
14 F205 Milano MI 20100 1874 2018-12-10
9 F839 Napoli NA 80100 1866 2021-06-28
9 L219 Torino TO 10100 1890 2018-11-26
6 G273 Palermo PA 90100 1862 2021-11-15
6 D969 Genova GE 16100 1874 2019-09-23
4 A944 Bologna BO 40100 1862 2019-03-18
4 D612 Firenze FI 50100 1870 2018-10-22
3 A662 Bari BA 70100 1864 2020-02-17
3 C351 Catania CT 95100 1862 2021-07-19
3 L781 Verona VR 37100 1867 2019-05-13
3 L736 Venezia VE 30100 1884 2018-09-17
2 G224 Padova PD 35100 1867 2019-06-10
2 L424 Trieste TS 34100 1922 2019-11-04
2 B157 Brescia BS 25100 1881 2019-04-08
2 G337 Parma PR 43100 1867 2019-02-25
2 F257 Modena MO 41100 1862 2018-07-16
2 G478 Perugia PG 06100 1862 2020-01-20
2 H199 Ravenna RA 48100 1862 2018-06-11
2 B354 Cagliari CA 09100 1862 2020-06-22
1 A794 Bergamo BG 24100 1862 2019-01-28
1 L378 Trento TN 38100 1921 2020-03-02
1 L840 Vicenza VI 36100 1867 2019-10-14
1 A271 Ancona AN 60100 1862 2020-09-07
1 L483 Udine UD 33100 1867 2019-12-09
1 E506 Lecce LE 73100 1862 2021-02-15
1 G942 Potenza PZ 85100 1862 2021-09-13
1 A326 Aosta AO 11100 1862 2020-11-16
1 F979 Nuoro NU 08100 1862 2021-10-04
2 A952 Bolzano BZ 39100 1921 2019-11-18
1 F132 Merano BZ 39012 1921 2020-05-11
1 D324 San_Dorligo_della_Valle TS 34018 1922 2020-12-14
`;

const listed = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [weight = '', code = '', name = '', province = '', postCode = '', since = '', joinedOn = ''] =
      row.split(' ');
    const town: Town = {
      code,
      name: name.replaceAll('_', ' '),
      province,
      postCode,
      since: Number(since),
      joinedOn,
    };
    return { town, weight: Number(weight) };
  });

export const towns: readonly Town[] = listed.map(({ town }) => town);
const drawn: readonly Town[] = listed.flatMap(({ town, weight }) => Array<Town>(weight).fill(town));

export function aTown(chance: Chance): Town {
  return chance.pick(drawn);
}

export function townOf(code: string): Town {
  const town = towns.find((each) => each.code === code);
  if (town === undefined) throw new Error(`No town ${code} in the demonstration`);
  return town;
}

export interface Abroad {
  readonly country: string;
  /** Code of the State in tax codes. */
  readonly code: string;
  readonly city: string;
  readonly consulate?: string;
}

/** Where Italians of the demonstration live abroad. */
export const abroad: readonly (Abroad & { readonly consulate: string })[] = [
  { country: 'GB', code: 'Z114', city: 'Manchester', consulate: 'manchester' },
  { country: 'GB', code: 'Z114', city: 'London', consulate: 'london' },
  { country: 'AR', code: 'Z600', city: 'Buenos Aires', consulate: 'buenos-aires' },
  { country: 'US', code: 'Z404', city: 'New York', consulate: 'new-york' },
  { country: 'AU', code: 'Z700', city: 'Melbourne', consulate: 'melbourne' },
  { country: 'CH', code: 'Z133', city: 'Zürich', consulate: 'zurich' },
];

/** Where people come from who live in Italy with another citizenship. */
export const origins: readonly Abroad[] = [
  { country: 'RO', code: 'Z129', city: 'Cluj' },
  { country: 'AL', code: 'Z100', city: 'Durazzo' },
  { country: 'MA', code: 'Z330', city: 'Fès' },
  { country: 'CN', code: 'Z210', city: 'Wenzhou' },
  { country: 'PE', code: 'Z611', city: 'Lima' },
  { country: 'IN', code: 'Z222', city: 'Jaipur' },
];
