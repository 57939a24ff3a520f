import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Claim, RevocationReason, SealedDocument, SealedKind } from '../domain/verification.ts';

interface Row {
  id: string;
  serial: string;
  kind: string;
  subject: string;
  number: string | null;
  code: string;
  holder: string;
  claims: Claim[];
  office_id: string | null;
  account_id: string | null;
  key_id: string;
  issued_on: string;
  valid_until: string;
  sealed_at: Temporal.Instant | null;
  seal_certificate: string | null;
  revoked_at: Temporal.Instant | null;
  revoked_because: string | null;
  replaced_by: string | null;
}

const columns = `id, serial, kind, subject, number, code, holder, claims, office_id, account_id, key_id, issued_on,
  valid_until, sealed_at, seal_certificate, revoked_at, revoked_because, replaced_by`;

function documentOf(row: Row): SealedDocument {
  return {
    id: row.id,
    serial: Number(row.serial),
    kind: row.kind as SealedKind,
    subject: row.subject,
    number: row.number,
    code: row.code,
    holder: row.holder,
    claims: row.claims,
    officeId: row.office_id,
    accountId: row.account_id,
    keyId: row.key_id,
    issuedOn: row.issued_on as CivilDate,
    validUntil: row.valid_until as CivilDate,
    sealedAt: row.sealed_at,
    sealCertificate: row.seal_certificate,
    revokedAt: row.revoked_at,
    revokedBecause: row.revoked_because as RevocationReason | null,
    replacedBy: row.replaced_by,
  };
}

export type Reservation = Pick<
  SealedDocument,
  | 'id'
  | 'kind'
  | 'subject'
  | 'number'
  | 'code'
  | 'holder'
  | 'claims'
  | 'officeId'
  | 'accountId'
  | 'keyId'
  | 'issuedOn'
  | 'validUntil'
>;

/** Takes a place in the register; a repetition with the same id gets the place that it has. */
export async function insertReservation(
  tx: Tx,
  wanted: Reservation,
  at: Temporal.Instant,
): Promise<SealedDocument> {
  const rows = await tx.sql<Row>(
    `insert into certificates.sealed_document (id, kind, subject, number, code, holder, claims, office_id, account_id,
       key_id, issued_on, valid_until, reserved_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $13)
     on conflict (id) do nothing returning ${columns}`,
    [
      wanted.id,
      wanted.kind,
      wanted.subject,
      wanted.number,
      wanted.code,
      wanted.holder,
      JSON.stringify(wanted.claims),
      wanted.officeId,
      wanted.accountId,
      wanted.keyId,
      wanted.issuedOn,
      wanted.validUntil,
      at,
    ],
    'insert-reservation',
  );
  const document = rows[0] === undefined ? await findSealed(tx, wanted.id) : documentOf(rows[0]);
  if (document === undefined)
    throw new Error('A place in the register of sealed documents is another person’s');
  return document;
}

