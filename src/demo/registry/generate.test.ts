import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import { Validator } from '@marketto/codice-fiscale-utils';
import { describe, expect, test } from 'vitest';
import type { PersonContent, Version } from '#modules/registry/public.ts';
import { dayNumber, yearDays } from './days.ts';
import { type Batch, generate } from './generate.ts';
import { demoJoining, demoPeople } from './people.ts';

const validator = new Validator(belfioreConnector);

function gather(batches: Iterable<Batch>): Batch {
  const all: Batch = { people: [], households: [], facilities: [] };
  for (const each of batches) {
    all.people.push(...each.people);
    all.households.push(...each.households);
    all.facilities.push(...each.facilities);
  }
  return all;
}

const town = gather(generate(900));
const all = { ...town, people: [...town.people, ...demoJoining().people] };
const isCurrent = ({ trueUntil, knownUntil }: Version<unknown>) => trueUntil === null && knownUntil === null;
const current = all.people.filter(isCurrent).map(({ content }) => content);
const byId = new Map(current.map((each) => [each.id, each]));
const households = Map.groupBy(
  current.filter(({ membership }) => membership !== undefined),
  ({ membership }) => membership?.householdId,
);

const age = ({ birth }: PersonContent, other: PersonContent) =>
  (dayNumber(`${other.birth.on}-01-01`.slice(0, 10)) - dayNumber(`${birth.on}-01-01`.slice(0, 10))) /
  yearDays;

const wanted = [
  ['full', 'partial', 'none', 'not_enrollable', 'barred'],
  ['enrolled', 'struck', 'duplicate'],
  ['single', 'married', 'widowed', 'divorced', 'civil_union', 'union_dissolved', 'union_ended_by_death'],
  ['abroad since before', 'abroad since after', 'never here', 'facility', 'homeless', 'open procedure'],
  ['without a marital status', 'without a day of birth', 'several citizenships', 'stateless'],
  ['dated contract', 'undated contract', 'roll being updated', 'may not vote'],
].flat();

/** What is to be told apart in a record, in words. */
function kindsOf(content: PersonContent): string[] {
  const { enrolment, maritalStatus, cohabitationContract, electoral } = content;
  const resident = enrolment.register === 'resident' ? enrolment : undefined;
  const aire = enrolment.register === 'aire' ? enrolment : undefined;
  const words: readonly (string | false | undefined)[] = [
    content.certifiability,
    content.standing.state,
    maritalStatus?.state ?? 'without a marital status',
    aire && (aire.beforeJoining ? 'abroad since before' : 'abroad since after'),
    aire && aire.expatriatedOn === undefined && 'never here',
    resident?.facility && 'facility',
    resident?.homeless && 'homeless',
    content.openProcedures.length > 0 && 'open procedure',
    content.birth.on.length < 10 && 'without a day of birth',
    content.citizenships.length > 1 && 'several citizenships',
    content.citizenships.some((each) => each.of === 'stateless') && 'stateless',
    cohabitationContract &&
      (cohabitationContract.stipulatedOn === undefined ? 'undated contract' : 'dated contract'),
    electoral?.beingUpdatedSince && 'roll being updated',
    electoral?.mayVote === false && 'may not vote',
  ];
  return words.filter((word) => typeof word === 'string');
}

