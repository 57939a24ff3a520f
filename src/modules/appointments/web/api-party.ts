import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { bookParty } from '../use-cases/book-party.ts';
import type { BookingRequest } from '../use-cases/book-places.ts';
import { findHour } from '../use-cases/see-hour.ts';
import { sendRefusal } from './api-refusals.ts';
import type { ApiPerson, bookingBody } from './api-schemas.ts';
import { companionField, companionSentences, readCompanions } from './party-form.ts';

type Body = z.output<typeof bookingBody>;

/** The ordinary case: one person books for themselves, without priority. */
export function isForOneselfAlone({ people, for_myself: forMyself, priority_id: priorityId }: Body): boolean {
  return people.length === 0 && forMyself && priorityId === undefined;
}

const fields = ['given_name', 'family_name', 'born_on', 'tax_code'] as const;

/** The people of a body as a form would send them, so that both are read by the same rules. */
function typedOf(people: readonly ApiPerson[]): Record<string, string> {
  return Object.fromEntries(
    people.flatMap((person, index): [string, string][] => [
      ...fields.map((field): [string, string] => [companionField(index + 1, field), person[field]]),
      [companionField(index + 1, 'parent_one'), person.parents[0] ?? ''],
      [companionField(index + 1, 'parent_two'), person.parents[1] ?? ''],
      [companionField(index + 1, 'consent'), person.consent ?? ''],
    ]),
  );
}

/** `person_1_parent_two` is `/people/0/parents/1`. */
function pointerOf(name: string): string {
  const [, number = '1', field = ''] = /^person_(\d+)_(\w+)$/.exec(name) ?? [];
  const parents: Record<string, string> = { parent_one: 'parents/0', parent_two: 'parents/1' };
  return `/people/${Number(number) - 1}/${parents[field] ?? field}`;
}

/** Holds places for several people, as the pages do. */
export async function bookPartyByApi(
  deps: Deps,
  body: Body,
  wish: BookingRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const hour = await findHour(deps, { ...wish, slotId: String(wish.slotId) });
  if (hour === undefined) return sendRefusal(reply, { code: 'no_such_place' });
  const { companions, problems } = await readCompanions(
    typedOf(body.people),
    body.people.length,
    hour.slot.day,
  );
  if (Object.keys(problems).length > 0) {
    return sendProblem(reply, {
      status: 422,
      code: 'people',
      title: 'What is said about the people is not complete',
      errors: Object.entries(companionSentences(problems, reply.request.locale)).map(([name, detail]) => ({
        pointer: pointerOf(name),
        code: problems[name] ?? 'people',
        detail,
      })),
    });
  }
  const outcome = await bookParty(deps, {
    ...wish,
    withBooker: body.for_myself,
    companions,
    ...(body.priority_id === undefined ? {} : { priorityId: body.priority_id }),
  });
  if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
  const { id, ids, heldUntil } = outcome.value;
  return reply
    .code(201)
    .header('location', `/api/v1/appointments/${id}`)
    .send({ appointment_id: id, held_until: heldUntil, appointment_ids: ids });
}
