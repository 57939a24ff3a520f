import type { CivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Certificate, holderOf } from '../domain/certificate.ts';
import { type CertificateState, stepsAhead } from '../domain/certificate-lifecycle.ts';
import type { CertificateContent } from '../domain/content.ts';
import type { ExemptionId } from '../domain/exemptions.ts';
import type { KindId } from '../domain/kinds.ts';
import type { CertificateLanguage } from '../domain/languages.ts';
import type { After, OfficeSearch } from '../domain/office-search.ts';

interface Row {
  office_id: string;
  id: string;
  account_id: string | null;
  person_id: string;
  asked_by: string;
  kinds: string[];
  language: string;
  duty: string;
  exempt_use: string | null;
  content: CertificateContent;
  locale: string;
  mail_to: string | null;
  state: string;
  requested_at: Temporal.Instant;
  rendering_file: string | null;
  rendering_hash: string | null;
  order_id: string | null;
  stamp_number: string | null;
  stamp_bought_on: string | null;
  paid_at: Temporal.Instant | null;
  year: number | null;
  number: number | null;
  issued_at: Temporal.Instant | null;
  issued_on: string | null;
  valid_until: string | null;
  file: string | null;
  file_hash: Buffer | null;
  document_id: string;
  replaced_at: Temporal.Instant | null;
  tries: number;
}

const columns = `office_id, id, account_id, person_id, asked_by, kinds, language, duty, exempt_use, content, locale, mail_to,
  state, requested_at, rendering_file, rendering_hash, order_id, stamp_number, stamp_bought_on, paid_at, year, number,
  issued_at, issued_on, valid_until, file, file_hash, document_id, replaced_at, tries`;

function certificateOf(row: Row): Certificate {
  const { year, number, issued_at: at, issued_on: on, valid_until: until } = row;
  return {
    officeId: row.office_id,
    id: row.id,
    accountId: row.account_id,
    personId: row.person_id,
    askedBy: row.asked_by,
    kinds: row.kinds as KindId[],
    language: row.language as CertificateLanguage,
    duty:
      row.exempt_use === null ? { kind: 'stamp' } : { kind: 'exempt', use: row.exempt_use as ExemptionId },
    content: row.content,
    locale: row.locale as Locale,
    mailTo: row.mail_to,
    state: row.state as CertificateState,
    requestedAt: row.requested_at,
    rendering:
      row.rendering_file === null || row.rendering_hash === null
        ? null
        : { file: row.rendering_file, hash: row.rendering_hash },
    orderId: row.order_id,
    stamp:
      row.stamp_number === null || row.stamp_bought_on === null
        ? null
        : { iubd: row.stamp_number, boughtOn: row.stamp_bought_on as CivilDate },
    paidAt: row.paid_at,
    issue:
      year === null || number === null || at === null || on === null || until === null
        ? null
        : { year, number, at, on: on as CivilDate, validUntil: until as CivilDate },
    file: row.file === null || row.file_hash === null ? null : { key: row.file, hash: row.file_hash },
    documentId: row.document_id,
    replacedAt: row.replaced_at,
    tries: row.tries,
  };
}

/** Writes a request down, with the rendering and the order where the stamp duty is due. */
export async function insertCertificate(
  tx: Tx,
  certificate: Certificate,
  holderTaxCode: string | undefined,
): Promise<void> {
  const { duty, rendering } = certificate;
  await tx.sql(
    `insert into certificates.certificate (office_id, id, account_id, person_id, asked_by, kinds, language, duty,
       exempt_use, content, locale, mail_to, state, requested_at, changed_at, rendering_file, rendering_hash, order_id,
       next_try_at, holder_key, holder_tax_code, document_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $14, $18, $19, $20)`,
    [
      certificate.officeId,
      certificate.id,
      certificate.accountId,
      certificate.personId,
      certificate.askedBy,
      certificate.kinds,
      certificate.language,
      duty.kind,
      duty.kind === 'exempt' ? duty.use : null,
      JSON.stringify(certificate.content),
      certificate.locale,
      certificate.mailTo,
      certificate.state,
      certificate.requestedAt,
      rendering?.file ?? null,
      rendering?.hash ?? null,
      certificate.orderId,
      fold(holderOf(certificate)),
      holderTaxCode ?? null,
      certificate.documentId,
    ],
    'insert-certificate',
  );
}

export async function findCertificate(tx: Tx, id: string): Promise<Certificate | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from certificates.certificate where id = $1`,
    [id],
    'find-certificate',
  );
  return row && certificateOf(row);
}

/** The certificate for which a sealed document stands. */
export async function findByDocument(tx: Tx, documentId: string): Promise<Certificate | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from certificates.certificate where document_id = $1`,
    [documentId],
    'certificate-by-document',
  );
  return row && certificateOf(row);
}

/** The same, kept from changing until the end of the transaction. */
export async function lockCertificate(tx: Tx, id: string): Promise<Certificate | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from certificates.certificate where id = $1 for update`,
    [id],
    'lock-certificate',
  );
  return row && certificateOf(row);
}

/** What a person asked for, the newest first; `before` is the moment of the last one of the page before. */
export async function listOwnCertificates(tx: Tx, accountId: string): Promise<Certificate[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from certificates.certificate where account_id = $1 order by requested_at desc, id limit 200`,
    [accountId],
    'own-certificates',
  );
  return rows.map(certificateOf);
}

