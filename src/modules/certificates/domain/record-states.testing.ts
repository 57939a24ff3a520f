import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import { aRecord } from '#modules/registry/testing.ts';
import { abroad, aContract, alone, anAireEnrolment, anAireRecord, inCivilUnion } from '../testing.ts';

const single = { state: 'single' } as const;
const procedure = {
  id: 'P1',
  kind: 'residence',
  municipality: 'A952',
  openedOn: civilDate('2026-10-01'),
} as const;

/** Records in the states that the decision table shows, by what is remarkable about them. */
export const recordStates: readonly (readonly [string, RegistryRecord])[] = [
  ['resident, married', aRecord()],
  ['resident, single', aRecord({ maritalStatus: single })],
  ['resident, widowed', aRecord({ maritalStatus: { state: 'widowed', endedOn: partialDate('2020-05-05') } })],
  ['resident, in a civil union', aRecord({ maritalStatus: inCivilUnion() })],
  [
    'resident, with a cohabitation contract',
    aRecord({ maritalStatus: single, cohabitationContract: aContract() }),
  ],
  ['resident, alone', aRecord({ maritalStatus: single, household: alone() })],
  [
    'lives in a facility',
    aRecord({
      household: undefined,
      enrolment: {
        register: 'resident',
        municipality: 'A952',
        since: partialDate('2020'),
        facility: { name: 'Caserma di prova', kind: 'barracks' },
      },
    }),
  ],
  [
    'no fixed abode',
    aRecord({
      enrolment: { register: 'resident', municipality: 'A952', since: partialDate('2020'), homeless: true },
    }),
  ],
  ['under age', aRecord({ birth: { on: partialDate('2012-03-04'), place: abroad }, maritalStatus: single })],
  ['not an Italian citizen', aRecord({ citizenships: [{ of: 'AR' }] })],
  ['two citizenships', aRecord({ citizenships: [{ of: 'IT' }, { of: 'AR' }] })],
  ['partly certifiable', aRecord({ certifiability: 'partial' })],
  ['procedure open', aRecord({ openProcedures: [procedure] })],
  ['not certifiable', aRecord({ certifiability: 'none' })],
  ['civil status missing', aRecord({ maritalStatus: undefined })],
  ['household without holder', withoutHolder()],
  ['struck off', aRecord({ standing: { state: 'struck', why: 'untraceable' } })],
  ['dead', aRecord({ standing: { state: 'struck', why: 'death' } })],
  ['AIRE, left Italy after joining', anAireRecord()],
  ['AIRE, married after leaving', anAireRecord({ maritalStatus: marriedIn2016() })],
  ['AIRE, already there at joining', anAireRecord({ enrolment: anAireEnrolment({ beforeJoining: true }) })],
  [
    'AIRE, never lived in Italy',
    anAireRecord({
      birth: { on: partialDate('1980-01-01'), place: abroad },
      enrolment: neverInItaly(),
    }),
  ],
  ['AIRE, procedure open', anAireRecord({ openProcedures: [procedure] })],
];

function withoutHolder(): RegistryRecord {
  const { household } = aRecord();
  return aRecord({
    household: household && {
      ...household,
      members: household.members.filter((each) => each.relation !== 'holder'),
    },
  });
}

function marriedIn2016(): RegistryRecord['maritalStatus'] {
  const { maritalStatus } = aRecord();
  return maritalStatus?.state === 'married'
    ? { ...maritalStatus, bond: { ...maritalStatus.bond, on: partialDate('2016-03-01') } }
    : maritalStatus;
}

function neverInItaly() {
  const { expatriatedOn: _expatriatedOn, ...enrolment } = anAireEnrolment({ why: 'born_abroad' }) as Extract<
    RegistryRecord['enrolment'],
    { register: 'aire' }
  >;
  return enrolment;
}
