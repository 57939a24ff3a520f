import type {
  Address,
  Enrolment,
  Facility,
  HouseholdContent,
  PersonContent,
  Version,
} from '#modules/registry/public.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Day, dayNumber, dayOf, today } from './days.ts';
import { asParty, contentOf, type Draft, householdId, personId, type Setting, withLater } from './draft.ts';
import { aFamily, aPerson, aPostAbroad, type Source } from './families.ts';
import { householdVersionsOf, versionsOf } from './history.ts';
import { blemish, duplicateOf, struck } from './irregular.ts';
import { aStreet } from './names.ts';
import { castTaxCodes } from './people.ts';
import { type Abroad, aTown, origins, type Town, towns } from './places.ts';
import { openTaxCodes } from './tax-codes.ts';

export interface Batch {
  readonly people: Version<PersonContent>[];
  readonly households: Version<HouseholdContent>[];
  readonly facilities: Facility[];
}

/** Numbers below are for the people who are written down by name. */
const firstNumber = 1000;
const perBatch = 5000;

/** Invented people in households, the same for the same number: batch after batch, for as many people as are asked for. */
export function* generate(people: number, seed = 1): Generator<Batch> {
  let made = 0;
  let number = firstNumber;
  let household = 0;
  const taxCode = openTaxCodes(people, castTaxCodes);
  let batch = emptyBatch();
  batch.facilities.push(...facilities);
  while (made < people) {
    household += 1;
    const chance = chanceFrom(seed * 7_368_787 + household);
    const source: Source = { chance, taxCode, next: () => number++ };
    made += addHousehold(batch, source, household);
    if (batch.people.length >= perBatch) {
      yield batch;
      batch = emptyBatch();
    }
  }
  yield batch;
}

function emptyBatch(): Batch {
  return { people: [], households: [], facilities: [] };
}

const facilities: readonly Facility[] = towns.flatMap(({ code, name }) => [
  { municipality: code, id: `${code}0001`, kind: 'care', name: `Casa di riposo Le Rondini di ${name}` },
  { municipality: code, id: `${code}0002`, kind: 'religious', name: `Convento del Tiglio, ${name}` },
  { municipality: code, id: `${code}0003`, kind: 'barracks', name: `Caserma Piana, ${name}` },
]);

/** Adds a household, or somebody who has none; answers how many people. */
function addHousehold(batch: Batch, source: Source, number: number): number {
  const { chance } = source;
  const town = aTown(chance);
  const turn = chance.below(1000);
  if (turn < 8) return addAlone(batch, source, inFacility(chance, town));
  if (turn < 10) return addAlone(batch, source, homeless(chance, town));
  if (turn < 14) return addGone(batch, source, town);
  if (turn < 90) return addAbroad(batch, source, number, town);
  const foreign = turn < 160 ? chance.pick(origins) : undefined;
  const family = aFamily(source, town, foreign === undefined ? {} : { foreign });
  return addFamily(batch, source, family, resident(chance, town, family, number, foreign));
}

function addAlone(batch: Batch, source: Source, setting: Setting): number {
  const draft: Draft = {
    ...aPerson(source, { age: [22, 95], relation: 'holder' }),
    maritalStatus: { state: 'single' },
  };
  batch.people.push(...versionsOf(contentOf(source.chance, draft, setting, 1), setting, draft.born));
  return 1;
}

/** Somebody whose record was struck after the municipality had joined. */
function addGone(batch: Batch, source: Source, town: Town): number {
  const { chance } = source;
  const draft: Draft = {
    ...aPerson(source, { age: [30, 95], relation: 'holder' }),
    maritalStatus: { state: 'single' },
  };
  const { householdId: _none, earlier: _earlier, ...setting } = resident(chance, town, [draft], 0, undefined);
  const [first] = versionsOf(contentOf(chance, draft, setting, 1), setting, draft.born);
  if (first === undefined) throw new Error('A record without a version');
  const on = dayOf(chance.between(dayNumber(first.trueFrom) + 15, today - 5));
  const why = chance.pick(['death', 'death', 'emigration', 'untraceable', 'other'] as const);
  batch.people.push(...struck(first, why, on));
  return 1;
}

function addFamily(batch: Batch, source: Source, family: readonly Draft[], setting: Setting): number {
  const { chance } = source;
  const { householdId: id } = setting;
  const moved = moveWithin(chance, setting);
  const contract = contractOf(chance, family, setting);
  const versions = family.map((draft, index) => {
    const whole = contentOf(chance, draft, setting, index + 1);
    const content = blemish(chance, contract === undefined ? whole : { ...whole, ...contract(draft) });
    const known = versionsOf(content, setting, draft.born);
    const [version] = known;
    if (moved === undefined || version === undefined || known.length > 1 || version.trueFrom >= moved.on)
      return known;
    return withLater(version, (before) => ({ ...before, addresses: moved.addresses }), moved.on);
  });
  batch.people.push(...versions.flat());
  if (id !== undefined) {
    const certifiable = !chance.perMille(10);
    batch.households.push(...householdVersionsOf(id, setting, certifiable));
  }
  const extra = irregular(source, versions);
  batch.people.push(...extra);
  return family.length + extra.length;
}

/** Half of the couples who live together have a contract; of some the day was never recorded. */
function contractOf(
  chance: Chance,
  [one, other]: readonly Draft[],
  { town }: Setting,
): ((of: Draft) => Pick<PersonContent, 'cohabitationContract'>) | undefined {
  if (one === undefined || other?.relation !== 'cohabitant' || chance.perMille(500)) return undefined;
  const adults = Math.max(one.born, other.born) + 19 * 366;
  const on = Math.max(contractsSince, adults, today - chance.between(30, 3600));
  const dates = {
    ...(chance.perMille(800) && { stipulatedOn: dayOf(on) }),
    registeredOn: dayOf(on + 9),
    municipality: town.code,
  };
  return ({ id }) => ({
    cohabitationContract: { ...dates, partner: asParty(id === one.id ? other : one) },
  });
}

