import type { Tx } from '#platform/database/database.ts';
import type { Colleague } from '../domain/colleague.ts';

export async function listColleagues(tx: Tx, officeId: string): Promise<Colleague[]> {
  return tx.sql<Colleague>(
    `select o.id, o.given_name || ' ' || o.family_name as name, r.role, o.email, o.locale
     from identity.official_role r join identity.official o on o.id = r.official_id
     where r.office_id = $1 and o.state = 'active' order by o.family_name, o.given_name, o.id limit 500`,
    [officeId],
    'colleagues',
  );
}
