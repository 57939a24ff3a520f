import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { heldLetter } from '../letters/letters.ts';
import { countResent, lockAppointment } from '../store/appointments.ts';
import { writeToOwner } from './free-place.ts';
import { findOwn } from './see-own.ts';

/** How often the letter may be asked for again. */
const mostLetters = 5;

export type ResendRefusal =
  | { readonly code: 'no_such_appointment' }
  | { readonly code: 'not_held' }
  | { readonly code: 'too_often' }
  | KeyReused;

/** Sends the letter with the confirmation link once more. */
export async function resendLetter(
  deps: Deps,
  { id, accountId, key }: { id: string; accountId: string; key: string },
): Promise<Outcome<null, ResendRefusal>> {
  const now = deps.now();
  const own = await findOwn(deps, accountId, id);
  if (own === undefined) return refused({ code: 'no_such_appointment' });
  return deps.db.transaction({ kind: 'office', officeId: own.officeId }, (tx) =>
    once<null, ResendRefusal>(tx, { scope: accountId, key, wish: { letter: id }, at: now }, async () => {
      const appointment = await lockAppointment(tx, own.officeId, id);
      if (appointment?.heldUntil == null) return refused({ code: 'not_held' });
      if ((await countResent(tx, own.officeId, id)) >= mostLetters) return refused({ code: 'too_often' });
      const { heldUntil } = appointment;
      await writeToOwner(tx, deps, appointment, (to) => heldLetter(deps, { ...appointment, heldUntil }, to));
      await record(tx, {
        type: 'appointment.letter-resent',
        subject: { kind: 'appointment', id },
        actor: { kind: 'citizen', id: accountId },
        at: now,
        officeId: own.officeId,
        accountId,
      });
      return granted(null);
    }),
  );
}
