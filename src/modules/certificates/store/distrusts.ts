import type { Tx } from '#platform/database/database.ts';
import type { Distrust, DistrustProgress, DistrustState, KeyKind, TouchedState } from '../domain/distrust.ts';

interface Row {
  id: string;
  key_kind: string;
  key_id: string;
  reason: string;
  state: string;
  proposed_by: string | null;
  proposed_at: Temporal.Instant;
  confirmed_by: string | null;
  confirmed_at: Temporal.Instant | null;
  finished_at: Temporal.Instant | null;
}

const columns =
  'id, key_kind, key_id, reason, state, proposed_by, proposed_at, confirmed_by, confirmed_at, finished_at';

const distrustOf = (row: Row): Distrust => ({
  id: row.id,
  keyKind: row.key_kind as KeyKind,
  keyId: row.key_id,
  reason: row.reason,
  state: row.state as DistrustState,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at,
  finishedAt: row.finished_at,
});

/** Writes a distrust down, unless there is one of the key already; answers whether it did. */
export async function insertDistrust(tx: Tx, distrust: Distrust): Promise<boolean> {
  const rows = await tx.sql(
    `insert into certificates.distrust (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (key_kind, key_id) where state <> 'withdrawn' do nothing returning 1`,
    [
      distrust.id,
      distrust.keyKind,
      distrust.keyId,
      distrust.reason,
      distrust.state,
      distrust.proposedBy,
      distrust.proposedAt,
      distrust.confirmedBy,
      distrust.confirmedAt,
      distrust.finishedAt,
    ],
  );
  return rows.length === 1;
}

/** The one of a key that was not withdrawn, kept from changing. */
export async function lockDistrustOf(
  tx: Tx,
  key: Pick<Distrust, 'keyKind' | 'keyId'>,
): Promise<Distrust | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from certificates.distrust where key_kind = $1 and key_id = $2 and state <> 'withdrawn' for update`,
    [key.keyKind, key.keyId],
  );
  return row && distrustOf(row);
}

export async function lockDistrust(tx: Tx, id: string): Promise<Distrust | undefined> {
  const [row] = await tx.sql<Row>(`select ${columns} from certificates.distrust where id = $1 for update`, [
    id,
  ]);
  return row && distrustOf(row);
}

export async function saveDistrust(tx: Tx, distrust: Distrust): Promise<void> {
  await tx.sql(
    `update certificates.distrust set state = $2, confirmed_by = $3, confirmed_at = $4, finished_at = $5 where id = $1`,
    [distrust.id, distrust.state, distrust.confirmedBy, distrust.confirmedAt, distrust.finishedAt],
  );
}

/** All of them, the newest first: a handful in the life of an installation. */
export async function listDistrusts(
  tx: Tx,
): Promise<{ readonly distrust: Distrust; readonly progress: DistrustProgress }[]> {
  const rows = await tx.sql<Row & { revoked: number; told: number; again: number }>(
    `select ${columns}, p.revoked, p.told, p.again from certificates.distrust t
     cross join lateral (
       select count(*)::int as revoked, count(*) filter (where d.state = 'told')::int as told,
         count(n.sealed_at)::int as again
       from certificates.distrusted_document d join certificates.sealed_document s on s.id = d.document_id
       left join certificates.sealed_document n on n.id = s.replaced_by where d.distrust_id = t.id) p
     order by proposed_at desc, id limit 100`,
  );
  return rows.map((row) => ({
    distrust: distrustOf(row),
    progress: { revoked: row.revoked, told: row.told, issuedAgain: row.again },
  }));
}

export async function listRunning(tx: Tx): Promise<Distrust[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from certificates.distrust where state = 'running' order by confirmed_at, id`,
  );
  return rows.map(distrustOf);
}

/** Revoked documents of which something follows. */
export async function insertTouched(
  tx: Tx,
  distrustId: string,
  documentIds: readonly string[],
): Promise<void> {
  await tx.sql(
    `insert into certificates.distrusted_document (document_id, distrust_id, state)
     select id, $1, 'revoked' from unnest($2::uuid[]) as d (id) on conflict do nothing`,
    [distrustId, documentIds],
  );
}

/** The next documents whose person does not know yet; two that ask at once get different ones. */
export async function takeUntold(tx: Tx, distrustId: string, atMost: number): Promise<string[]> {
  const rows = await tx.sql<{ document_id: string }>(
    `select document_id from certificates.distrusted_document where distrust_id = $1 and state = 'revoked'
     order by document_id limit $2 for update skip locked`,
    [distrustId, atMost],
  );
  return rows.map((row) => row.document_id);
}

export async function saveTold(
  tx: Tx,
  documentId: string,
  state: Exclude<TouchedState, 'revoked'>,
): Promise<void> {
  await tx.sql('update certificates.distrusted_document set state = $2 where document_id = $1', [
    documentId,
    state,
  ]);
}

/** Whether something signed with these keys may enter the register. */
export async function areTrusted(
  tx: Tx,
  { codeKey, seal }: { readonly codeKey: string; readonly seal: string },
): Promise<boolean> {
  const [row] = await tx.sql<{ trusted: boolean }>('select certificates.keys_trusted($1, $2) as trusted', [
    codeKey,
    seal,
  ]);
  return row?.trusted === true;
}

export interface KeyUse {
  readonly keyKind: KeyKind;
  readonly keyId: string;
  /** Sealed documents that count today. */
  readonly counting: number;
}

/** How many documents that still count each key has signed. */
export async function countByKey(tx: Tx, today: string): Promise<KeyUse[]> {
  return tx.sql<KeyUse>(
    `with counting as (select key_id, seal_certificate from certificates.sealed_document
       where valid_until >= $1 and sealed_at is not null and revoked_at is null)
     select 'code_key' as "keyKind", key_id as "keyId", count(*)::int as counting from counting group by key_id
     union all
     select 'seal_certificate', seal_certificate, count(*)::int from counting group by seal_certificate`,
    [today],
  );
}
