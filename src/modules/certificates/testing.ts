import { addDays, civilDate, dayAt } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { Enrolment, RegistryRecord } from '#modules/registry/public.ts';
import { aMember, aRecord, trieste } from '#modules/registry/testing.ts';
import type { Deps } from '#platform/deps.ts';
import { currentCodeKey } from './use-cases/code-keys.ts';
import { qrFor, reserveSealed } from './use-cases/register-sealed.ts';

/** The day on which the tests ask. */
export const today = civilDate('2026-11-24');

export const abroad = { country: 'AR', name: 'Rosario' } as const;

/** Enrolled in AIRE: left Italy in 2015, after the municipality had everything in the registry. */
export function anAireEnrolment(
  different: Partial<Extract<Enrolment, { register: 'aire' }>> = {},
): Enrolment {
  return {
    register: 'aire',
    municipality: 'A952',
    since: partialDate('2015-10-01'),
    why: 'expatriation',
    expatriatedOn: partialDate('2015-09-14'),
    consulate: 'buenos-aires',
    beforeJoining: false,
    ...different,
  };
}

/** Ada as an Italian abroad: married in Trieste in 2010, gone to Rosario in 2015, her household with her. */
export function anAireRecord(
  different: { readonly [Name in keyof RegistryRecord]?: RegistryRecord[Name] | undefined } = {},
): RegistryRecord {
  const { household } = aRecord();
  return aRecord({
    enrolment: anAireEnrolment(),
    addresses: [{ country: 'AR', locality: 'Rosario', street: 'Calle de las Pruebas', number: '12' }],
    household: household && { ...household, register: 'aire' },
    ...different,
  });
}

/** Ada as somebody in a civil union with Carla. */
export function inCivilUnion(): RegistryRecord['maritalStatus'] {
  return {
    state: 'civil_union',
    bond: {
      on: partialDate('2018-04-07'),
      place: trieste,
      act: { number: '3', part: '1', year: 2018, municipality: 'L424' },
      partner: { id: 'IL11111MN', familyName: 'Esempio', givenName: 'Carla' },
    },
  };
}

/** A contract that Ada made with Bruno. */
export function aContract(): RegistryRecord['cohabitationContract'] {
  return {
    stipulatedOn: partialDate('2014-02-03'),
    registeredOn: partialDate('2014-02-20'),
    municipality: 'A952',
    partner: { id: 'EF67890GH', taxCode: 'SMPBRN79B02L424K', familyName: 'Esempio', givenName: 'Bruno' },
  };
}

/** Ada alone in her household. */
export function alone(): RegistryRecord['household'] {
  const { household } = aRecord();
  return household && { ...household, members: [aMember()] };
}

/** The text of a QR code as it stands on a residence certificate of today. */
export async function aQrCode(deps: Deps): Promise<string> {
  const key = await currentCodeKey(deps);
  const issuedOn = dayAt(deps.now(), 'Europe/Rome');
  const document = await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    reserveSealed(deps, tx, key, {
      id: crypto.randomUUID(),
      kind: 'certificate',
      subject: 'residence',
      number: '2026/000123',
      holder: 'A.P. 1980',
      claims: [],
      officeId: null,
      accountId: null,
      issuedOn,
      validUntil: addDays(issuedOn, 90),
    }),
  );
  return qrFor({ ...deps, sealing: { facSimile: true } }, document, key);
}
