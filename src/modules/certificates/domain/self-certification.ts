import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';

/**
 * What a person may declare instead of a certificate and the registry can fill in, with its letter in art. 46 c. 1 DPR
 * 445/2000 (dichiarazione sostitutiva di certificazione).
 */
export const statementLetters = {
  birth: 'a',
  residence: 'b',
  citizenship: 'c',
  political_rights: 'd',
  marital_status: 'e',
  family: 'f',
  existence: 'g',
  children: 'h',
  aire: 'i',
  tax_code: 'q',
  marriage_act: 'dd',
} as const;

export type StatementId = keyof typeof statementLetters;
export const statementIds = Object.keys(statementLetters) as StatementId[];

/** Why somebody cannot declare for themself. */
export type DeclarantRefusal =
  /** Parents or a guardian declare for minors: art. 5 DPR 445/2000. */
  | 'minor'
  /** A guardian declares for whoever is barred (interdetto): art. 5 DPR 445/2000. */
  | 'barred'
  /** A deleted record is nobody’s to declare from. */
  | 'no_longer_enrolled';

const ofAge = 18;

/** Why a person cannot declare; nothing where they can. What keeps a certificate back does not keep this back. */
export function declarantRefusal(record: RegistryRecord, today: CivilDate): DeclarantRefusal | undefined {
  if (record.standing.state !== 'enrolled') return 'no_longer_enrolled';
  if (record.certifiability === 'barred') return 'barred';
  const birthday = latestOf(record.birth.on).add({ years: ofAge });
  return Temporal.PlainDate.compare(birthday, plainDate(today)) > 0 ? 'minor' : undefined;
}

/** The last day that an incomplete date can mean: whose day or month of birth is not known is of age when they surely are. */
function latestOf(date: PartialDate): Temporal.PlainDate {
  const [year, month, day] = date.split('-').map(Number);
  const last = Temporal.PlainYearMonth.from({ year: year ?? 0, month: month ?? 12 });
  return last.toPlainDate({ day: day ?? last.daysInMonth });
}

const known: Record<StatementId, (record: RegistryRecord) => boolean> = {
  birth: () => true,
  residence: ({ addresses }) => addresses.length > 0,
  citizenship: ({ citizenships }) => citizenships.some(isAttributed),
  political_rights: ({ electoral }) => electoral?.mayVote === true,
  marital_status: ({ maritalStatus }) => maritalStatus !== undefined,
  family: ({ household }) => household !== undefined && household.members.length > 0,
  existence: () => true,
  children: (record) => childrenOf(record).length > 0,
  aire: ({ enrolment }) => enrolment.register === 'aire',
  tax_code: ({ taxCode }) => taxCode !== undefined,
  marriage_act: ({ maritalStatus }) =>
    maritalStatus !== undefined && 'bond' in maritalStatus && maritalStatus.bond?.on !== undefined,
};

/** Whether the record has what a statement says. */
export function isKnown(id: StatementId, record: RegistryRecord): boolean {
  return known[id](record);
}

/** A citizenship that is one: not one to be settled, not the lack of one that nobody has established. */
export function isAttributed({ of }: RegistryRecord['citizenships'][number]): boolean {
  return of !== 'undefined_yet' && of !== 'not_attributable';
}

/** The children in the household, where the person is the holder or the holder’s spouse or partner. */
export function childrenOf({ id, household }: RegistryRecord) {
  const own = household?.members.find((member) => member.id === id);
  const isParent = own?.relation === 'holder';
  return isParent ? (household?.members.filter((member) => member.relation === 'child') ?? []) : [];
}

/** States whose citizens declare without the limits of art. 3 c. 2: the members of the European Union. */
const union = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Non-EU citizens declare only what an Italian body can certify: art. 3 c. 2 DPR 445/2000. */
export function isLimited({ citizenships }: RegistryRecord): boolean {
  return !citizenships.some(({ of }) => union.has(of));
}

export const documentKinds = ['identity_card', 'passport'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The one identity document that a declaration names (documento di riconoscimento). */
export interface DeclaredDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedBy?: string;
}

/** The documents of the record that are still valid on a day. */
export function usableDocuments(
  { identityDocuments }: RegistryRecord,
  today: CivilDate,
): RegistryRecord['identityDocuments'] {
  return identityDocuments.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= today);
}

/** A number of a card or a passport as it is typed, without blanks and in capitals; nothing where it cannot be one. */
export function parseDocumentNumber(raw: string): string | undefined {
  const number = raw.replace(/[\s.-]/g, '').toUpperCase();
  return /^[A-Z0-9]{5,20}$/.test(number) ? number : undefined;
}