/** L. 76/2016 in force. */
const contractsSince = dayNumber('2016-06-05');

/** Now and then a record is there twice, and now and then a procedure is open on it. */
function irregular(
  { chance, next }: Source,
  versions: readonly Version<PersonContent>[][],
): Version<PersonContent>[] {
  const [first] = versions[0] ?? [];
  if (first === undefined || !chance.perMille(2)) return [];
  return [duplicateOf(first, personId(next()))];
}

function resident(
  chance: Chance,
  town: Town,
  family: readonly Draft[],
  number: number,
  foreign: Abroad | undefined,
): Setting {
  const oldest = Math.min(...family.map(({ born }) => born));
  const since = Math.min(
    today - 30,
    Math.max(oldest + 21 * 365, dayNumber('1960-01-01') + chance.below(20_000)),
  );
  const before = foreign === undefined && chance.perMille(600) ? aTown(chance) : undefined;
  const from = dayOf(oldest + 1);
  const old = before && anAddress(chance, before, from, undefined);
  return {
    town,
    householdId: householdId(number),
    enrolment: { register: 'resident', municipality: town.code, since: dayOf(since) },
    addresses: [
      ...(old === undefined ? [] : [{ ...old, until: dayOf(since) }]),
      anAddress(chance, town, dayOf(since), undefined),
    ],
    ...(before !== undefined && before.code !== town.code && { movedOn: since }),
    ...(before !== undefined &&
      old !== undefined && {
        earlier: {
          town: before,
          enrolment: { register: 'resident' as const, municipality: before.code, since: from },
          addresses: [old],
          until: dayOf(since),
        },
      }),
  };
}

function anAddress(chance: Chance, town: Town, from: Day | undefined, until: Day | undefined): Address {
  return {
    ...(from && { from }),
    ...(until && { until }),
    country: 'IT',
    municipality: town.code,
    street: aStreet(chance),
    number: String(chance.between(1, 180)),
    ...(chance.perMille(250) && { flat: String(chance.between(1, 24)) }),
    postCode: town.postCode,
    ...(chance.perMille(8) && { changedExOfficio: true }),
  };
}

/** A move within the municipality after it joined: then the registry knows the address before, too. */
function moveWithin(
  chance: Chance,
  { town, addresses, enrolment }: Setting,
): { on: Day; addresses: Address[] } | undefined {
  if (enrolment.register === 'aire' || !chance.perMille(50)) return undefined;
  const on = dayOf(chance.between(dayNumber(town.joinedOn) + 30, today - 10));
  const last = addresses.at(-1);
  if (last?.from === undefined || last.from >= on) return undefined;
  return {
    on,
    addresses: [...addresses.slice(0, -1), { ...last, until: on }, anAddress(chance, town, on, undefined)],
  };
}

function inFacility(chance: Chance, town: Town): Setting {
  const mine = facilities.filter(({ municipality }) => municipality === town.code);
  const { id, name, kind } = chance.pick(mine);
  const since = dayOf(today - chance.between(100, 4000));
  return {
    town,
    facilityId: id,
    enrolment: { register: 'resident', municipality: town.code, since, facility: { name, kind } },
    addresses: [anAddress(chance, town, since, undefined)],
  };
}

function homeless(chance: Chance, town: Town): Setting {
  const since = dayOf(today - chance.between(100, 4000));
  return {
    town,
    enrolment: { register: 'resident', municipality: town.code, since, homeless: true },
    addresses: [
      {
        from: since,
        country: 'IT',
        municipality: town.code,
        street: 'via della Casa Comunale',
        number: '1',
        postCode: town.postCode,
      },
    ],
  };
}

/** Italians abroad: gone before or after the municipality joined the registry, or never here. */
function addAbroad(batch: Batch, source: Source, number: number, town: Town): number {
  const { chance } = source;
  const post = aPostAbroad(chance);
  const neverHere = chance.perMille(350);
  const family = aFamily(source, town, neverHere ? { bornIn: post } : {});
  const joined = dayNumber(town.joinedOn);
  const adultsSince =
    Math.max(...family.filter(({ relation }) => relation !== 'child').map(({ born }) => born)) + 18 * 365;
  const left = Math.min(
    today - 40,
    Math.max(
      adultsSince,
      chance.perMille(500) ? joined - chance.between(50, 6000) : joined + chance.between(20, 2000),
    ),
  );
  const since = dayOf(left + 30);
  const enrolment: Enrolment = {
    register: 'aire',
    municipality: town.code,
    since,
    why: neverHere ? chance.pick(['born_abroad', 'citizenship_acquired'] as const) : 'expatriation',
    ...(neverHere ? {} : { expatriatedOn: dayOf(left) }),
    consulate: post.consulate,
    beforeJoining: left < joined,
  };
  const home = neverHere ? undefined : anAddress(chance, town, undefined, undefined);
  return addFamily(batch, source, family, {
    town,
    householdId: householdId(number),
    enrolment,
    ...(home !== undefined && {
      earlier: {
        town,
        enrolment: {
          register: 'resident' as const,
          municipality: town.code,
          since: dayOf(Math.min(adultsSince, joined)),
        },
        addresses: [home],
        until: since,
      },
    }),
    addresses: [
      ...(home === undefined ? [] : [{ ...home, until: dayOf(left) }]),
      {
        from: dayOf(left),
        country: post.country,
        locality: post.city,
        street: 'Example Street',
        number: String(chance.between(1, 300)),
      },
    ],
  });
}
