import type { Text } from '#kernel/locale.ts';
import type { Joining, PersonContent, Place } from '#modules/registry/public.ts';
import { chanceFrom } from './chance.ts';
import { type Day, day, dayNumber } from './days.ts';
import {
  asParty,
  contentOf,
  type Draft,
  firstVersion,
  householdId,
  italianPlace,
  personId,
  type Setting,
} from './draft.ts';
import { householdVersionsOf, versionsOf } from './history.ts';
import { duplicateOf, struck } from './irregular.ts';
import { abroad, townOf } from './places.ts';
import { taxCodeOf } from './tax-codes.ts';

/** Somebody of the demonstration's registry whom manuals, the test identity provider and tests call by name. */
export interface DemoPerson {
  readonly id: string;
  readonly taxCode: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: 'M' | 'F';
  readonly bornOn: string;
  /** Code of the municipality or State of birth. */
  readonly placeCode: string;
  readonly email: string;
  readonly mobile: string;
  /** What is to be seen with this person. */
  readonly shows: Text;
}

interface Cast {
  readonly number: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'M' | 'F';
  readonly bornOn: string;
  readonly placeCode: string;
  readonly shows?: Text;
}

const cast = {
  bruno: row(1, 'Bruno Lampachiari', 'M', '1979-04-18', 'A952', {
    it: 'famiglia di quattro a Bolzano, certificati anche in tedesco',
    en: 'family of four in Bolzano, certificates in German too',
  }),
  elsa: row(2, 'Elsa Dolcisereni', 'F', '1981-09-02', 'L378'),
  lia: row(3, 'Lia Lampachiari', 'F', '2009-02-11', 'A952'),
  zeno: row(4, 'Zeno Lampachiari', 'M', '2014-07-30', 'A952'),
  otto: row(5, 'Otto Ventoquieti', 'M', '1974-11-05', 'A944', {
    it: 'AIRE a Manchester da prima che Bologna entrasse nell’ANPR',
    en: 'in Manchester (AIRE) since before Bologna joined the registry',
  }),
  nora: row(6, 'Nora Ulivolieti', 'F', '1986-03-21', 'A944', {
    it: 'AIRE a Manchester da dopo l’ingresso di Bologna nell’ANPR, sposata prima di partire',
    en: 'in Manchester (AIRE) since after Bologna joined the registry, married before leaving',
  }),
  ugo: row(7, 'Ugo Ortosoli', 'M', '1984-12-09', 'F257'),
  delia: row(8, 'Delia Dunaverdi', 'F', '1990-05-14', 'Z600', {
    it: 'AIRE a Buenos Aires, mai vissuta in Italia, due cittadinanze',
    en: 'in Buenos Aires (AIRE), has never lived in Italy, two citizenships',
  }),
  furio: row(9, 'Furio Tegolaneri', 'M', '1968-01-27', 'H501', {
    it: 'procedimento aperto: solo residenza e stato di famiglia',
    en: 'open procedure: residence and family status only',
  }),
  gilda: row(10, 'Gilda Pescanovi', 'F', '1993-10-08', 'F839', {
    it: 'parzialmente certificabile',
    en: 'partly certifiable',
  }),
  ivo: row(11, 'Ivo Grillolenti', 'M', '1961-06-16', 'F205', {
    it: 'senza fissa dimora',
    en: 'no fixed address',
  }),
  carla: row(12, 'Carla Mirtisanti', 'F', '1942-08-25', 'L219', {
    it: 'vedova, in una casa di riposo (convivenza)',
    en: 'widow, in a home for the elderly (registered facility)',
  }),
  tea: row(13, 'Tea Salviarossi', 'F', '1998-12-01', 'L424', {
    it: 'nubile, vive da sola a San Dorligo della Valle, certificati anche in sloveno',
    en: 'single, alone in San Dorligo della Valle, certificates in Slovene too',
  }),
  remo: row(14, 'Remo Boscotersi', 'M', '1988-02-19', 'G224', {
    it: 'contratto di convivenza con data di stipula',
    en: 'cohabitation contract with its date',
  }),
  vera: row(15, 'Vera Fioccochiari', 'F', '1989-07-07', 'L736'),
  sisto: row(16, 'Sisto Draghineri', 'M', '1977-05-23', 'L781', {
    it: 'contratto di convivenza senza data di stipula',
    en: 'cohabitation contract without its date',
  }),
  olga: row(17, 'Olga Zollavispi', 'F', '1978-11-30', 'L781'),
  mina: row(18, 'Mina Cremasoli', 'F', '1985-01-12', 'D612', {
    it: 'più cittadinanze, divorziata, si è appena trasferita: dati elettorali in aggiornamento',
    en: 'several citizenships, divorced, has just moved: electoral data being updated',
  }),
  leone: row(19, 'Leone Acquafini', 'M', '1983-08-14', 'D969', {
    it: 'unito civilmente',
    en: 'in a civil union',
  }),
  guido: row(20, 'Guido Barcapiani', 'M', '1982-03-03', 'D969'),
  rita: row(21, 'Rita Verganobili', 'F', '1971-09-19', 'G273', {
    it: 'famiglia senza intestatario',
    en: 'household without a holder',
  }),
  quinto: row(22, 'Quinto Verganobili', 'M', '2001-04-04', 'G273'),
  pia: row(23, 'Pia Lumachemiti', 'F', '1966-02-06', 'C351', {
    it: 'scheda cancellata per emigrazione: l’accesso dice quale caso è',
    en: 'record struck after emigration: signing in says which case it is',
  }),
  nestore: row(24, 'Nestore Fungofini', 'M', '1957-07-17', 'A662', {
    it: 'scheda duplicata: l’accesso dice quale caso è',
    en: 'duplicate record: signing in says which case it is',
  }),
  elmo: row(25, 'Elmo Rondiscuri', 'M', '1995-12-24', 'G337', {
    it: 'non c’è nell’anagrafe: l’accesso dice quale caso è',
    en: 'not in the registry: signing in says which case it is',
  }),
} as const satisfies Readonly<Record<string, Cast>>;

