import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { Bond, RegistryRecord } from '#modules/registry/public.ts';
import { aMember, aRecord, trieste } from '#modules/registry/testing.ts';
import { abroad, aContract, alone, anAireEnrolment, anAireRecord, inCivilUnion, today } from '../testing.ts';
import { blockingRules, type RuleId } from './blocking-rules.ts';
import { availabilityOf, decide, rulesBlocking } from './decide.ts';
import { type KindId, kindIds } from './kinds.ts';

const self = { personId: 'AB12345CD', taxCode: 'PRVDAA80A41A952P' };
type Different = { readonly [Name in keyof RegistryRecord]?: RegistryRecord[Name] | undefined };

const blockers = (kind: KindId, record: RegistryRecord, asker = self) =>
  rulesBlocking(kind, { record, asker, on: today }).map((rule) => rule.id);
const availableTo = (record: RegistryRecord) =>
  availabilityOf({ record, asker: self, on: today })
    .filter((each) => each.blockedBy.length === 0)
    .map((each) => each.kind)
    .toSorted();

const bond = (different: Bond = {}): Bond => ({
  on: partialDate('2010-06-12'),
  place: trieste,
  act: { number: '41', part: '2', series: 'A', year: 2010, municipality: 'L424' },
  partner: { id: 'EF67890GH', familyName: 'Esempio', givenName: 'Bruno' },
  ...different,
});
const married = (different: Bond = {}) =>
  ({ maritalStatus: { state: 'married', bond: bond(different) } }) as const;
const { place: _place, ...noPlace } = bond();
const { partner: _partner, ...noPartner } = bond();
const household = (different: Partial<NonNullable<RegistryRecord['household']>>) => {
  const ordinary = aRecord().household;
  return ordinary && { ...ordinary, ...different };
};
const procedure = {
  id: 'P1',
  kind: 'correction',
  municipality: 'A952',
  openedOn: civilDate('2026-10-01'),
} as const;
const facility = {
  register: 'resident',
  municipality: 'A952',
  since: partialDate('2020'),
  facility: { name: 'Casa di cura di prova', kind: 'care' },
} as const;
const roll = { municipality: 'A952', section: '1' };

interface Case {
  readonly rule: RuleId;
  readonly kind: KindId;
  /** The record that the rule blocks. */
  readonly not: Different;
  /** The nearest record that it does not block. */
  readonly but: Different;
  readonly asker?: typeof self;
}

