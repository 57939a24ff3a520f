import type { CivilDate } from '#kernel/civil-date.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { MunicipalService } from '../domain/municipal-service.ts';
import type { DisconnectionReason, RegistryConnection } from '../domain/registry-connection.ts';

interface ConnectionRow {
  connected: boolean;
  why: DisconnectionReason | null;
  back_on: string | null;
  since: Temporal.Instant;
}

/** Whether a municipality is connected; one that never said otherwise is. */
export async function findConnection(tx: Tx, officeId: string): Promise<RegistryConnection> {
  const [row] = await tx.sql<ConnectionRow>(
    'select connected, why, back_on, since from offices.registry_connection where office_id = $1',
    [officeId],
    'registry-connection',
  );
  if (row === undefined || row.connected || row.why === null) return { connected: true };
  return { connected: false, why: row.why, since: row.since, backOn: row.back_on as CivilDate | null };
}

export async function saveConnection(
  tx: Tx,
  officeId: string,
  connection: RegistryConnection,
  at: Temporal.Instant,
): Promise<void> {
  const { why, backOn } = connection.connected ? { why: null, backOn: null } : connection;
  await tx.sql(
    `insert into offices.registry_connection (office_id, connected, why, back_on, since) values ($1, $2, $3, $4, $5)
     on conflict (office_id) do update set connected = excluded.connected, why = excluded.why,
       back_on = excluded.back_on, since = excluded.since`,
    [officeId, connection.connected, why, backOn, at],
  );
}

interface ServiceRow {
  id: string;
  office_id: string;
  title_it: string;
  title_en: string;
  text_it: string;
  text_en: string;
  url: string | null;
}

export async function listMunicipalServices(tx: Tx, officeId: string): Promise<MunicipalService[]> {
  const rows = await tx.sql<ServiceRow>(
    `select id, office_id, title_it, title_en, text_it, text_en, url from offices.municipal_service
     where office_id = $1 order by title_it, id`,
    [officeId],
  );
  return rows.map((row) => ({
    id: row.id,
    officeId: row.office_id,
    title: { it: row.title_it, en: row.title_en },
    text: { it: row.text_it, en: row.text_en },
    url: row.url,
  }));
}

export async function insertMunicipalService(
  tx: Tx,
  service: MunicipalService,
  at: Temporal.Instant,
): Promise<void> {
  await tx.change(
    query.insertInto('offices.municipal_service').values({
      id: service.id,
      office_id: service.officeId,
      title_it: service.title.it,
      title_en: service.title.en,
      text_it: service.text.it,
      text_en: service.text.en,
      url: service.url,
      published_at: at,
    }),
  );
}

export async function deleteMunicipalService(tx: Tx, officeId: string, id: string): Promise<boolean> {
  const rows = await tx.sql(
    'delete from offices.municipal_service where office_id = $1 and id = $2 returning id',
    [officeId, id],
  );
  return rows.length === 1;
}
