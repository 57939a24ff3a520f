import type { Tx } from '#platform/database/database.ts';

/** A line of a file's history. */
export interface TimelineEvent {
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly actor: 'citizen' | 'official' | 'system' | 'visitor';
  readonly actorId: string | null;
}

/** What happened to a file, from its history, as the reader may see it. */
export async function listTimeline(tx: Tx, id: string): Promise<TimelineEvent[]> {
  return tx.sql<TimelineEvent>(
    `select type, at, actor_kind as actor, actor_id as "actorId" from platform.event where subject_kind = 'case-file' and subject_id = $1
     order by id limit 500`,
    [id],
    'case-file-timeline',
  );
}