/** What a municipality has issued, the newest first: all, or those of which everything that is named holds. */
export async function listOfficeCertificates(
  tx: Tx,
  officeId: string,
  {
    number,
    nameKey,
    taxCode,
    issuedOn,
    after,
    most,
  }: OfficeSearch & { readonly after: After | undefined; readonly most: number },
): Promise<Certificate[]> {
  const values: unknown[] = [officeId];
  const $ = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    number && `year = ${$(number.year)} and number = ${$(number.number)}`,
    nameKey && `holder_key ~>=~ ${$(nameKey)} and holder_key ~<~ ${$(`${nameKey}\u{10FFFF}`)}`,
    taxCode && `holder_tax_code = ${$(taxCode)}`,
    issuedOn && `issued_on = ${$(issuedOn)}`,
    after && `(requested_at, id) < (${$(after.at)}, ${$(after.id)}::uuid)`,
  ].filter((each) => each !== undefined);
  const rows = await tx.sql<Row>(
    `select ${columns} from certificates.certificate
     where ${['office_id = $1', 'number is not null', ...conditions].join(' and ')}
     order by requested_at desc, id desc limit ${$(most)}`,
    values,
  );
  return rows.map(certificateOf);
}

/** What a step has changed; what was asked for and what it says cannot be changed. */
export async function saveStep(tx: Tx, certificate: Certificate, at: Temporal.Instant): Promise<void> {
  const { issue, stamp, file } = certificate;
  await tx.sql(
    `update certificates.certificate set state = $2, changed_at = $3, stamp_number = $4, stamp_bought_on = $5, paid_at = $6,
       year = $7, number = $8, issued_at = $9, issued_on = $10, valid_until = $11, file = $12, file_hash = $13, document_id = $14, replaced_at = $15, tries = 0,
       next_try_at = $3
     where id = $1`,
    [
      certificate.id,
      certificate.state,
      at,
      stamp?.iubd ?? null,
      stamp?.boughtOn ?? null,
      certificate.paidAt,
      issue?.year ?? null,
      issue?.number ?? null,
      issue?.at ?? null,
      issue?.on ?? null,
      issue?.validUntil ?? null,
      file?.key ?? null,
      file === null ? null : Buffer.from(file.hash),
      certificate.documentId,
      certificate.replacedAt,
    ],
    'save-certificate-step',
  );
}

/** The next number of a municipality's register of the year; the register stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, officeId: string, year: number): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `insert into certificates.certificate_number as register (office_id, year, last) values ($1, $2, 1)
     on conflict (office_id, year) do update set last = register.last + 1 returning last`,
    [officeId, year],
    'next-certificate-number',
  );
  if (row === undefined) throw new Error('The register of certificates gave no number');
  return row.last;
}

/** Certificates of which a step is due. */
export async function listToGoOn(tx: Tx, at: Temporal.Instant, atMost: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from certificates.certificate where state = any($1::text[]) and next_try_at <= $2
     order by next_try_at limit $3`,
    [stepsAhead, at, atMost],
  );
  return rows.map((row) => row.id);
}

export async function saveTry(
  tx: Tx,
  id: string,
  { tries, nextTryAt }: { tries: number; nextTryAt: Temporal.Instant },
): Promise<void> {
  await tx.sql('update certificates.certificate set tries = $2, next_try_at = $3 where id = $1', [
    id,
    tries,
    nextTryAt,
  ]);
}

/** Every certificate of an account, kept from changing meanwhile. */
export async function lockCertificatesOf(tx: Tx, accountId: string): Promise<Certificate[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from certificates.certificate where account_id = $1 order by requested_at for update`,
    [accountId],
  );
  return rows.map(certificateOf);
}

/** The account goes; what was issued stays with its number. */
export async function unlinkCertificate(tx: Tx, id: string): Promise<void> {
  await tx.sql('update certificates.certificate set account_id = null, mail_to = null where id = $1', [id]);
}

export async function deleteCertificate(tx: Tx, id: string): Promise<void> {
  await tx.sql('delete from certificates.certificate where id = $1', [id]);
}

/** Of these files, those that no certificate knows. */
export async function listUnknownFiles(tx: Tx, files: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ file: string }>(
    `select f.file from unnest($1::text[]) as f (file)
     where not exists (select 1 from certificates.certificate c where c.rendering_file = f.file)
       and not exists (select 1 from certificates.certificate c where c.file = f.file)`,
    [files],
  );
  return rows.map((row) => row.file);
}

/** Certificates that wait for a payment, the oldest first. */
export async function listAwaitingPayment(
  tx: Tx,
  atMost: number,
): Promise<{ readonly id: string; readonly orderId: string }[]> {
  return tx.sql<{ id: string; orderId: string }>(
    `select id, order_id as "orderId" from certificates.certificate where state = 'awaiting_payment'
     order by requested_at limit $1`,
    [atMost],
  );
}
