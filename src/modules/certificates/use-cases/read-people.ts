import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import {
  findMunicipality,
  type RegistryConnection,
  readRegistryConnection,
} from '#modules/offices/public.ts';
import { type PersonId, personOfAccount, type RegistryRecord, readRecord } from '#modules/registry/public.ts';
import { type Asker, type Availability, availabilityOf, isOfHousehold } from '../domain/decide.ts';
import { type CertificateLanguage, languagesOf } from '../domain/languages.ts';
import { type CertificateDeps, certificateZone } from './certificate-deps.ts';

/** Somebody about whom a person may ask: themselves, or a member of the registered household (CE-10). */
export interface Askable {
  readonly personId: PersonId;
  readonly name: string;
  readonly isSelf: boolean;
}

export interface Asking {
  readonly own: RegistryRecord;
  readonly asker: Asker;
  readonly people: readonly Askable[];
}

export type AskingRefusal = { readonly code: 'no_record' };

const nameOf = ({ familyName, givenName }: { familyName?: string; givenName?: string }) =>
  [givenName, familyName].filter(Boolean).join(' ') || '–';

/** Who is asking, and about whom they may ask. */
export async function readAsking(
  deps: Pick<CertificateDeps, 'db' | 'now'>,
  accountId: string,
): Promise<Outcome<Asking, AskingRefusal>> {
  const personId = await personOfAccount(deps, accountId);
  const own =
    personId === undefined
      ? undefined
      : await readRecord(deps, { personId, reader: { kind: 'self', accountId } });
  if (personId === undefined || own === undefined) return refused({ code: 'no_record' });
  const others = (own.household?.members ?? []).filter((each) => each.id !== personId);
  return granted({
    own,
    asker: { personId, taxCode: own.taxCode },
    people: [
      { personId, name: nameOf(own), isSelf: true },
      ...others.map((each) => ({ personId: each.id, name: nameOf(each), isSelf: false })),
    ],
  });
}

/**
 * The whole record of somebody about whom one may ask. What a member of the household sees of another is less than what
 * a certificate may need, so the platform reads it, and the person sees that in the log (RG-5).
 */
export async function readSubject(
  deps: Pick<CertificateDeps, 'db' | 'now'>,
  { own, asker, people }: Asking,
  personId: PersonId,
): Promise<RegistryRecord | undefined> {
  if (personId === own.id) return own;
  if (!people.some((each) => each.personId === personId)) return undefined;
  const reader = { kind: 'system', name: 'certificates', why: 'certificate' } as const;
  const record = await readRecord(deps, { personId, reader });
  return record !== undefined && isOfHousehold(asker, record) ? record : undefined;
}

export interface Catalogue {
  readonly people: readonly Askable[];
  readonly subject: Askable;
  readonly record: RegistryRecord;
  readonly availability: readonly Availability[];
  readonly languages: readonly CertificateLanguage[];
  /** Whether the municipality is connected to the national registry now (OF-6). */
  readonly connection: RegistryConnection;
}

/** What can be had about a person, and what not and why (CE-1, CE-2). */
export async function readCatalogue(
  deps: CertificateDeps,
  { accountId, personId }: { accountId: string; personId: PersonId | undefined },
): Promise<Outcome<Catalogue, AskingRefusal | { readonly code: 'outside_household' }>> {
  const asking = await readAsking(deps, accountId);
  if (!asking.ok) return asking;
  const wanted = personId ?? asking.value.own.id;
  const subject = asking.value.people.find((each) => each.personId === wanted);
  const record = subject && (await readSubject(deps, asking.value, wanted));
  if (subject === undefined || record === undefined) return refused({ code: 'outside_household' });
  const on = dayAt(deps.now(), certificateZone);
  return granted({
    people: asking.value.people,
    subject,
    record,
    availability: availabilityOf({ record, asker: asking.value.asker, on }),
    connection: await readRegistryConnection(deps, record.enrolment.municipality),
    languages: languagesOf(await municipalityOf(record), on),
  });
}

/** The municipality that keeps a record, with its province. */
export async function municipalityOf({
  enrolment: { municipality: code },
}: RegistryRecord): Promise<{ readonly code: string; readonly province: string | undefined }> {
  return { code, province: (await findMunicipality(code))?.municipality.province };
}
