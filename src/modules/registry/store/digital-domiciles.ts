import type { Tx } from '#platform/database/database.ts';
import type { DigitalDomicile } from '../domain/digital-domicile.ts';
import type { PersonId } from '../domain/record.ts';

export interface KeptDomicile {
  readonly domicile: DigitalDomicile;
  readonly askedAt: Temporal.Instant;
}

interface Row {
  address: string | null;
  since: Temporal.Instant | null;
  ended_why: 'voluntary' | 'ex_officio' | null;
  ended_at: Temporal.Instant | null;
  asked_at: Temporal.Instant;
}

/** The last answer of the index about a person. */
export async function findKeptDomicile(tx: Tx, personId: PersonId): Promise<KeptDomicile | undefined> {
  const [row] = await tx.sql<Row>(
    'select address, since, ended_why, ended_at, asked_at from registry.digital_domicile where person_id = $1',
    [personId],
  );
  return row && { domicile: domicileOf(row), askedAt: row.asked_at };
}

function domicileOf({ address, since, ended_why: why, ended_at: at }: Row): DigitalDomicile {
  if (address !== null && since !== null) return { kind: 'active', address, since };
  return why === null || at === null ? { kind: 'none' } : { kind: 'ended', why, at };
}

export async function keepDomicile(
  tx: Tx,
  personId: PersonId,
  { domicile, askedAt }: KeptDomicile,
): Promise<void> {
  const active = domicile.kind === 'active' ? domicile : undefined;
  const ended = domicile.kind === 'ended' ? domicile : undefined;
  await tx.sql(
    `insert into registry.digital_domicile (person_id, address, since, ended_why, ended_at, asked_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (person_id) do update set address = excluded.address, since = excluded.since,
       ended_why = excluded.ended_why, ended_at = excluded.ended_at, asked_at = excluded.asked_at
     where digital_domicile.asked_at <= excluded.asked_at`,
    [
      personId,
      active?.address ?? null,
      active?.since ?? null,
      ended?.why ?? null,
      ended?.at ?? null,
      askedAt,
    ],
  );
}

/** Forgets what was asked about a person whose account is closed. */
export async function forgetDomicile(tx: Tx, personId: PersonId): Promise<void> {
  await tx.sql('delete from registry.digital_domicile where person_id = $1', [personId]);
}
