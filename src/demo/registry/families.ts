import type { MaritalStatus, Relation } from '#modules/registry/public.ts';
import type { Chance } from './chance.ts';
import { dayNumber, dayOf, plusYears, today, yearDays } from './days.ts';
import { asParty, type Draft, foreignPlace, italianPlace, lessKnown, personId } from './draft.ts';
import { aFamilyName, aGivenName } from './names.ts';
import { type Abroad, abroad, aTown, origins, type Town } from './places.ts';
import type { CodeFacts } from './tax-codes.ts';

/** What the inventing of people draws from. */
export interface Source {
  readonly chance: Chance;
  readonly taxCode: (facts: CodeFacts) => string;
  /** Number of the next person. */
  next(): number;
}

interface Wish {
  readonly sex?: 'M' | 'F';
  readonly age: readonly [least: number, most: number];
  readonly relation: Relation;
  readonly familyName?: string;
  readonly bornIn?: Town | Abroad;
  /** Without Italian citizenship. */
  readonly foreign?: Abroad;
}

/** Invents a person with a tax code that checks. */
export function aPerson({ chance, taxCode, next }: Source, wish: Wish): Draft {
  const sex = wish.sex ?? (chance.perMille(510) ? 'F' : 'M');
  const age = chance.between(...wish.age) + chance.below(365) / 365;
  const born = Math.floor(today - age * yearDays);
  const bornIn = wish.bornIn ?? wish.foreign ?? aTown(chance);
  const familyName = wish.familyName ?? aFamilyName(chance);
  const givenName = aGivenName(chance, sex);
  const place = 'province' in bornIn ? italianPlace(bornIn) : foreignPlace(bornIn);
  const year = Number(dayOf(born).slice(0, 4));
  const full: Draft['birth'] = {
    on: dayOf(born),
    place,
    ...('province' in bornIn && {
      act: {
        number: String(chance.between(1, 2400)),
        part: '1',
        series: 'A',
        year,
        municipality: bornIn.code,
      },
    }),
  };
  // Abroad, days of birth are at times not known.
  const birth =
    wish.foreign !== undefined && chance.perMille(40) ? lessKnown(full, chance.perMille(500) ? 4 : 7) : full;
  const without = chance.below(4000);
  return {
    id: personId(next()),
    sex,
    ...(without === 0 && wish.foreign !== undefined ? {} : { familyName }),
    ...(without === 1 && wish.foreign !== undefined ? {} : { givenName }),
    ...(chance.perMille(2) && wish.foreign !== undefined
      ? {}
      : { taxCode: taxCode({ familyName, givenName, sex, bornOn: birth.on, placeCode: bornIn.code }) }),
    born,
    birth,
    citizenships: citizenshipsOf(chance, wish, birth.on),
    relation: wish.relation,
  };
}

function citizenshipsOf(
  chance: Chance,
  { foreign, bornIn }: Wish,
  since: Draft['birth']['on'],
): Draft['citizenships'] {
  if (foreign !== undefined) {
    const turn = chance.below(300);
    if (turn === 0) return [{ of: 'stateless' }];
    if (turn === 1) return [{ of: 'undefined_yet' }];
    if (turn === 2) return [{ of: 'not_attributable' }];
    return [{ of: foreign.country, since }];
  }
  const second = bornIn !== undefined && 'country' in bornIn ? bornIn.country : undefined;
  if (second !== undefined && chance.perMille(500))
    return [
      { of: 'IT', since },
      { of: second, since },
    ];
  if (chance.perMille(10)) return [{ of: 'IT', since }, { of: chance.pick(origins).country }];
  return [{ of: 'IT', since }];
}

const single = { state: 'single' } as const;

/** Two people who are married or joined in a civil union: each record names the other and the same act. */
export function joinTwo(
  chance: Chance,
  one: Draft,
  other: Draft,
  town: Town,
  state: 'married' | 'civil_union',
): [Draft, Draft] {
  const possible = Math.max(
    plusYears(one.born, 20),
    plusYears(other.born, 20),
    // Civil unions exist since L. 76/2016.
    state === 'civil_union' ? unionsSince : Number.NEGATIVE_INFINITY,
  );
  const on = dayOf(Math.max(possible, Math.min(today - 40, possible + chance.below(3000))));
  const common = {
    on,
    place: italianPlace(town),
    act: {
      number: String(chance.between(1, 900)),
      part: '2',
      series: chance.pick(['A', 'B', 'C']),
      year: Number(on.slice(0, 4)),
      municipality: town.code,
    },
  };
  const bond = (partner: Draft): MaritalStatus => ({
    state,
    bond: { ...common, partner: asParty(partner) },
  });
  return [
    { ...one, maritalStatus: bond(other) },
    { ...other, maritalStatus: bond(one) },
  ];
}

const unionsSince = dayNumber('2016-08-05');