type Name = keyof typeof cast;

function row(
  number: number,
  name: string,
  sex: 'M' | 'F',
  bornOn: string,
  placeCode: string,
  shows?: Text,
): Cast {
  const [givenName = '', familyName = ''] = name.split(' ');
  return { number, givenName, familyName, sex, bornOn, placeCode, ...(shows && { shows }) };
}

/** The people of the demonstration's registry, each with what they show; ids and tax codes never change. */
export const demoPeople: readonly DemoPerson[] = Object.values(cast).flatMap((each: Cast) =>
  each.shows === undefined
    ? []
    : [
        {
          id: personId(each.number),
          taxCode: taxCodeOf(each),
          familyName: each.familyName,
          givenName: each.givenName,
          sex: each.sex,
          bornOn: each.bornOn,
          placeCode: each.placeCode,
          email: `${each.givenName}.${each.familyName}@persone.example`.toLowerCase(),
          mobile: `+3933300${String(each.number).padStart(5, '0')}`,
          shows: each.shows,
        },
      ],
);

/** Codes that are taken by the cast. */
export const castTaxCodes: readonly string[] = Object.values(cast).map(taxCodeOf);

/** Identifier of somebody of the cast. */
export function demoPersonId(name: Name): string {
  return personId(cast[name].number);
}

type Details = Partial<Pick<Draft, 'relation' | 'maritalStatus' | 'citizenships' | 'taxCode'>>;

function draft(name: Name, details: Details = {}): Draft {
  const each: Cast = cast[name];
  const on = day(each.bornOn);
  const place: Place = each.placeCode.startsWith('Z')
    ? { country: 'AR', name: 'Buenos Aires' }
    : italianPlace(townOf(each.placeCode));
  return {
    id: personId(each.number),
    taxCode: taxCodeOf(each),
    familyName: each.familyName,
    givenName: each.givenName,
    sex: each.sex,
    born: dayNumber(on),
    birth: {
      on,
      place,
      ...(place.municipality && {
        act: {
          number: String(100 + each.number),
          part: '1',
          series: 'A',
          year: Number(on.slice(0, 4)),
          municipality: place.municipality,
        },
      }),
    },
    citizenships: [{ of: 'IT', since: on }],
    relation: 'holder',
    maritalStatus: { state: 'single' },
    ...details,
  };
}

const home = (code: string, street: string, number: string, from: Day, until?: Day) => ({
  from,
  ...(until && { until }),
  country: 'IT',
  municipality: code,
  street,
  number,
  postCode: townOf(code).postCode,
});

function resident(
  code: string,
  household: number,
  street: string,
  from: string,
  before?: { code: string; since: string },
): Setting {
  const since = day(from);
  return {
    town: townOf(code),
    householdId: householdId(900_000_000 + household),
    enrolment: { register: 'resident', municipality: code, since },
    addresses: [
      ...(before === undefined ? [] : [home(before.code, 'via dei Carpini', '7', day(before.since), since)]),
      home(code, street, '12', since),
    ],
    ...(before !== undefined && {
      earlier: {
        town: townOf(before.code),
        enrolment: { register: 'resident' as const, municipality: before.code, since: day(before.since) },
        addresses: [home(before.code, 'via dei Carpini', '7', day(before.since))],
        until: since,
      },
    }),
  };
}

