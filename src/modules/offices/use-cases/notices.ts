import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { findOffice } from '../domain/network.ts';
import type { Notice } from '../domain/notice.ts';
import { deleteNotice, insertNotice, listNoticesOf, listNoticesOn } from '../store/notices.ts';

function today({ now }: Deps, officeId: string | null | undefined): CivilDate {
  return dayAt(now(), (officeId && findOffice(officeId)?.timeZone) || 'Europe/Rome');
}

/** What the public is told today: by everybody's notices and by those of an office. */
export async function readNotices(deps: Deps, officeId?: string): Promise<Notice[]> {
  return deps.db.transaction({ kind: 'visitor' }, (tx) => listNoticesOn(tx, today(deps, officeId), officeId));
}

/** Who writes notices: the web has checked the role, the policies check the office again. */
export interface Publishing {
  readonly as: Principal;
  readonly actor: Actor;
  readonly officeId: string | null;
  readonly key: string;
}

export async function readOwnNotices(
  deps: Deps,
  { as, officeId }: Omit<Publishing, 'key'>,
): Promise<Notice[]> {
  return deps.db.transaction(as, (tx) => listNoticesOf(tx, officeId, today(deps, officeId)));
}

type Result = Outcome<{ id: string }, { code: 'no_such_notice' } | KeyReused>;

export async function publishNotice(
  deps: Deps,
  { as, actor, officeId, key }: Publishing,
  text: Omit<Notice, 'id' | 'officeId'>,
): Promise<Result> {
  const at = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<{ id: string }, { code: 'no_such_notice' }>(
      tx,
      { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { officeId, ...text }, at },
      async () => {
        const id = crypto.randomUUID();
        await insertNotice(tx, { ...text, id, officeId });
        const subject = { kind: 'notice', id };
        await record(tx, {
          type: 'notice.published',
          subject,
          actor,
          at,
          ...(officeId === null ? {} : { officeId }),
        });
        return granted({ id });
      },
    ),
  );
}

export async function withdrawNotice(
  deps: Deps,
  { as, actor, officeId, key }: Publishing,
  id: string,
): Promise<Result> {
  const at = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<{ id: string }, { code: 'no_such_notice' }>(
      tx,
      { scope: 'id' in actor ? actor.id : 'visitor', key, wish: { withdraw: id }, at },
      async () => {
        if (!(await deleteNotice(tx, officeId, id))) return refused({ code: 'no_such_notice' });
        const subject = { kind: 'notice', id };
        await record(tx, {
          type: 'notice.withdrawn',
          subject,
          actor,
          at,
          ...(officeId === null ? {} : { officeId }),
        });
        return granted({ id });
      },
    ),
  );
}
