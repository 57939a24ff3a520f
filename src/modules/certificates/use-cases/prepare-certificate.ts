import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { readRegistryConnection } from '#modules/offices/public.ts';
import type { PersonId, RegistryRecord } from '#modules/registry/public.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import type { CertificateContent } from '../domain/content.ts';
import { type Decline, decide } from '../domain/decide.ts';
import type { Duty } from '../domain/exemptions.ts';
import type { KindId } from '../domain/kinds.ts';
import type { CertificateLanguage } from '../domain/languages.ts';
import { certificatePaper } from '../letters/certificate-paper.ts';
import { contentOf } from '../letters/printed/content-of.ts';
import { type CertificateDeps, certificateZone } from './certificate-deps.ts';
import { type AskingRefusal, municipalityOf, readAsking, readSubject } from './read-people.ts';
import { townsIn } from './towns.ts';

/** What somebody would like to have. */
export interface Wanted {
  readonly accountId: string;
  readonly personId: PersonId;
  readonly kinds: readonly KindId[];
  readonly language: CertificateLanguage;
  readonly duty: Duty;
}

export interface Prepared {
  readonly content: CertificateContent;
  readonly record: RegistryRecord;
  /** Who asks. */
  readonly own: RegistryRecord;
}

export type PreparingRefusal =
  | AskingRefusal
  /** The municipality is cut off from the national registry: nothing can be certified from it (OF-6). */
  | { readonly code: 'not_connected' }
  | { readonly code: 'declined'; readonly declines: readonly Decline[] };

/** Decides whether a certificate can be had, and puts down what it would say now. */
export async function prepareCertificate(
  deps: CertificateDeps,
  { accountId, personId, kinds, language, duty }: Wanted,
): Promise<Outcome<Prepared, PreparingRefusal>> {
  const asking = await readAsking(deps, accountId);
  if (!asking.ok) return asking;
  const record = await readSubject(deps, asking.value, personId);
  if (record === undefined) return refused({ code: 'declined', declines: [{ code: 'outside_household' }] });
  const connection = await readRegistryConnection(deps, record.enrolment.municipality);
  if (!connection.connected) return refused({ code: 'not_connected' });
  const on = dayAt(deps.now(), certificateZone);
  const { province } = await municipalityOf(record);
  const decision = decide(record, { kinds, language, asker: asking.value.asker, on, province });
  if (!decision.ok) return refused({ code: 'declined', declines: decision.refusal });
  const content = contentOf(record, { kinds, language, duty, dataOf: on }, await townsIn(record));
  return granted({ content, record, own: asking.value.own });
}

/** The paper before it has a number: what is previewed, and on what the stamp is bought. */
export function renderContent(
  { sealing }: Pick<CertificateDeps, 'sealing'>,
  content: CertificateContent,
  at: Temporal.Instant,
): Promise<Buffer> {
  return renderPdf(certificatePaper({ content, facsimile: sealing.facSimile, at }));
}
