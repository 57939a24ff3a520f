import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Delegation, DelegationState, Matter } from '../domain/delegation.ts';

interface Row {
  id: string;
  account_id: string;
  delegate_email: string | null;
  delegate_key: string | null;
  delegate_id: string | null;
  procedure: string | null;
  case_file_id: string | null;
  title_it: string;
  title_en: string;
  state: DelegationState;
  offered_at: Temporal.Instant;
  accepted_at: Temporal.Instant | null;
  until_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

const columns = `id, account_id, delegate_email, delegate_key, delegate_id, procedure, case_file_id, title_it, title_en,
  state, offered_at, accepted_at, until_at, ended_at`;

const delegationOf = (row: Row): Delegation => ({
  id: row.id,
  ownerId: row.account_id,
  delegateEmail: row.delegate_email,
  delegateKey: row.delegate_key,
  delegateId: row.delegate_id,
  what:
    row.case_file_id === null
      ? { kind: 'procedure', procedure: row.procedure ?? '' }
      : { kind: 'file', caseFileId: row.case_file_id },
  title: { it: row.title_it, en: row.title_en },
  state: row.state,
  offeredAt: row.offered_at,
  acceptedAt: row.accepted_at,
  untilAt: row.until_at,
  endedAt: row.ended_at,
});

export async function insertDelegation(tx: Tx, delegation: Delegation): Promise<void> {
  const { what } = delegation;
  await tx.sql(
    `insert into identity.delegation (id, account_id, delegate_email, delegate_key, procedure, case_file_id, title_it,
       title_en, state, offered_at, until_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      delegation.id,
      delegation.ownerId,
      delegation.delegateEmail,
      delegation.delegateKey,
      what.kind === 'procedure' ? what.procedure : null,
      what.kind === 'file' ? what.caseFileId : null,
      delegation.title.it,
      delegation.title.en,
      delegation.state,
      delegation.offeredAt,
      delegation.untilAt,
    ],
  );
}

export async function saveDelegation(tx: Tx, delegation: Delegation): Promise<void> {
  await tx.sql(
    `update identity.delegation set state = $2, delegate_id = $3, accepted_at = $4, ended_at = $5, delegate_email = $6,
       delegate_key = $7 where id = $1`,
    [
      delegation.id,
      delegation.state,
      delegation.delegateId,
      delegation.acceptedAt,
      delegation.endedAt,
      delegation.delegateEmail,
      delegation.delegateKey,
    ],
  );
}

/** One delegation, if the principal of the transaction may read it. */
export async function findDelegation(
  tx: Tx,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<Delegation | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from identity.delegation where id = $1${forChange ? ' for update' : ''}`,
    [id],
  );
  return row && delegationOf(row);
}

/** What a person has delegated, the newest first. */
export async function listGiven(tx: Tx, ownerId: string): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation where account_id = $1 order by offered_at desc, id limit 200`,
    [ownerId],
  );
  return rows.map(delegationOf);
}

/** What was delegated to a person, and what is offered to one of these addresses; the newest first. */
export async function listReceived(
  tx: Tx,
  { accountId, keys }: { accountId: string; keys: readonly string[] },
): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation
     where delegate_id = $1 or (state = 'offered' and delegate_key = any($2::text[]))
     order by offered_at desc, id limit 200`,
    [accountId, keys],
  );
  return rows.map(delegationOf);
}

/** The delegations in force of a delegate, by state. */
export async function listAcceptedBy(tx: Tx, delegateId: string): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation where delegate_id = $1 and state = 'accepted' order by accepted_at, id`,
    [delegateId],
    'delegations-accepted-by',
  );
  return rows.map(delegationOf);
}

/** The delegations between two people that could reach something, kept from ending until the transaction does. */
export async function holdBetween(
  tx: Tx,
  { ownerId, delegateId }: { ownerId: string; delegateId: string },
): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation
     where delegate_id = $2 and account_id = $1 and state = 'accepted' order by id for share`,
    [ownerId, delegateId],
    'delegations-between',
  );
  return rows.map(delegationOf);
}

/** Delegations whose time is over; offers that nobody has answered are over, too. */
export async function lockDueDelegations(
  tx: Tx,
  { at, offeredBefore }: { at: Temporal.Instant; offeredBefore: Temporal.Instant },
  atMost: number,
): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation
     where state in ('offered', 'accepted') and (until_at <= $1 or (state = 'offered' and offered_at <= $2))
     order by until_at limit $3 for update skip locked`,
    [at, offeredBefore, atMost],
  );
  return rows.map(delegationOf);
}

export async function lockDelegationsOf(tx: Tx, accountId: string): Promise<Delegation[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from identity.delegation where account_id = $1 or delegate_id = $1 order by id for update`,
    [accountId],
  );
  return rows.map(delegationOf);
}

export async function deleteDelegationsOf(tx: Tx, ownerId: string): Promise<void> {
  await tx.sql('delete from identity.delegation where account_id = $1', [ownerId]);
}

/** Who has to hear of a file besides its person. */
export interface DelegateToTell {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** The delegates of a file, for whoever writes the letters about it. */
export async function listDelegatesOf(tx: Tx, matter: Matter): Promise<DelegateToTell[]> {
  return tx.sql<DelegateToTell>(
    'select id, name, email, locale from identity.delegates_of($1, $2, $3, $4) order by id',
    [matter.ownerId, matter.procedure, matter.fileId, matter.closedAt],
    'delegates-of',
  );
}

/** A line of history: something that a delegate did for the owner. */
export interface Deed {
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** What a delegate did for the owner while the delegation was in force, the newest first. */
export async function listDeeds(
  tx: Tx,
  { ownerId, delegateId, what, acceptedAt, endedAt }: Delegation,
): Promise<Deed[]> {
  return tx.sql<Deed>(
    `select type, at, subject_kind as "subjectKind", subject_id as "subjectId" from platform.event
     where account_id = $1 and actor_kind = 'citizen' and actor_id = $2::text
       and subject_kind in ('case-file', 'case-file-draft') and at >= $3 and ($4::timestamptz is null or at <= $4)
       and ($5::text is null or facts ->> 'procedure' = $5)
       and ($6::text is null or facts ->> 'file' = $6 or subject_id = $6)
     order by id desc limit 200`,
    [
      ownerId,
      delegateId,
      acceptedAt,
      endedAt,
      what.kind === 'procedure' ? what.procedure : null,
      what.kind === 'file' ? what.caseFileId : null,
    ],
  );
}
