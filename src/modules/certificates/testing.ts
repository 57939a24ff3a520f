import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoJoining } from '#demo/registry/people.ts';
import { addDays, civilDate, dayAt } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { createPeople, type NewPerson } from '#modules/identity/public.ts';
import {
  connectAccount,
  type Enrolment,
  loadRecords,
  type RegistryRecord,
} from '#modules/registry/public.ts';
import { aMember, aRecord, trieste } from '#modules/registry/testing.ts';
import type { Deps } from '#platform/deps.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { Sealing } from './use-cases/certificate-deps.ts';
import { currentCodeKey } from './use-cases/code-keys.ts';
import { qrFor, reserveSealed } from './use-cases/register-sealed.ts';
import { stampingByPayments } from './use-cases/stamping.ts';

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

/** A register of sealed documents that is no more than a list, for tests of what happens around it. */
export function aSealing(): Sealing & {
  readonly reserved: Map<string, string>;
  readonly sealedTimes: () => number;
  readonly entered: Map<string, Uint8Array>;
  readonly revoked: Map<string, string>;
} {
  const reserved = new Map<string, string>();
  const entered = new Map<string, Uint8Array>();
  const revoked = new Map<string, string>();
  let seals = 0;
  return {
    facSimile: true,
    reserved,
    entered,
    revoked,
    sealedTimes: () => seals,
    openRegister:
      async () =>
      async (_tx, { documentId, number }) => {
        reserved.set(documentId, number);
      },
    async codeOf(id) {
      return {
        qr: `https://sportello.example/v#${id}`,
        code: id.slice(0, 8).toUpperCase(),
        withdrawn: false,
      };
    },
    async seal(pdf) {
      seals += 1;
      return Buffer.concat([pdf, Buffer.from(`\n% seal ${seals}\n`)]);
    },
    async enter(_tx, id, pdf) {
      if (!entered.has(id)) entered.set(id, pdf);
    },
    async revoke(_tx, id, _by, because) {
      revoked.set(id, because);
    },
    sealId: () => '0'.repeat(64),
    async replace() {},
    async revokedAmong(_tx, ids) {
      const at = Temporal.Instant.from('2026-11-24T10:00:00Z');
      return new Map(
        ids.flatMap((id) => (revoked.has(id) ? [[id, { at, because: revoked.get(id) ?? '' }] as const] : [])),
      );
    },
  };
}

const asTest = { kind: 'system', task: 'test' } as const;

/** An account that strong sign-in has matched with a record of the demonstration's registry. */
export async function anAccountOf(
  deps: Deps,
  personId: string,
  more: Partial<NewPerson> = {},
): Promise<string> {
  const [accountId = ''] = await deps.db.transaction(asTest, (tx) =>
    createPeople(
      deps,
      tx,
      [
        {
          givenName: 'Bruno',
          familyName: `Lampachiari ${personId}`,
          bornOn: civilDate('1979-04-18'),
          email: `${personId}@persone.example`.toLowerCase(),
          mobile: `+39333${personId.slice(2, 7)}`,
          country: 'IT',
          place: 'Bolzano',
          officeId: null,
          locale: 'it',
          ...more,
        },
      ],
      'no password',
    ),
  );
  await connectAccount(deps, { accountId, personId, by: 'spid' });
  return accountId;
}

/** The outside world of certificates: the demonstration's registry, and a folder of its own for files. */
export async function certificateDeps() {
  const base = await testDeps(testClock());
  await base.db.transaction(asTest, (tx) => loadRecords(tx, demoJoining()));
  const folder = mkdtempSync(join(tmpdir(), 'sportello-certificates-'));
  return { ...base, folder, files: openFileStore(folder), sealing: aSealing(), stamping: stampingByPayments };
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
