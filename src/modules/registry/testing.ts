import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { ChangeKind } from './domain/change.ts';
import type { ConsularData } from './domain/consular-entry.ts';
import type { HouseholdMember, Place, RegistryRecord } from './domain/record.ts';
import { insertChange } from './store/changes.ts';
import type { RegistryDeps } from './use-cases/read-record.ts';

export const bolzano: Place = { country: 'IT', municipality: 'A952', name: 'Bolzano', province: 'BZ' };
export const trieste: Place = { country: 'IT', municipality: 'L424', name: 'Trieste', province: 'TS' };

/** A woman who lives in Bolzano with her husband: everything is recorded, nothing stands in the way of a certificate. */
const ordinary: RegistryRecord = {
  id: 'AB12345CD',
  taxCode: 'PRVDAA80A41A952P',
  familyName: 'Prova',
  givenName: 'Ada',
  sex: 'F',
  birth: {
    on: partialDate('1980-01-01'),
    place: bolzano,
    act: { number: '12', part: '1', series: 'A', year: 1980, municipality: 'A952' },
  },
  standing: { state: 'enrolled' },
  certifiability: 'full',
  openProcedures: [],
  enrolment: { register: 'resident', municipality: 'A952', since: partialDate('2011-05-02') },
  addresses: [
    {
      from: partialDate('2001'),
      until: partialDate('2011-05-02'),
      country: 'IT',
      municipality: 'L424',
      street: 'Via delle Prove',
      number: '7',
      postCode: '34100',
    },
    {
      from: partialDate('2011-05-02'),
      country: 'IT',
      municipality: 'A952',
      street: 'Via dei Saggi',
      number: '3/A',
      staircase: 'B',
      flat: '12',
      postCode: '39100',
    },
  ],
  maritalStatus: {
    state: 'married',
    bond: {
      on: partialDate('2010-06-12'),
      place: trieste,
      act: { number: '41', part: '2', series: 'A', year: 2010, municipality: 'L424' },
      partner: { id: 'EF67890GH', familyName: 'Esempio', givenName: 'Bruno' },
    },
  },
  citizenships: [{ of: 'IT', since: partialDate('1980-01-01') }],
  household: {
    id: 'F-100',
    register: 'resident',
    certifiable: true,
    members: [
      aMember({ id: 'AB12345CD', givenName: 'Ada', familyName: 'Prova', relation: 'holder' }),
      aMember({ id: 'EF67890GH', givenName: 'Bruno', familyName: 'Esempio', sex: 'M', relation: 'spouse' }),
    ],
  },
  identityDocuments: [
    {
      kind: 'identity_card',
      number: 'CA00000AA',
      issuedOn: partialDate('2022-03-04'),
      issuedBy: 'Comune di Bolzano',
      expiresOn: civilDate('2032-01-01'),
    },
  ],
  electoral: {
    mayVote: true,
    roll: {
      municipality: 'A952',
      section: '14',
      cardNumber: '000123456',
      enrolledOn: partialDate('2011-06'),
    },
  },
  joined: { on: civilDate('2019-02-11'), municipality: 'A952' },
};

/** Somebody of a household as a family record names them. */
export function aMember(different: Partial<HouseholdMember> = {}): HouseholdMember {
  return {
    id: 'AB12345CD',
    familyName: 'Prova',
    givenName: 'Ada',
    sex: 'F',
    birth: { on: partialDate('1980-01-01'), place: bolzano },
    relation: 'holder',
    maritalStatus: 'married',
    ...different,
  };
}

/** A registry record that differs from the ordinary one in what a test is about; `undefined` leaves something out. */
export function aRecord(
  different: { readonly [Name in keyof RegistryRecord]?: RegistryRecord[Name] | undefined } = {},
): RegistryRecord {
  return JSON.parse(JSON.stringify({ ...ordinary, ...different })) as RegistryRecord;
}

/** What a consulate knows of somebody who lives in Leeds. */
export function someConsularData(
  different: { readonly [Name in keyof ConsularData]?: ConsularData[Name] | undefined } = {},
): ConsularData {
  return JSON.parse(
    JSON.stringify({
      familyName: 'Prova',
      givenName: 'Ada',
      sex: 'F',
      birth: { on: partialDate('1980-01-01'), place: bolzano },
      taxCode: 'PRVDAA80A41A952P',
      citizenships: [{ of: 'IT' }],
      maritalStatus: 'married',
      addresses: [
        {
          country: 'GB',
          locality: 'Leeds',
          street: 'Sample Road',
          number: '9',
          from: partialDate('2026-09'),
        },
      ],
      municipality: 'A952',
      ...different,
    }),
  ) as ConsularData;
}

/** A change that a municipality wrote into somebody's record, as those who follow changes see it. */
export async function aRecordedChange(
  { db, now }: RegistryDeps,
  change: { readonly municipality: string; readonly personId: string; readonly kind: ChangeKind },
): Promise<void> {
  await db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    insertChange(tx, {
      ...change,
      id: crypto.randomUUID(),
      data: [],
      act: 'Atto 12',
      reason: 'Prova',
      from: civilDate('2026-11-18'),
      officialId: null,
      at: now(),
    }),
  );
}