async function first(
  tx: Tx,
  where: string,
  value: unknown,
  name: string,
): Promise<SealedDocument | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from certificates.sealed_document where ${where}`,
    [value],
    name,
  );
  return row && documentOf(row);
}

/** By id; also one that is not sealed yet. */
export const findSealed = (tx: Tx, id: string): Promise<SealedDocument | undefined> =>
  first(tx, 'id = $1', id, 'sealed-by-id');

export const findSealedByCode = (tx: Tx, code: string): Promise<SealedDocument | undefined> =>
  first(tx, 'code = $1 and sealed_at is not null', code, 'sealed-by-code');

export const findSealedByFile = (tx: Tx, hash: Uint8Array): Promise<SealedDocument | undefined> =>
  first(tx, 'file_hash = $1', hash, 'sealed-by-file');

/** By what a seal covers: also finds the document of a file of which only the seal itself was spoilt. */
export const findSealedByContent = (tx: Tx, hash: Uint8Array): Promise<SealedDocument | undefined> =>
  first(tx, 'content_hash = $1', hash, 'sealed-by-content');

export interface Prints {
  readonly file: Uint8Array;
  readonly content: Uint8Array;
  readonly certificate: string;
}

/** Writes down what was sealed; the first file stays the only one. */
export async function saveSeal(tx: Tx, id: string, prints: Prints, at: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql(
    `update certificates.sealed_document
     set sealed_at = $2, file_hash = $3, content_hash = $4, seal_certificate = $5
     where id = $1 and sealed_at is null returning 1`,
    [id, at, prints.file, prints.content, prints.certificate],
    'save-seal',
  );
  return rows.length === 1;
}

export interface Revocation {
  readonly because: RevocationReason;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly replacedBy?: string;
}

export async function saveRevocation(tx: Tx, id: string, revocation: Revocation): Promise<boolean> {
  const rows = await tx.sql(
    `update certificates.sealed_document
     set revoked_at = $2, revoked_because = $3, revoked_by = $4, replaced_by = $5
     where id = $1 and sealed_at is not null and revoked_at is null returning 1`,
    [id, revocation.at, revocation.because, revocation.by, revocation.replacedBy ?? null],
  );
  return rows.length === 1;
}

/** Another document stands for a revoked one from now on. */
export async function saveReplacement(tx: Tx, id: string, replacedBy: string): Promise<void> {
  await tx.sql(
    'update certificates.sealed_document set replaced_by = $2 where id = $1 and revoked_at is not null',
    [id, replacedBy],
  );
}

/** Which documents a compromised key touches. */
export type Touched = { readonly sealCertificate: string } | { readonly codeKey: string };

/** Revokes the next so many documents of a key in one statement; answers them, for what follows. */
export async function revokeNext(
  tx: Tx,
  touched: Touched,
  revocation: Omit<Revocation, 'replacedBy'>,
  most: number,
): Promise<SealedDocument[]> {
  const [column, value] =
    'codeKey' in touched ? ['key_id', touched.codeKey] : ['seal_certificate', touched.sealCertificate];
  const rows = await tx.sql<Row>(
    `update certificates.sealed_document set revoked_at = $3, revoked_because = $4, revoked_by = $5
     where id in (select id from certificates.sealed_document
       where ${column} = $1 and revoked_at is null and sealed_at is not null order by serial limit $2 for update skip locked)
     returning ${columns}`,
    [value, most, revocation.at, revocation.because, revocation.by],
  );
  return rows.map(documentOf);
}

/** Whether something was sealed with a certificate. */
export async function knowsSeal(tx: Tx, fingerprint: string): Promise<boolean> {
  const rows = await tx.sql(
    'select 1 from certificates.sealed_document where seal_certificate = $1 limit 1',
    [fingerprint],
  );
  return rows.length > 0;
}

/** Places of revoked documents that would still be valid. */
export async function listRevokedSerials(tx: Tx, today: CivilDate): Promise<number[]> {
  const rows = await tx.sql<{ serial: string }>(
    `select serial from certificates.sealed_document where revoked_at is not null and valid_until >= $1 order by serial`,
    [today],
  );
  return rows.map((row) => Number(row.serial));
}

/** The sealed documents of a kind that were made for an account, the newest first. */
export async function listForAccount(tx: Tx, accountId: string, kind: SealedKind): Promise<SealedDocument[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from certificates.sealed_document
     where account_id = $1 and kind = $2 and sealed_at is not null order by serial desc limit 200`,
    [accountId, kind],
  );
  return rows.map(documentOf);
}

/** Closing an account takes it off its documents; who holds a paper can still check it. */
export async function takeOffAccount(tx: Tx, accountId: string): Promise<number> {
  const rows = await tx.sql(
    'update certificates.sealed_document set account_id = null where account_id = $1 returning 1',
    [accountId],
  );
  return rows.length;
}

/** Places that were taken before an instant and never sealed. */
export async function deleteForgotten(tx: Tx, before: Temporal.Instant): Promise<number> {
  const rows = await tx.sql(
    // A certificate keeps its place for as long as it tries to be sealed.
    `delete from certificates.sealed_document
     where sealed_at is null and kind = 'proof' and reserved_at < $1 returning 1`,
    [before],
  );
  return rows.length;
}