/** Somebody whose marriage or union has ended. */
function formerly(source: Source, draft: Draft, town: Town): Draft {
  const { chance } = source;
  const state = chance.perMille(40)
    ? chance.pick(['union_dissolved', 'union_ended_by_death'] as const)
    : draft.born < today - 65 * yearDays
      ? 'widowed'
      : 'divorced';
  const union = state === 'union_dissolved' || state === 'union_ended_by_death';
  const partner = aPerson(
    { ...source, taxCode: () => '' },
    {
      sex: union === (draft.sex === 'M') ? 'M' : 'F',
      age: [Math.floor((today - draft.born) / yearDays), Math.floor((today - draft.born) / yearDays) + 4],
      relation: 'spouse',
    },
  );
  const [joined] = joinTwo(chance, draft, partner, town, union ? 'civil_union' : 'married');
  const { maritalStatus } = joined;
  if (maritalStatus === undefined || maritalStatus.state === 'single' || maritalStatus.bond?.on === undefined)
    throw new Error('A bond that was just made is missing');
  const began = dayNumber(maritalStatus.bond.on);
  const { id: _id, taxCode: _code, ...party } = maritalStatus.bond.partner ?? {};
  return {
    ...draft,
    maritalStatus: {
      state,
      bond: { ...maritalStatus.bond, partner: party },
      endedOn: dayOf(Math.min(today - 5, began + chance.between(20, 6000))),
    },
  };
}

/** The people of a household, the holder first; parents are 17 to 45 years older than their children. */
export function aFamily(
  source: Source,
  town: Town,
  setting: { bornIn?: Town | Abroad; foreign?: Abroad },
): Draft[] {
  const { chance } = source;
  const turn = chance.below(1000);
  const someone = (wish: Omit<Wish, 'bornIn' | 'foreign'>) => aPerson(source, { ...wish, ...setting });
  if (turn < 330) return [alone(source, someone({ age: [21, 94], relation: 'holder' }), town)];
  if (turn < 430) {
    const parent = someone({ age: [28, 52], relation: 'holder' });
    const holder = chance.perMille(500)
      ? formerly(source, parent, town)
      : { ...parent, maritalStatus: single };
    return [holder, ...children(source, [holder], setting, chance.between(1, 2))];
  }
  if (turn < 470) {
    const one = { ...someone({ age: [23, 60], relation: 'holder' }), maritalStatus: single };
    const other = { ...someone({ age: [23, 60], relation: 'cohabitant' }), maritalStatus: single };
    return [one, other];
  }
  if (turn < 485) {
    const sex = chance.pick(['M', 'F'] as const);
    return joinTwo(
      chance,
      someone({ sex, age: [24, 62], relation: 'holder' }),
      someone({ sex, age: [24, 62], relation: 'civil_partner' }),
      town,
      'civil_union',
    );
  }
  const age = chance.between(24, 78);
  const [holder, spouse] = joinTwo(
    chance,
    someone({ sex: 'M', age: [age, age + 4], relation: 'holder' }),
    someone({ sex: 'F', age: [age - 2, age + 2], relation: 'spouse' }),
    town,
    'married',
  );
  const count = age < 58 ? chance.pick([0, 1, 1, 2, 2, 3]) : chance.pick([0, 0, 0, 1]);
  const family = [holder, spouse, ...children(source, [holder, spouse], setting, count)];
  if (age < 55 && chance.perMille(50)) {
    const least = Math.ceil((today - holder.born) / yearDays) + 20;
    const grandparent = someone({
      age: [least, Math.min(least + 12, 99)],
      relation: 'parent',
      ...(holder.familyName && { familyName: holder.familyName }),
    });
    family.push(formerly(source, grandparent, town));
  }
  return family;
}

function alone(source: Source, draft: Draft, town: Town): Draft {
  return source.chance.perMille(350) && draft.born < today - 32 * yearDays
    ? formerly(source, draft, town)
    : { ...draft, maritalStatus: single };
}

function children(
  source: Source,
  parents: readonly Draft[],
  setting: { bornIn?: Town | Abroad; foreign?: Abroad },
  count: number,
): Draft[] {
  const youngest = Math.max(...parents.map(({ born }) => born));
  const oldest = Math.min(...parents.map(({ born }) => born));
  const most = Math.floor((today - youngest) / yearDays) - 18;
  const least = Math.max(0, Math.ceil((today - oldest) / yearDays) - 46);
  if (most < least || most < 0) return [];
  const familyName = parents[0]?.familyName;
  return Array.from({ length: count }, () => ({
    ...aPerson(source, {
      age: [least, Math.min(most, Math.max(least, 27))],
      relation: 'child' as const,
      ...(familyName && { familyName }),
      ...setting,
    }),
    maritalStatus: single,
  }));
}

/** Where a family of Italians abroad lives. */
export function aPostAbroad(chance: Chance): (typeof abroad)[number] {
  return chance.pick(abroad);
}
