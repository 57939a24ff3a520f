import type { FastifyReply } from 'fastify';
import { sendProblem } from '#platform/web/problem.ts';
import type { BookingReason } from '../domain/booking-policies.ts';
import type { PartyRefusal } from '../use-cases/book-party.ts';
import type { BookingRefusal } from '../use-cases/book-places.ts';
import type { CancelRefusal } from '../use-cases/cancel-appointment.ts';
import type { MoveRefusal } from '../use-cases/move-appointment.ts';
import { appointmentWords } from './words/words.ts';

type Refusal = BookingRefusal | PartyRefusal | CancelRefusal | MoveRefusal;

const statuses: Record<Refusal['code'], { status: number; title: string }> = {
  policies: { status: 403, title: 'The rules of booking do not allow it' },
  full: { status: 409, title: 'No place is left at this hour' },
  already_booked: { status: 409, title: 'This person has a live booking of this service' },
  too_many_people: { status: 422, title: 'So many people cannot come together for this service' },
  person_twice: { status: 422, title: 'The same person is written down twice' },
  no_such_place: { status: 404, title: 'There is no such hour for this service' },
  no_such_appointment: { status: 404, title: 'There is no such appointment' },
  too_late: { status: 409, title: 'The office has taken the appointment in charge, or it is over' },
  confirm_first: {
    status: 409,
    title: 'The place is only held: confirm it with the link of the mail, then move it',
  },
  same_place: { status: 409, title: 'The appointment is at this hour already' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

/** A refusal as problem+json: the code, and for the rules of booking all the reasons at once. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { locale } = reply.request;
  const reasons: readonly BookingReason[] = refusal.code === 'policies' ? refusal.reasons : [];
  // In a party the refusal names the people: 0 is who books, 1 the first of the others.
  const people = 'people' in refusal ? refusal.people : [];
  return sendProblem(reply, {
    ...statuses[refusal.code],
    code: refusal.code,
    ...(reasons.length === 0
      ? {}
      : {
          errors: reasons.map((reason) => ({
            pointer: '',
            code: reason,
            detail: appointmentWords[locale].reasons[reason],
          })),
        }),
    ...(people.length === 0
      ? {}
      : {
          errors: people.map((position) => ({
            pointer: position === 0 ? '/for_myself' : `/people/${position - 1}`,
            code: refusal.code,
            detail: statuses[refusal.code].title,
          })),
        }),
  });
}
