import { addDays, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { bookPlaces } from './book-places.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { seeDays, seeHours } from './see-availability.ts';

/** Fills the first days of an office's passports with these people, by the same way as everybody's bookings. */
export async function bookForDemonstration(
  deps: Deps,
  officeId: string,
  accountIds: readonly string[],
): Promise<void> {
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const today = dayAt(deps.now(), zone);
  const service = { officeId, serviceId: 'passport' };
  const seen = await seeDays(deps, { ...service, from: today, until: addDays(today, 14) });
  const waiting = [...accountIds];
  for (const { day } of (seen?.days ?? []).filter(({ status }) => status.kind === 'free')) {
    const places = (await seeHours(deps, { ...service, day })).flatMap((hour) =>
      Array.from({ length: hour.free }, () => hour.id),
    );
    const requests = places.splice(0, waiting.length).map((slotId) => ({
      ...service,
      slotId,
      accountId: waiting.shift() ?? '',
      notes: '',
      answers: {},
      key: crypto.randomUUID(),
    }));
    for (const answer of await bookPlaces(deps, officeId, requests)) {
      if (!answer.ok) continue;
      const { id } = answer.value;
      await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
    }
    if (waiting.length === 0) return;
  }
}
