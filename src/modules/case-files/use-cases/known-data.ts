import { parseCivilDate } from '#kernel/civil-date.ts';
import { findApplicants, findContacts, findOwnAccount } from '#modules/identity/public.ts';
import { personOfAccount, readRecord } from '#modules/registry/public.ts';
import type { KnownData } from '../domain/known-data.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

/**
 * What the portal knows of a person: the profile, and over it the own record in the registry where a strong sign-in
 * matched it. A delegate sees of the record no more than the profile says.
 */
export async function readKnownData(
  deps: CaseFileDeps,
  { accountId, withRecord }: { accountId: string; withRecord: boolean },
): Promise<KnownData> {
  const account = await findOwnAccount(deps, accountId);
  const { applicant, contacts } = await deps.db.transaction({ kind: 'citizen', accountId }, async (tx) => ({
    applicant: (await findApplicants(tx, [accountId]))[0],
    contacts: await findContacts(tx, accountId),
  }));
  return {
    ...without({
      given_name: applicant?.givenName,
      family_name: applicant?.familyName,
      born_on: applicant?.bornOn,
      birth_place: applicant?.birthPlace,
      tax_code: applicant?.taxCode,
      email: contacts.find((each) => each.includes('@')),
      mobile: contacts.find((each) => !each.includes('@')),
      country: account?.country,
      place: account?.place,
    }),
    ...(withRecord ? await ofRecord(deps, accountId) : {}),
  };
}

async function ofRecord(deps: CaseFileDeps, accountId: string): Promise<KnownData> {
  const personId = await personOfAccount(deps, accountId);
  const record = personId && (await readRecord(deps, { personId, reader: { kind: 'self', accountId } }));
  if (record === undefined || record === '') return {};
  return without({
    given_name: record.givenName,
    family_name: record.familyName,
    born_on: parseCivilDate(record.birth.on).ok ? record.birth.on : undefined,
    birth_place: record.birth.place.name,
    tax_code: record.taxCode,
  });
}

function without(known: Readonly<Record<keyof KnownData, string | null | undefined> | object>): KnownData {
  return Object.fromEntries(
    Object.entries(known).filter(
      (each): each is [string, string] => typeof each[1] === 'string' && each[1] !== '',
    ),
  );
}