describe('RG-1: the invented registry', () => {
  test('is the same at every run, and as large as asked for', () => {
    expect(JSON.stringify(gather(generate(300)))).toBe(JSON.stringify(gather(generate(300))));
    expect(JSON.stringify(gather(generate(300, 2)))).not.toBe(JSON.stringify(gather(generate(300))));
    expect(JSON.stringify(demoJoining())).toBe(JSON.stringify(demoJoining()));
    const people = new Set(town.people.map(({ content }) => content.id)).size;
    expect(people).toBeGreaterThanOrEqual(900);
    expect(people).toBeLessThan(910);
  });

  test('gives everybody a tax code that checks and agrees with name, birth and sex', async () => {
    const wrong: string[] = [];
    // The library takes milliseconds for each: every third, and everybody who is called by name.
    const asked = current.filter(
      ({ id }, index) => index % 3 === 0 || demoPeople.some((each) => each.id === id),
    );
    for (const { taxCode, familyName, givenName, birth, sex, id } of asked) {
      if (taxCode === undefined) continue;
      const check = validator.codiceFiscale(taxCode);
      const agrees =
        (await check.valid) &&
        check.matchGender(sex) &&
        (familyName === undefined || check.matchLastName(familyName)) &&
        (givenName === undefined || check.matchFirstName(givenName)) &&
        (birth.on.length < 10 || check.matchBirthDate(birth.on));
      if (!agrees) wrong.push(`${id} ${taxCode} ${familyName} ${givenName} ${birth.on}`);
    }
    expect(wrong).toEqual([]);
    expect(current.filter(({ taxCode }) => taxCode === undefined).length).toBeLessThan(current.length / 100);
  });

  test('gives a tax code to one live record only', () => {
    const live = current
      .filter(({ standing }) => standing.state === 'enrolled')
      .flatMap(({ taxCode }) => taxCode ?? []);
    expect(new Set(live).size).toBe(live.length);
  });

  test('has parents who are 16 to 60 years older than their children', () => {
    for (const members of households.values()) {
      const holder = members.find(({ membership }) => membership?.relation === 'holder');
      for (const child of members.filter(({ membership }) => membership?.relation === 'child')) {
        if (holder === undefined) continue;
        expect(age(holder, child), `${holder.id} and ${child.id}`).toBeGreaterThan(16);
        expect(age(holder, child), `${holder.id} and ${child.id}`).toBeLessThan(60);
      }
    }
    expect(households.size).toBeGreaterThan(300);
  });

  test('has each person in one household at most, with at most one holder, in order', () => {
    const times = new Set(current.map(({ id }) => id));
    expect(times.size).toBe(current.length);
    for (const members of households.values()) {
      const places = members.map(({ membership }) => membership?.place);
      expect(new Set(places).size).toBe(places.length);
      const holders = members.filter(({ membership }) => membership?.relation === 'holder');
      expect(holders.length).toBeLessThanOrEqual(1);
      expect(holders.every(({ membership }) => membership?.place === 1)).toBe(true);
    }
  });

  test('has spouses who name one another, by the same act, when both were old enough', () => {
    let pairs = 0;
    for (const one of current) {
      const status = one.maritalStatus;
      if (status?.state !== 'married' && status?.state !== 'civil_union') continue;
      const other = byId.get(status.bond?.partner?.id ?? '');
      const theirs = other?.maritalStatus;
      // A blemish may have taken away the other one's status.
      if (other === undefined || theirs === undefined || theirs.state === 'single') continue;
      if (one.standing.state !== 'enrolled') continue;
      pairs += 1;
      expect(theirs.state).toBe(status.state);
      expect(theirs.bond?.partner?.id).toBe(one.id);
      expect(theirs.bond?.act).toEqual(status.bond?.act);
      expect(
        age(one, { ...one, birth: { ...one.birth, on: status.bond?.on ?? one.birth.on } }),
      ).toBeGreaterThan(17);
    }
    expect(pairs).toBeGreaterThan(120);
  });

  test('has every kind of record that certificates treat apart', () => {
    const many = gather(generate(6000))
      .people.filter(isCurrent)
      .map(({ content }) => content);
    const kinds = many.flatMap(kindsOf);
    const seen = Map.groupBy(kinds, (kind) => kind);
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([]);
    // What is rare in life is rare here.
    for (const kind of ['partial', 'without a day of birth', 'duplicate', 'homeless'])
      expect(seen.get(kind)?.length, kind).toBeLessThan(many.length / 50);
  });

  test('knows people who moved or left after the municipality had joined where they were before, too', () => {
    const left = current.filter(
      ({ enrolment }) =>
        enrolment.register === 'aire' && enrolment.why === 'expatriation' && !enrolment.beforeJoining,
    );
    for (const { id, membership, enrolment } of left) {
      if (membership?.relation !== 'holder') continue;
      const before = all.people.find(({ content, trueUntil }) => content.id === id && trueUntil !== null);
      expect(before?.content.enrolment.register, id).toBe('resident');
      expect(before?.trueUntil).toBe(enrolment.since);
    }
    expect(left.length).toBeGreaterThan(5);
  });

  test('says nothing of a day on which the enrolment had not begun', () => {
    for (const { content, trueFrom: from, trueUntil } of all.people) {
      const trueFrom: string = from;
      expect(trueFrom >= content.joined.on, content.id).toBe(true);
      const since: string = content.enrolment.since;
      // A child is enrolled with the family since its birth.
      expect(trueFrom >= since || trueFrom === content.birth.on, `${content.id}: ${trueFrom}, ${since}`).toBe(
        true,
      );
      expect(trueUntil === null || from < trueUntil, content.id).toBe(true);
    }
  });

  test('has people whom everybody can call by name', () => {
    expect(new Set(demoPeople.map(({ id }) => id)).size).toBe(demoPeople.length);
    expect(demoPeople.filter(({ id }) => byId.has(id)).length).toBe(demoPeople.length - 1);
    expect(town.people.some(({ content }) => demoPeople.some(({ id }) => id === content.id))).toBe(false);
  });
});