const resident: readonly Case[] = [
  { rule: 'person_died', kind: 'existence', not: { standing: { state: 'struck', why: 'death' } }, but: {} },
  {
    rule: 'record_struck',
    kind: 'residence',
    not: { standing: { state: 'struck', why: 'emigration' } },
    but: {},
  },
  {
    rule: 'record_duplicated',
    kind: 'birth',
    not: { standing: { state: 'duplicate', of: 'ZZ00000ZZ' } },
    but: {},
  },
  {
    rule: 'not_certifiable',
    kind: 'residence',
    not: { certifiability: 'none' },
    but: { certifiability: 'partial' },
  },
  { rule: 'not_enrollable', kind: 'residence', not: { certifiability: 'not_enrollable' }, but: {} },
  { rule: 'record_barred', kind: 'residence', not: { certifiability: 'barred' }, but: {} },
  { rule: 'partly_certifiable', kind: 'birth', not: { certifiability: 'partial' }, but: {} },
  { rule: 'procedure_open', kind: 'citizenship', not: { openProcedures: [procedure] }, but: {} },
  { rule: 'only_for_aire', kind: 'aire_residence', not: {}, but: { enrolment: anAireEnrolment() } },
  { rule: 'only_for_residents', kind: 'residence', not: { enrolment: anAireEnrolment() }, but: {} },
  { rule: 'not_in_a_facility', kind: 'facility_residence', not: {}, but: { enrolment: facility } },
  { rule: 'civil_status_missing', kind: 'civil_status', not: { maritalStatus: undefined }, but: {} },
  {
    rule: 'civil_status_missing',
    kind: 'free_status',
    not: { maritalStatus: undefined },
    but: { maritalStatus: { state: 'single' } },
  },
  { rule: 'never_married', kind: 'marriage', not: { maritalStatus: { state: 'single' } }, but: {} },
  {
    rule: 'never_married',
    kind: 'marriage',
    not: { maritalStatus: inCivilUnion() },
    but: { maritalStatus: { state: 'divorced', bond: bond() } },
  },
  {
    rule: 'marriage_data_missing',
    kind: 'marriage',
    not: { maritalStatus: { state: 'married', bond: { partner: { familyName: 'Esempio' } } } },
    // Partial data are enough.
    but: {
      maritalStatus: { state: 'married', bond: { place: trieste, partner: { familyName: 'Esempio' } } },
    },
  },
  {
    rule: 'spouse_data_missing',
    kind: 'marriage',
    not: { maritalStatus: { state: 'married', bond: noPartner } },
    but: married({ partner: { familyName: 'Esempio' } }),
  },
  { rule: 'no_civil_union', kind: 'civil_union', not: {}, but: { maritalStatus: inCivilUnion() } },
  {
    rule: 'union_data_missing',
    kind: 'civil_union',
    not: { maritalStatus: { state: 'civil_union', bond: { partner: { familyName: 'Esempio' } } } },
    but: { maritalStatus: { state: 'civil_union', bond: noPlace } },
  },
  {
    rule: 'union_partner_missing',
    kind: 'civil_union',
    not: { maritalStatus: { state: 'civil_union', bond: noPartner } },
    but: { maritalStatus: inCivilUnion() },
  },
  {
    rule: 'civil_status_data_missing',
    kind: 'civil_status',
    not: { maritalStatus: { state: 'civil_union' } },
    but: { maritalStatus: { state: 'single' } },
  },
  {
    rule: 'civil_status_data_missing',
    kind: 'civil_status',
    not: { maritalStatus: { state: 'widowed' } },
    but: { maritalStatus: { state: 'widowed', endedOn: partialDate('2020') } },
  },
  { rule: 'not_free', kind: 'free_status', not: {}, but: { maritalStatus: { state: 'widowed' } } },
  {
    rule: 'not_free',
    kind: 'free_status',
    not: { maritalStatus: inCivilUnion() },
    but: { maritalStatus: { state: 'union_dissolved' } },
  },
  { rule: 'no_household', kind: 'family_status', not: { household: undefined }, but: {} },
  {
    rule: 'household_not_certifiable',
    kind: 'family_status',
    not: { household: household({ certifiable: false }) },
    but: {},
  },
  {
    rule: 'household_without_holder',
    kind: 'family_status',
    not: { household: household({ members: [aMember({ relation: 'child' })] }) },
    but: { household: alone() },
  },
  {
    rule: 'homeless',
    kind: 'family_status',
    not: {
      enrolment: { register: 'resident', municipality: 'A952', since: partialDate('2020'), homeless: true },
    },
    but: {},
  },
  { rule: 'lives_in_a_facility', kind: 'family_relationships', not: { enrolment: facility }, but: {} },
  { rule: 'alone_in_household', kind: 'family_relationships', not: { household: alone() }, but: {} },
  { rule: 'alone_in_household', kind: 'family_and_civil_status', not: { household: alone() }, but: {} },
  { rule: 'citizenship_missing', kind: 'citizenship', not: { citizenships: [] }, but: {} },
  {
    rule: 'citizenship_undefined',
    kind: 'citizenship',
    not: { citizenships: [{ of: 'undefined_yet' }] },
    but: {},
  },
  {
    rule: 'citizenship_undefined',
    kind: 'citizenship',
    not: { citizenships: [{ of: 'not_attributable' }] },
    but: {},
  },
  {
    rule: 'several_citizenships',
    kind: 'citizenship',
    not: { citizenships: [{ of: 'IT' }, { of: 'AR' }] },
    but: {},
  },
  { rule: 'not_italian', kind: 'citizenship', not: { citizenships: [{ of: 'AR' }] }, but: {} },
  { rule: 'not_italian', kind: 'citizenship', not: { citizenships: [{ of: 'stateless' }] }, but: {} },
  {
    rule: 'no_right_to_vote',
    kind: 'political_rights',
    not: { birth: { on: partialDate('2008-11-25'), place: trieste } },
    but: { birth: { on: partialDate('2008-11-24'), place: trieste } },
  },
  {
    rule: 'no_right_to_vote',
    kind: 'political_rights',
    not: { electoral: { mayVote: false } },
    but: { electoral: { mayVote: true } },
  },
  { rule: 'no_right_to_vote', kind: 'electoral_roll', not: { citizenships: [{ of: 'AR' }] }, but: {} },
  { rule: 'electoral_data_missing', kind: 'political_rights', not: { electoral: undefined }, but: {} },
  {
    rule: 'roll_being_updated',
    kind: 'electoral_roll',
    not: { electoral: { mayVote: true, beingUpdatedSince: today } },
    but: {},
  },
  {
    rule: 'not_on_a_roll',
    kind: 'electoral_roll',
    not: { electoral: { mayVote: true } },
    but: { electoral: { mayVote: true, roll } },
  },
  { rule: 'no_contract', kind: 'cohabitation_contract', not: {}, but: { cohabitationContract: aContract() } },
  {
    rule: 'contract_date_missing',
    kind: 'cohabitation_contract',
    not: { cohabitationContract: { registeredOn: partialDate('2014'), partner: { familyName: 'Esempio' } } },
    but: { cohabitationContract: aContract() },
  },
  {
    rule: 'contract_partner_missing',
    kind: 'cohabitation_contract',
    not: { cohabitationContract: { stipulatedOn: partialDate('2014') } },
    but: { cohabitationContract: aContract() },
  },
  {
    rule: 'not_a_party',
    kind: 'cohabitation_contract',
    not: { cohabitationContract: { ...aContract(), partner: { taxCode: 'SMPBRN79B02L424K' } } },
    but: { cohabitationContract: { ...aContract(), partner: { taxCode: 'CHDNNA05A41L424X' } } },
    asker: { personId: 'XX99999XX', taxCode: 'CHDNNA05A41L424X' },
  },
];

