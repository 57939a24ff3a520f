import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { PersonContent } from './person-content.ts';
import type {
  Address,
  Birth,
  Citizenship,
  CohabitationContract,
  IdentityDocument,
  MaritalStatus,
} from './record.ts';

/** What a municipality can put right in a record (rettifica, L. 1228/1954 art. 4). */
export type Correction =
  | { readonly datum: 'names'; readonly familyName?: string; readonly givenName?: string }
  | { readonly datum: 'sex'; readonly sex: 'M' | 'F' }
  | { readonly datum: 'tax_code'; readonly taxCode?: string }
  | { readonly datum: 'birth'; readonly birth: Birth }
  | { readonly datum: 'marital_status'; readonly maritalStatus?: MaritalStatus }
  | { readonly datum: 'citizenships'; readonly citizenships: readonly Citizenship[] }
  | { readonly datum: 'cohabitation_contract'; readonly contract?: CohabitationContract }
  | { readonly datum: 'identity_documents'; readonly documents: readonly IdentityDocument[] }
  | { readonly datum: 'addresses'; readonly addresses: readonly Address[] };

export type CorrectedDatum = Correction['datum'];

export type CorrectionRefusal =
  | { readonly code: 'nothing_changes' }
  | { readonly code: 'no_citizenship' }
  | { readonly code: 'addresses_overlap' }
  | { readonly code: 'no_address' }
  | { readonly code: 'before_birth' }
  | { readonly code: 'in_the_future' };

/** Puts one datum right, where the record makes sense with it. */
export function correct(
  content: PersonContent,
  correction: Correction,
  today: CivilDate,
): Outcome<PersonContent, CorrectionRefusal> {
  const corrected = withDatum(content, correction);
  const refusal = senseless(corrected, correction, today);
  return refusal === undefined ? granted(corrected) : refused(refusal);
}

function withDatum(content: PersonContent, correction: Correction): PersonContent {
  switch (correction.datum) {
    case 'names': {
      const { familyName: _family, givenName: _given, ...rest } = content;
      const { familyName, givenName } = correction;
      return { ...rest, ...(familyName && { familyName }), ...(givenName && { givenName }) };
    }
    case 'sex':
      return { ...content, sex: correction.sex };
    case 'tax_code': {
      const { taxCode: _code, ...rest } = content;
      return { ...rest, ...(correction.taxCode && { taxCode: correction.taxCode }) };
    }
    case 'birth':
      return { ...content, birth: correction.birth };
    case 'marital_status': {
      const { maritalStatus: _status, ...rest } = content;
      return { ...rest, ...(correction.maritalStatus && { maritalStatus: correction.maritalStatus }) };
    }
    case 'citizenships':
      return { ...content, citizenships: correction.citizenships };
    case 'cohabitation_contract': {
      const { cohabitationContract: _contract, ...rest } = content;
      return { ...rest, ...(correction.contract && { cohabitationContract: correction.contract }) };
    }
    case 'identity_documents':
      return { ...content, identityDocuments: correction.documents };
    case 'addresses':
      return { ...content, addresses: correction.addresses };
  }
}

function senseless(
  content: PersonContent,
  correction: Correction,
  today: CivilDate,
): CorrectionRefusal | undefined {
  if (content.citizenships.length === 0) return { code: 'no_citizenship' };
  if (correction.datum === 'addresses' && content.addresses.length === 0) return { code: 'no_address' };
  if (!addressesFollow(content.addresses)) return { code: 'addresses_overlap' };
  const dates = datesOf(content, correction);
  if (dates.some((date) => isBefore(date, content.birth.on))) return { code: 'before_birth' };
  if ([...dates, content.birth.on].some((date) => isBefore(today, date))) return { code: 'in_the_future' };
  return undefined;
}

/** The dates of events that a correction brings. */
function datesOf({ maritalStatus }: PersonContent, correction: Correction): string[] {
  const given = (...dates: readonly (string | undefined)[]) => dates.filter((date) => date !== undefined);
  switch (correction.datum) {
    case 'birth':
    case 'marital_status':
      return maritalStatus === undefined || maritalStatus.state === 'single'
        ? []
        : given(maritalStatus.bond?.on, 'endedOn' in maritalStatus ? maritalStatus.endedOn : undefined);
    case 'cohabitation_contract':
      return given(correction.contract?.stipulatedOn, correction.contract?.registeredOn);
    case 'citizenships':
      return given(...correction.citizenships.map(({ since }) => since));
    case 'identity_documents':
      return given(...correction.documents.map(({ issuedOn }) => issuedOn));
    case 'names':
    case 'sex':
    case 'tax_code':
    case 'addresses':
      return [];
  }
}

/** Whether one date is certainly before another, as far as both are known. */
export function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

/** Whether each address begins when the one before it has ended, as far as the dates are known. */
export function addressesFollow(addresses: readonly Address[]): boolean {
  return addresses.every(({ from, until }, index) => {
    const before = addresses[index - 1];
    if (from === undefined) return true;
    return !(
      (until !== undefined && isBefore(until, from)) ||
      (before?.until !== undefined && isBefore(from, before.until)) ||
      (before?.from !== undefined && isBefore(from, before.from))
    );
  });
}
