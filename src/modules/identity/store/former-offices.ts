import type { Tx } from '#platform/database/database.ts';

/** Remembers by keyed hashes to which office somebody belonged who closes the account. */
export async function rememberFormerOffice(
  tx: Tx,
  contactKeys: readonly string[],
  officeId: string,
  eraseAt: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into identity.former_office (contact_key, office_id, erase_at) select unnest($1::text[]), $2, $3
     on conflict (contact_key) do update set office_id = excluded.office_id, erase_at = excluded.erase_at`,
    [contactKeys, officeId, eraseAt],
  );
}

/** Takes the memory of a contact over to the account that has proven it; the memory itself is gone. */
export async function claimFormerOffice(
  tx: Tx,
  accountId: string,
  contactKey: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `with remembered as (delete from identity.former_office where contact_key = $2 and erase_at > $3 returning office_id)
     update identity.account set former_office_id = remembered.office_id from remembered where account.id = $1`,
    [accountId, contactKey, at],
  );
}

export async function eraseFormerOffices(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.sql('delete from identity.former_office where erase_at <= $1', [at]);
}