const aire: readonly Case[] = [
  {
    rule: 'aire_born_abroad',
    kind: 'birth',
    not: { birth: { on: partialDate('1980'), place: abroad } },
    but: {},
  },
  {
    rule: 'aire_before_joining',
    kind: 'marriage',
    not: { enrolment: anAireEnrolment({ beforeJoining: true }) },
    but: {},
  },
  {
    rule: 'aire_before_joining',
    kind: 'citizenship',
    not: { enrolment: anAireEnrolment({ beforeJoining: true }) },
    but: {},
  },
  { rule: 'aire_event_not_in_italy', kind: 'marriage', not: married({ place: abroad }), but: {} },
  { rule: 'aire_event_not_in_italy', kind: 'marriage', not: married({ act: {} }), but: {} },
  {
    rule: 'aire_event_not_before_expatriation',
    kind: 'marriage',
    not: married({ on: partialDate('2015-09-14') }),
    but: married({ on: partialDate('2015-09-13') }),
  },
  // Of a year alone nobody knows whether it was before.
  {
    rule: 'aire_event_not_before_expatriation',
    kind: 'marriage',
    not: married({ on: partialDate('2015') }),
    but: married({ on: partialDate('2014') }),
  },
  {
    rule: 'aire_event_not_before_expatriation',
    kind: 'civil_union',
    not: { maritalStatus: inCivilUnion() },
    but: { maritalStatus: { state: 'civil_union', bond: bond() } },
  },
  {
    rule: 'aire_event_not_before_expatriation',
    kind: 'cohabitation_contract',
    not: {
      cohabitationContract: {
        stipulatedOn: partialDate('2014'),
        municipality: 'A952',
        registeredOn: partialDate('2016'),
        partner: { familyName: 'Esempio' },
      },
    },
    but: { cohabitationContract: aContract() },
  },
  {
    rule: 'household_not_aire',
    kind: 'aire_family_status',
    not: { household: household({ register: 'resident' }) },
    but: {},
  },
  { rule: 'no_household', kind: 'aire_family_status', not: { household: undefined }, but: {} },
  {
    rule: 'relation_no_longer_admitted',
    kind: 'aire_family_status',
    not: {
      household: household({
        register: 'aire',
        members: [aMember(), aMember({ id: 'X', relation: 'no_longer_admitted' })],
      }),
    },
    but: {},
  },
];

const neverThere = () => {
  const { expatriatedOn: _left, ...enrolment } = anAireEnrolment({ why: 'born_abroad' }) as Extract<
    RegistryRecord['enrolment'],
    { register: 'aire' }
  >;
  return enrolment;
};