function inAire(
  code: string,
  household: number,
  city: string,
  left: string | undefined,
  beforeJoining: boolean,
): Setting {
  const post = abroad.find((each) => each.city === city);
  if (post === undefined) throw new Error(`No office for ${city} in the demonstration`);
  const since = day(left ?? '1990-06-20');
  return {
    town: townOf(code),
    householdId: householdId(900_000_000 + household),
    enrolment: {
      register: 'aire',
      municipality: code,
      since,
      why: left === undefined ? 'born_abroad' : 'expatriation',
      ...(left && { expatriatedOn: since }),
      consulate: post.consulate,
      beforeJoining,
    },
    addresses: [
      ...(left === undefined ? [] : [home(code, 'via dei Tigli', '3', day('2005-09-01'), since)]),
      { from: since, country: post.country, locality: city, street: 'Example Street', number: '24' },
    ],
    ...(left !== undefined && {
      earlier: {
        town: townOf(code),
        enrolment: { register: 'resident' as const, municipality: code, since: day('2005-09-01') },
        addresses: [home(code, 'via dei Tigli', '3', day('2005-09-01'))],
        until: since,
      },
    }),
  };
}

function bond(
  state: 'married' | 'civil_union',
  on: string,
  code: string,
  one: Draft,
  other: Draft,
): [Draft, Draft] {
  const date = day(on);
  const common = {
    on: date,
    place: italianPlace(townOf(code)),
    act: { number: '41', part: '2', series: 'A', year: Number(on.slice(0, 4)), municipality: code },
  };
  return [
    { ...one, maritalStatus: { state, bond: { ...common, partner: asParty(other) } } },
    { ...other, maritalStatus: { state, bond: { ...common, partner: asParty(one) } } },
  ];
}

/** The records of the cast, as their municipalities bring them. */
export function demoJoining(): Joining {
  const people: Joining['people'][number][] = [];
  const households: Joining['households'][number][] = [];
  const enter = (
    setting: Setting,
    members: readonly Draft[],
    change: (content: PersonContent) => PersonContent = (same) => same,
  ) => {
    const { householdId: id } = setting;
    if (id !== undefined) households.push(...householdVersionsOf(id, setting, true));
    const first = members[0]?.relation === 'holder' ? 1 : 2;
    for (const [index, member] of members.entries()) {
      const content = contentOf(drawsFor(member), member, setting, index + first);
      people.push(...lastChanged(versionsOf(content, setting, member.born), change));
    }
  };
  bolzano(enter);
  italiansAbroad(enter);
  alone(enter);
  couples(enter);
  people.push(...gone());
  return { people, households, facilities: [careHome] };
}

/** What is special about somebody stands in the version that holds today. */
function lastChanged(
  versions: Joining['people'],
  change: (content: PersonContent) => PersonContent,
): Joining['people'] {
  const today = versions.length - 1;
  return versions.map((each, index) => (index === today ? { ...each, content: change(each.content) } : each));
}

type Enter = (
  setting: Setting,
  members: readonly Draft[],
  change?: (content: PersonContent) => PersonContent,
) => void;

const careHome = {
  municipality: 'L219',
  id: 'L2190009',
  kind: 'care',
  name: 'Casa di riposo Le Rondini',
} as const;

/** Draws the same for somebody at every run, and so that everybody has a card and may vote. */
const drawsFor = ({ born }: Draft) => ({ ...chanceFrom(born), perMille: (share: number) => share > 100 });

function bolzano(enter: Enter): void {
  const parents = bond(
    'married',
    '2007-06-16',
    'A952',
    draft('bruno'),
    draft('elsa', { relation: 'spouse' }),
  );
  enter(resident('A952', 1, 'via dei Larici', '2011-03-01', { code: 'L378', since: '2006-02-15' }), [
    ...parents,
    draft('lia', { relation: 'child' }),
    draft('zeno', { relation: 'child' }),
  ]);
}

function italiansAbroad(enter: Enter): void {
  enter(inAire('A944', 2, 'Manchester', '2012-05-02', true), [draft('otto')]);
  enter(
    inAire('A944', 3, 'Manchester', '2022-09-12', false),
    bond('married', '2015-05-30', 'A944', draft('nora'), draft('ugo', { relation: 'spouse' })),
  );
  const born = day(cast.delia.bornOn);
  enter(inAire('H501', 4, 'Buenos Aires', undefined, true), [
    draft('delia', {
      citizenships: [
        { of: 'IT', since: born },
        { of: 'AR', since: born },
      ],
    }),
  ]);
}

