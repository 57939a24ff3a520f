import { compareDates, comparePlaces } from './date-and-place.ts';
import type { DifferenceKind } from './difference-kinds.ts';
import { compareNames, wordsOf } from './name-difference.ts';
import type { LineRecord, Mention } from './shape.ts';

export interface Found {
  readonly person: string;
  readonly field:
    | 'given_names'
    | 'surname'
    | 'born_on'
    | 'born_at'
    | 'born_in'
    | 'informants'
    | 'also_known_as';
  readonly kind: DifferenceKind;
  readonly record: LineRecord;
  readonly against: LineRecord;
  readonly found: string;
  readonly expected: string;
}

interface Appearance {
  readonly record: LineRecord;
  readonly mention: Mention;
}

const fields = ['given_names', 'surname', 'born_on', 'born_at', 'born_in'] as const;

export function findDifferences(records: readonly LineRecord[]) {
  const people = new Map<string, Appearance[]>();
  for (const record of records)
    for (const mention of record.mentions) {
      const appearance = { record, mention: withOwnEvent(record, mention) };
      people.set(mention.person, [...(people.get(mention.person) ?? []), appearance]);
    }
  const surnames = new Map(
    [...people].map(([id, all]) => [id, all.flatMap(({ mention }) => mention.surname ?? [])]),
  );
  const found = [...people].flatMap(([person, all]) => [
    ...fields.flatMap((field) => differencesIn(person, field, all, records, surnames)),
    ...uncovered(person, all),
  ]);
  const names = [...people].map(([person, all]) => ({ person, variants: variantsOf(all) }));
  return { found: [...found, ...records.flatMap(missingInformants)], names };
}

/** A birth record speaks of its subject's birth through its own day and place. */
function withOwnEvent(record: LineRecord, mention: Mention): Mention {
  if (record.kind !== 'birth' || mention.role !== 'subject') return mention;
  return {
    born_in: record.country,
    ...(record.on && { born_on: record.on }),
    ...(record.at && { born_at: record.at }),
    ...mention,
  };
}

/** The writing that the others are measured against: the person's own birth record, then baptism, then the oldest. */
function reference(all: readonly Appearance[], field: (typeof fields)[number]): Appearance | undefined {
  const stating = all.filter(({ mention }) => mention[field] !== undefined);
  const ownRecord = (kind: LineRecord['kind']) =>
    stating.find(({ record, mention }) => record.kind === kind && mention.role === 'subject');
  const oldest = stating.toSorted((a, b) => ((a.record.on ?? '9999') < (b.record.on ?? '9999') ? -1 : 1))[0];
  return ownRecord('birth') ?? ownRecord('baptism') ?? oldest;
}

function differencesIn(
  person: string,
  field: (typeof fields)[number],
  all: readonly Appearance[],
  records: readonly LineRecord[],
  surnames: ReadonlyMap<string, readonly string[]>,
): Found[] {
  const against = reference(all, field);
  const expected = against?.mention[field];
  if (against === undefined || expected === undefined) return [];
  return all.flatMap(({ record, mention }): Found[] => {
    const written = mention[field];
    if (written === undefined || record === against.record) return [];
    const kind = kindOf(field, written, expected);
    if (kind === undefined) return [];
    const married =
      field === 'surname' &&
      spousesOf(person, records).some((spouse) =>
        surnames.get(spouse)?.some((theirs) => wordsOf(theirs).join(' ') === wordsOf(written).join(' ')),
      );
    return [
      {
        person,
        field,
        kind: married ? 'married_surname' : kind,
        record,
        against: against.record,
        found: written,
        expected,
      },
    ];
  });
}

function kindOf(
  field: (typeof fields)[number],
  written: string,
  expected: string,
): DifferenceKind | undefined {
  if (field === 'born_in') return written === expected ? undefined : 'another_country';
  const difference =
    field === 'born_on'
      ? compareDates(written, expected)
      : field === 'born_at'
        ? comparePlaces(written, expected)
        : compareNames(written, expected, field);
  return difference === 'same' ? undefined : difference;
}

/** Husbands and wives by their own records, and parents whom the birth of a child shows as married. */
function spousesOf(person: string, records: readonly LineRecord[]): string[] {
  return records.flatMap((record) => {
    const couple = record.mentions.filter((mention) => isOfCouple(record, mention));
    if (!couple.some((mention) => mention.person === person)) return [];
    return couple.filter((mention) => mention.person !== person).map((mention) => mention.person);
  });
}

function isOfCouple({ kind, parents_married: married }: LineRecord, { role }: Mention): boolean {
  if (kind === 'marriage' || kind === 'divorce') return role === 'spouse' || role === 'subject';
  if (role === 'father' || role === 'mother') return kind === 'birth' && married !== false;
  return kind === 'death' && (role === 'spouse' || role === 'subject');
}

function fullName({ given_names: given, surname }: Mention): string | undefined {
  return given !== undefined && surname !== undefined ? `${given} ${surname}` : undefined;
}

function variantsOf(all: readonly Appearance[]): string[] {
  const variants = new Map<string, string>();
  for (const { mention } of all) {
    const name = fullName(mention);
    if (name !== undefined && !variants.has(wordsOf(name).join(' ')))
      variants.set(wordsOf(name).join(' '), name);
  }
  return [...variants.values()];
}

/** A certificate of (non-)naturalisation must name every identity that other records show. */
function uncovered(person: string, all: readonly Appearance[]): Found[] {
  const variants = variantsOf(all);
  return all
    .filter(({ record, mention }) => record.kind === 'non_naturalisation' && mention.role === 'subject')
    .flatMap(({ record, mention }) => {
      const covered = [fullName(mention), ...(mention.also_known_as ?? [])].flatMap((name) =>
        name === undefined ? [] : [wordsOf(name).join(' ')],
      );
      return variants
        .filter((variant) => !covered.includes(wordsOf(variant).join(' ')))
        .map(
          (variant): Found => ({
            person,
            field: 'also_known_as',
            kind: 'variant_not_covered',
            record,
            against: all.find((each) => fullName(each.mention) === variant)?.record ?? record,
            found: fullName(mention) ?? '',
            expected: variant,
          }),
        );
    });
}

/** Unmarried parents must both be informants on the birth record; for married ones one is enough. */
function missingInformants(record: LineRecord): Found[] {
  if (record.kind !== 'birth' || record.parents_married !== false) return [];
  const informants = record.mentions.filter(({ role }) => role === 'informant').map(({ person }) => person);
  const subject = record.mentions.find(({ role }) => role === 'subject')?.person;
  return record.mentions
    .filter(({ role, person }) => (role === 'father' || role === 'mother') && !informants.includes(person))
    .map(
      ({ person, role }): Found => ({
        person: subject ?? person,
        field: 'informants',
        kind: 'informant_missing',
        record,
        against: record,
        found: informants.join(', '),
        expected: role,
      }),
    );
}