describe('what stands in the way of a certificate', () => {
  test.each(resident.map((each) => [each.rule, each.kind, each] as const))(
    'CE-2: %s blocks %s',
    (rule, kind, { not, but, asker }) => {
      expect(blockers(kind, aRecord(not), asker)).toContain(rule);
      expect(blockers(kind, aRecord(but), asker)).not.toContain(rule);
    },
  );

  test.each(aire.map((each) => [each.rule, each.kind, each] as const))(
    'CE-3: %s blocks %s',
    (rule, kind, { not, but }) => {
      expect(blockers(kind, anAireRecord(not))).toContain(rule);
      expect(blockers(kind, anAireRecord(but))).toEqual([]);
    },
  );

  test('CE-3: who never lived in Italy has no earlier record to certify', () => {
    const record = anAireRecord({
      enrolment: neverThere(),
      birth: { on: partialDate('1980'), place: abroad },
    });
    expect(blockers('marriage', record)).toContain('aire_never_in_italy');
    expect(availableTo(record)).toEqual([
      'aire_family_status',
      'aire_residence',
      'citizenship',
      'electoral_roll',
      'political_rights',
    ]);
  });

  test('CE-2: each rule is shown by a case', () => {
    const shown = new Set<string>(
      [...resident, ...aire].map((each) => each.rule).concat('aire_never_in_italy'),
    );
    expect(blockingRules.map((rule) => rule.id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('what a person can have', () => {
  test('CE-2: with partial certifiability or an open procedure only residence and family status', () => {
    for (const different of [{ certifiability: 'partial' }, { openProcedures: [procedure] }] as const) {
      expect(availableTo(aRecord(different))).toEqual(['family_status', 'residence']);
      expect(availableTo(anAireRecord(different))).toEqual(['aire_family_status', 'aire_residence']);
    }
  });

  test('CE-3: in AIRE when the municipality joined: residence, family status, birth in Italy', () => {
    const enrolment = anAireEnrolment({ beforeJoining: true });
    const electoral = ['electoral_roll', 'political_rights'];
    expect(availableTo(anAireRecord({ enrolment }))).toEqual(
      ['aire_family_status', 'aire_residence', 'birth', ...electoral].toSorted(),
    );
    const birth = { on: partialDate('1980'), place: abroad };
    expect(availableTo(anAireRecord({ enrolment, birth }))).toEqual(
      ['aire_family_status', 'aire_residence', ...electoral].toSorted(),
    );
  });

  test('CE-3: in the registry first and in AIRE later: also the facts before the expatriation', () => {
    expect(availableTo(anAireRecord({ cohabitationContract: aContract() }))).toEqual([
      'aire_family_status',
      'aire_residence',
      'birth',
      'citizenship',
      'cohabitation_contract',
      'electoral_roll',
      'marriage',
      'political_rights',
    ]);
  });

  test('CE-4: who lives in a facility has that residence, which is no contract', () => {
    const record = aRecord({ enrolment: facility, household: undefined });
    expect(blockers('facility_residence', record)).toEqual([]);
    expect(blockers('cohabitation_contract', record)).toEqual(['no_contract']);
    expect(blockers('family_status', record)).toEqual(['lives_in_a_facility']);
  });

  test('CE-1: each kind can be had by somebody', () => {
    const records = [
      aRecord({ cohabitationContract: aContract() }),
      aRecord({ maritalStatus: { state: 'single' } }),
      aRecord({ maritalStatus: inCivilUnion() }),
      aRecord({ enrolment: facility, household: undefined }),
      anAireRecord(),
    ];
    expect(kindIds.filter((kind) => !records.some((record) => blockers(kind, record).length === 0))).toEqual(
      [],
    );
  });
});

describe('a decision', () => {
  const wish = (kinds: readonly KindId[], more = {}) =>
    ({ kinds, language: 'it', asker: self, on: today, province: 'BZ', ...more }) as const;

  test('CE-1: kinds that go together make one certificate', () => {
    expect(decide(aRecord(), wish(['residence', 'family_status', 'citizenship', 'birth']))).toMatchObject({
      ok: true,
    });
  });

  test('CE-10: nobody outside of the household, guardians included', () => {
    const asker = { personId: 'ZZ11111ZZ', taxCode: undefined };
    expect(decide(aRecord(), wish(['residence'], { asker }))).toEqual({
      ok: false,
      refusal: [{ code: 'outside_household' }],
    });
    const husband = { personId: 'EF67890GH' };
    expect(decide(aRecord(), wish(['residence'], { asker: husband }))).toMatchObject({ ok: true });
  });

  test('CE-8: German in South Tyrol, Slovene where the law protects it, Italian everywhere', () => {
    expect(decide(aRecord(), wish(['residence'], { language: 'de' }))).toMatchObject({ ok: true });
    expect(decide(aRecord(), wish(['residence'], { language: 'sl' }))).toMatchObject({
      refusal: [{ code: 'language_not_offered', language: 'sl' }],
    });
    const dorligo = aRecord({
      enrolment: { register: 'resident', municipality: 'D324', since: partialDate('2011') },
    });
    expect(decide(dorligo, wish(['residence'], { language: 'sl', province: 'TS' }))).toMatchObject({
      ok: true,
    });
    expect(decide(dorligo, wish(['residence'], { language: 'de', province: 'TS' }))).toMatchObject({
      ok: false,
    });
  });

  test('CE-2: all the reasons at once', () => {
    const record = aRecord({ certifiability: 'none', openProcedures: [procedure] });
    expect(decide(record, wish(['marriage', 'free_status']))).toEqual({
      ok: false,
      refusal: [
        { code: 'do_not_go_together', pairs: [['marriage', 'free_status']] },
        { code: 'blocked', kind: 'marriage', rule: 'not_certifiable' },
        { code: 'blocked', kind: 'marriage', rule: 'procedure_open' },
        { code: 'blocked', kind: 'free_status', rule: 'not_certifiable' },
        { code: 'blocked', kind: 'free_status', rule: 'procedure_open' },
        { code: 'blocked', kind: 'free_status', rule: 'not_free' },
      ],
    });
    expect(decide(record, wish([]))).toMatchObject({ refusal: [{ code: 'nothing_asked' }] });
  });
});