function alone(enter: Enter): void {
  enter(resident('H501', 5, 'viale dei Frassini', '1999-04-10'), [draft('furio')], (content) => ({
    ...content,
    openProcedures: [
      { id: 'P0000009', kind: 'residence', municipality: 'H501', openedOn: day('2026-09-14') },
    ],
  }));
  enter(resident('F839', 6, 'vicolo dei Susini', '2018-11-20'), [draft('gilda')], (content) => ({
    ...content,
    certifiability: 'partial',
  }));
  const { householdId: _none, ...milan } = resident('F205', 0, 'via della Casa Comunale', '2019-02-01');
  enter(
    {
      ...milan,
      enrolment: { register: 'resident', municipality: 'F205', since: day('2019-02-01'), homeless: true },
    },
    [draft('ivo')],
  );
  const { householdId: _nobody, ...turin } = resident('L219', 0, 'viale dei Ciliegi', '2021-10-05');
  const { name, kind } = careHome;
  enter(
    {
      ...turin,
      facilityId: careHome.id,
      enrolment: {
        register: 'resident',
        municipality: 'L219',
        since: day('2021-10-05'),
        facility: { name, kind },
      },
    },
    [
      draft('carla', {
        maritalStatus: {
          state: 'widowed',
          bond: {
            on: day('1966-09-10'),
            place: italianPlace(townOf('L219')),
            act: { number: '212', part: '2', series: 'A', year: 1966, municipality: 'L219' },
            partner: { familyName: 'Noccioloforti', givenName: 'Berto' },
          },
          endedOn: day('2017-01-22'),
        },
      }),
    ],
  );
  enter(resident('D324', 7, 'via dei Ginepri', '2021-05-03', { code: 'L424', since: '1999-01-10' }), [
    draft('tea'),
  ]);
  enter(
    resident('D612', 8, 'piazza dei Gelsi', '2026-09-15', { code: 'A944', since: '2012-03-01' }),
    [
      draft('mina', {
        citizenships: [
          { of: 'IT', since: day('1985-01-12') },
          { of: 'CH', since: day('2004-06-30') },
        ],
        maritalStatus: {
          state: 'divorced',
          bond: {
            on: day('2010-09-04'),
            place: italianPlace(townOf('D612')),
            act: { number: '88', part: '2', series: 'A', year: 2010, municipality: 'D612' },
            partner: { familyName: 'Scartonobili', givenName: 'Tullio' },
          },
          endedOn: day('2021-03-15'),
        },
      }),
    ],
    (content) => ({ ...content, electoral: { mayVote: true, beingUpdatedSince: day('2026-09-15') } }),
  );
}

function couples(enter: Enter): void {
  const together = (one: Draft, other: Draft, dates: object) => (content: PersonContent) => ({
    ...content,
    cohabitationContract: { ...dates, partner: asParty(content.id === one.id ? other : one) },
  });
  const remo = draft('remo');
  const vera = draft('vera', { relation: 'cohabitant' });
  const signed = { stipulatedOn: day('2019-06-03'), registeredOn: day('2019-06-11'), municipality: 'G224' };
  enter(resident('G224', 9, 'via degli Ontani', '2016-07-01'), [remo, vera], together(remo, vera, signed));
  const sisto = draft('sisto');
  const olga = draft('olga', { relation: 'cohabitant' });
  const undated = { registeredOn: day('2018-10-02'), municipality: 'L781' };
  enter(resident('L781', 10, 'via dei Salici', '2015-01-15'), [sisto, olga], together(sisto, olga, undated));
  enter(
    resident('D969', 11, 'vicolo dei Melograni', '2018-02-02'),
    bond('civil_union', '2018-05-12', 'D969', draft('leone'), draft('guido', { relation: 'civil_partner' })),
  );
  enter(resident('G273', 12, 'via dei Noccioli', '2003-08-08'), [
    draft('rita', { relation: 'parent' }),
    draft('quinto', { relation: 'child' }),
  ]);
}

/** Records that nobody can come in with. */
function gone(): Joining['people'] {
  const { householdId: _none, ...catania } = resident('C351', 0, 'viale dei Biancospini', '1994-05-05');
  const gone = draft('pia');
  const pia = firstVersion(contentOf(drawsFor(gone), gone, catania, 1), day(catania.town.joinedOn));
  const { householdId: _nobody, ...bari } = resident('A662', 0, 'piazza dei Corbezzoli', '1985-03-20');
  const nestore = draft('nestore');
  const { taxCode: _code, ...other } = contentOf(drawsFor(nestore), nestore, bari, 1);
  const first = firstVersion({ ...other, id: personId(26) } as PersonContent, day(bari.town.joinedOn));
  const second = duplicateOf(first, nestore.id);
  return [
    ...struck(pia, 'emigration', day('2024-03-18')),
    first,
    { ...second, content: { ...second.content, ...(nestore.taxCode && { taxCode: nestore.taxCode }) } },
  ];
}
