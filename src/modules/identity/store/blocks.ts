import type { Locale } from '#kernel/locale.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { ContactKind } from '../domain/account.ts';
import type { BlockReason, BlockState } from '../domain/registration-block.ts';

export interface Block {
  readonly id: string;
  readonly officeId: string | null;
  readonly accountId: string | null;
  readonly contactKind: ContactKind;
  readonly reason: BlockReason;
  readonly state: BlockState;
  readonly provenKind: ContactKind;
  readonly blockedAt: Temporal.Instant;
  readonly contest: string | null;
  readonly contestedAt: Temporal.Instant | null;
  readonly decidedAt: Temporal.Instant | null;
  /** The words of the official who closed an account for abuse. */
  readonly explanation: string | null;
  /** The maker, while the data is still kept. */
  readonly name: string | null;
  readonly locale: Locale | null;
}

const columns = `b.id, b.office_id as "officeId", b.account_id as "accountId", b.contact_kind as "contactKind", b.reason, b.state,
  b.proven_kind as "provenKind", b.blocked_at as "blockedAt", b.contest, b.contested_at as "contestedAt",
  b.decided_at as "decidedAt", b.explanation, a.given_name || ' ' || a.family_name as name, a.locale`;

export async function insertBlock(
  tx: Tx,
  block: Pick<
    Block,
    'id' | 'officeId' | 'accountId' | 'contactKind' | 'reason' | 'provenKind' | 'explanation'
  >,
  barredKeys: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.registration_block (id, office_id, account_id, contact_kind, reason, proven_kind, blocked_at, explanation)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      block.id,
      block.officeId,
      block.accountId,
      block.contactKind,
      block.reason,
      block.provenKind,
      at,
      block.explanation,
    ],
  );
  await tx.sql(
    'insert into identity.barred_contact (key, block_id, barred_at) select unnest($1::text[]), $2, $3 on conflict (key) do nothing',
    [barredKeys, block.id, at],
  );
}

export async function findBlockById(
  tx: Tx,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<Block | undefined> {
  const [block] = await tx.sql<Block>(
    `select ${columns} from identity.registration_block b left join identity.account a on a.id = b.account_id
     where b.id = $1${forChange ? ' for update of b' : ''}`,
    [id],
  );
  return block;
}

/** The blocks that an office decides on, those with a contest first. */
export async function listBlocks(tx: Tx, count: number): Promise<Block[]> {
  return tx.sql<Block>(
    `select ${columns} from identity.registration_block b left join identity.account a on a.id = b.account_id
     order by (b.state = 'contested') desc, b.blocked_at desc, b.id limit $1`,
    [count],
  );
}

export async function saveContest(tx: Tx, id: string, contest: string, at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update identity.registration_block set state = 'contested', contest = $2, contested_at = $3 where id = $1`,
    [id, contest, at],
  );
}

export async function saveDecision(
  tx: Tx,
  id: string,
  state: 'upheld' | 'lifted',
  officialId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    'update identity.registration_block set state = $2, decided_by = $3, decided_at = $4 where id = $1',
    [id, state, officialId, at],
  );
}

export async function liftBars(tx: Tx, blockId: string): Promise<void> {
  await tx.change(query.deleteFrom('identity.barred_contact').where('block_id', '=', blockId));
}

/** Which of these contacts are barred, and which an intermediary's. */
export async function listBadContacts(
  tx: Tx,
  keys: readonly string[],
): Promise<{ barred: Set<string>; intermediary: Set<string> }> {
  const rows = await tx.sql<{ key: string; why: 'barred' | 'intermediary' }>(
    `select key, 'barred' as why from identity.barred_contact where key = any($1)
     union all select key, 'intermediary' from identity.intermediary_contact where key = any($1)`,
    [keys],
  );
  const those = (why: string) => new Set(rows.filter((row) => row.why === why).map((row) => row.key));
  return { barred: those('barred'), intermediary: those('intermediary') };
}

export interface IntermediaryContact {
  readonly key: string;
  readonly officeId: string | null;
  readonly hint: string;
  readonly markedAt: Temporal.Instant;
}

export async function insertIntermediary(
  tx: Tx,
  contact: Omit<IntermediaryContact, 'markedAt'> & { markedBy: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into identity.intermediary_contact (key, office_id, hint, marked_by, marked_at) values ($1, $2, $3, $4, $5)
     on conflict (key) do nothing returning key`,
    [contact.key, contact.officeId, contact.hint, contact.markedBy, at],
  );
  return rows.length > 0;
}

export async function listIntermediaries(tx: Tx): Promise<IntermediaryContact[]> {
  return tx.sql<IntermediaryContact>(
    `select key, office_id as "officeId", hint, marked_at as "markedAt" from identity.intermediary_contact
     order by marked_at desc, key limit 500`,
  );
}

/** Takes the mark away; answers the office whose mark it was. */
export async function removeIntermediary(
  tx: Tx,
  key: string,
): Promise<{ officeId: string | null } | undefined> {
  const [row] = await tx.sql<{ officeId: string | null }>(
    'delete from identity.intermediary_contact where key = $1 returning office_id as "officeId"',
    [key],
  );
  return row;
}
