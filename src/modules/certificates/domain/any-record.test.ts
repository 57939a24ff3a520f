import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partialDate } from '#kernel/partial-date.ts';
import type { MaritalStatus, RegistryRecord, Relation } from '#modules/registry/public.ts';
import { aMember, aRecord, trieste } from '#modules/registry/testing.ts';
import { abroad, aContract, anAireEnrolment, today } from '../testing.ts';
import { ruleWords } from '../web/words/rules.ts';
import { decide } from './decide.ts';
import { type KindId, kindIds, kinds } from './kinds.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 });
const date = fc.constantFrom('1980', '2010-06', '2010-06-12', '2016-03-01', '2024-01-31').map(partialDate);
const place = fc.constantFrom(trieste, abroad);
const party = fc.constantFrom({}, { familyName: 'Esempio' }, { id: 'EF67890GH', givenName: 'Bruno' });
const act = fc.constantFrom({}, { number: '1' }, { number: '1', municipality: 'L424' });
const bond = fc.record({ on: maybe(date), place: maybe(place), act: maybe(act), partner: maybe(party) });
const maritalStatus = fc
  .record({
    state: fc.constantFrom<MaritalStatus['state']>(
      'single',
      'married',
      'widowed',
      'divorced',
      'civil_union',
      'union_dissolved',
      'union_ended_by_death',
    ),
    bond: maybe(bond),
    endedOn: maybe(date),
  })
  .map((each) => each as MaritalStatus);
const relation = fc.constantFrom<Relation>('holder', 'child', 'spouse', 'no_longer_admitted');
const household = fc
  .record({
    register: fc.constantFrom('resident' as const, 'aire' as const),
    certifiable: fc.boolean(),
    relations: fc.array(relation, { minLength: 1, maxLength: 4 }),
  })
  .map(({ relations, ...rest }) => ({
    id: 'F-1',
    ...rest,
    members: relations.map((each, index) => aMember({ id: `P${index}`, relation: each })),
  }));
