import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { membersIn } from '../domain/appointment.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { offerToken } from '../domain/office-change.ts';
import { heldLetter } from '../letters/letters.ts';
import { offeredLetter } from '../letters/office-letters.ts';
import { heldPartyLetter } from '../letters/party-letters.ts';
import { countResent } from '../store/appointments.ts';
import { findChange } from '../store/office-changes.ts';
import { lockUnit } from '../store/parties.ts';
import { writeToBooker, writeToOwner } from './free-place.ts';
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
      const unit = await lockUnit(tx, own.officeId, id);
      const appointment = unit?.members.find((member) => member.id === id);
      if (unit === undefined || appointment?.heldUntil == null) return refused({ code: 'not_held' });
      if ((await countResent(tx, own.officeId, id)) >= mostLetters) return refused({ code: 'too_often' });
      const { heldUntil } = appointment;
      const change =
        appointment.changeId === null ? undefined : await findChange(tx, own.officeId, appointment.changeId);
      if (change !== undefined) {
        const members = membersIn(unit, ['held']);
        await writeToBooker(tx, deps, accountId, (reader) =>
          offeredLetter(deps, { party: unit.party, members, change }, [], reader, {
            until: heldUntil,
            token: offerToken(deps.keys, change.id),
          }),
        );
      } else if (unit.party === null) {
        await writeToOwner(tx, deps, appointment, (to) =>
          heldLetter(deps, { ...appointment, heldUntil }, to),
        );
      } else {
        const held = membersIn(unit, ['held']);
        const token = confirmationToken(deps.keys, { id: held[0]?.id ?? id });
        await writeToBooker(tx, deps, accountId, (reader) =>
          heldPartyLetter(deps, held, reader, { heldUntil, token }),
        );
      }
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