const resident = { register: 'resident', municipality: 'A952', since: partialDate('2011') } as const;
const enrolment = fc.oneof(
  fc.constantFrom<RegistryRecord['enrolment']>(
    resident,
    { ...resident, homeless: true },
    { ...resident, facility: { name: 'Caserma di prova', kind: 'barracks' } },
  ),
  fc
    .record({ beforeJoining: fc.boolean(), expatriatedOn: maybe(date) })
    .map(({ expatriatedOn, beforeJoining }) => {
      const { expatriatedOn: _left, ...rest } = anAireEnrolment({ beforeJoining }) as Extract<
        RegistryRecord['enrolment'],
        { register: 'aire' }
      >;
      return expatriatedOn === undefined ? rest : { ...rest, expatriatedOn };
    }),
);
const usually = <Value>(ordinary: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(ordinary) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const record = fc
  .record({
    standing: usually<RegistryRecord['standing']>(
      { state: 'enrolled' },
      { state: 'struck', why: 'death' },
      { state: 'struck', why: 'other' },
      { state: 'duplicate', of: 'X' },
    ),
    certifiability: usually<RegistryRecord['certifiability']>(
      'full',
      'partial',
      'none',
      'not_enrollable',
      'barred',
    ),
    openProcedures: usually<RegistryRecord['openProcedures']>(
      [],
      [{ id: 'P', kind: 'other', municipality: 'A952', openedOn: today }],
    ),
    enrolment,
    birth: fc.record({ on: date, place }),
    maritalStatus: maybe(maritalStatus),
    citizenships: fc.constantFrom<RegistryRecord['citizenships']>(
      [],
      [{ of: 'IT' }],
      [{ of: 'AR' }],
      [{ of: 'IT' }, { of: 'AR' }],
      [{ of: 'undefined_yet' }],
    ),
    cohabitationContract: fc.constantFrom(undefined, {}, aContract(), { stipulatedOn: partialDate('2020') }),
    household: maybe(household),
    electoral: fc.constantFrom<RegistryRecord['electoral']>(
      undefined,
      { mayVote: false },
      { mayVote: true },
      { mayVote: true, roll: { municipality: 'A952' } },
      { mayVote: true, beingUpdatedSince: today },
    ),
  })
  .map((different) => aRecord(different));

const ask = (about: RegistryRecord, asked: readonly KindId[]) =>
  decide(about, {
    kinds: asked,
    language: 'it',
    asker: { personId: about.id, taxCode: about.taxCode },
    on: today,
    province: 'BZ',
  });

/** What the law wants of each kind, written down a second time and from the other side. */
const holds: Record<KindId, (about: RegistryRecord) => boolean> = {
  residence: (about) => about.enrolment.register === 'resident',
  existence: (about) => about.enrolment.register === 'resident',
  birth: ({ enrolment: where, birth }) => where.register === 'resident' || birth.place.country === 'IT',
  family_status: (about) => hasHousehold(about) && about.household?.certifiable === true,
  family_and_civil_status: (about) => hasHousehold(about) && (about.household?.members.length ?? 0) > 1,
  family_relationships: (about) => hasHousehold(about) && (about.household?.members.length ?? 0) > 1,
  facility_residence: ({ enrolment: where }) => where.register === 'resident' && where.facility !== undefined,
  aire_residence: (about) => about.enrolment.register === 'aire',
  aire_family_status: (about) => about.household?.register === 'aire',
  civil_status: (about) => about.maritalStatus !== undefined,
  free_status: (about) => !['married', 'civil_union', undefined].includes(about.maritalStatus?.state),
  marriage: (about) => ['married', 'widowed', 'divorced'].includes(about.maritalStatus?.state ?? ''),
  civil_union: (about) => about.maritalStatus?.state === 'civil_union',
  cohabitation_contract: (about) => about.cohabitationContract?.stipulatedOn !== undefined,
  citizenship: ({ citizenships }) => citizenships.length === 1 && citizenships[0]?.of === 'IT',
  political_rights: (about) =>
    about.electoral?.mayVote === true && about.citizenships.some(({ of }) => of === 'IT'),
  electoral_roll: (about) => about.electoral?.roll !== undefined,
};

function hasHousehold({ household: family, enrolment: where }: RegistryRecord): boolean {
  return (
    where.register === 'resident' &&
    where.facility === undefined &&
    family?.members.some((each) => each.relation === 'holder') === true
  );
}

describe('any record', () => {
  test('CE-2: no certificate that the law does not allow', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...kindIds), (about, kind) => {
        if (!ask(about, [kind]).ok) return;
        expect(about.standing.state).toBe('enrolled');
        expect(['full', 'partial']).toContain(about.certifiability);
        if (about.certifiability === 'partial' || about.openProcedures.length > 0)
          expect(kind).toMatch(/^(aire_)?(residence|family_status)$/);
        if (about.enrolment.register === 'aire' && about.enrolment.beforeJoining)
          expect(['marriage', 'civil_union', 'cohabitation_contract', 'citizenship']).not.toContain(kind);
        expect(holds[kind](about), kind).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('CE-1: what can be had one by one and goes together can be had on one certificate', () => {
    fc.assert(
      fc.property(record, fc.subarray([...kindIds], { minLength: 2, maxLength: 5 }), (about, asked) => {
        const together = ask(about, asked);
        if (together.ok) for (const kind of asked) expect(ask(about, [kind]).ok).toBe(true);
        else expect(together.refusal.length).toBeGreaterThan(0);
        const registers = new Set(asked.map((kind) => kinds[kind].register));
        if (registers.has('electoral') && registers.size > 1) expect(together.ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('CE-2: every no has words in both languages, and says what to do now', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...kindIds), (about, kind) => {
        const decision = ask(about, [kind]);
        if (decision.ok) return;
        for (const decline of decision.refusal) {
          if (decline.code !== 'blocked') continue;
          for (const words of [ruleWords.it[decline.rule], ruleWords.en[decline.rule]])
            for (const sentence of [words.what, words.why, words.now])
              expect(sentence).toMatch(/^\p{Lu}.{15,}\.$/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
