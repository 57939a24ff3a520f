import type { FastifyReply } from 'fastify';
import { sendProblem } from '#platform/web/problem.ts';
import type { AbsenceRefusal } from '../../../use-cases/absences.ts';
import type { WorkRefusal } from '../../../use-cases/file-work.ts';

type Refusal = WorkRefusal | AbsenceRefusal;

const statuses: Record<Refusal['code'], { status: number; title: string }> = {
  no_such_case_file: { status: 404, title: 'There is no such file' },
  not_now: { status: 409, title: 'The state of the file does not allow it' },
  changed_meanwhile: { status: 409, title: 'The file has changed since this version' },
  in_other_hands: { status: 409, title: 'A colleague has the file in charge' },
  not_of_this_office: { status: 409, title: 'Only who works at the office decides' },
  queue_empty: { status: 409, title: 'No file waits' },
  reason_missing: { status: 422, title: 'A reason is needed, of those that the procedure knows' },
  text_missing: { status: 422, title: 'The person needs a text' },
  nothing_wanted: { status: 422, title: 'Nothing is said that should be corrected' },
  no_such_place: { status: 422, title: 'The form has no such place' },
  no_such_colleague: { status: 422, title: 'Nobody of this office has that id' },
  colleague_away: { status: 409, title: 'The colleague is away today' },
  has_it_already: { status: 409, title: 'The colleague has the file already' },
  no_municipality: { status: 409, title: 'The answers name no municipality that exists' },
  not_complete: { status: 409, title: 'Checks, documents or answers are not in order' },
  not_yours: { status: 403, title: 'Only administrators of the office write absences down' },
  written_down_already: { status: 409, title: 'An absence begins on that day already' },
  no_such_absence: { status: 404, title: 'There is no such absence' },
  ends_before_it_begins: { status: 422, title: 'The last day is before the first' },
  too_long: { status: 422, title: 'An absence lasts a year at most' },
  over_already: { status: 422, title: 'The absence is over already' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

/** Says why, with a closed code; what keeps a file from going on is named. */
export function sendWorkRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = { ...statuses[refusal.code], code: refusal.code };
  if (refusal.code !== 'not_complete') return sendProblem(reply, problem);
  const { failed, unticked, missingDocuments, problems } = refusal.obstacles;
  return sendProblem(reply, {
    ...problem,
    detail: [
      ...failed.map((each) => `check ${each} fails`),
      ...unticked.map((each) => `check ${each} is not ticked`),
      ...missingDocuments.map((each) => `document ${each} is missing`),
      ...problems.map((each) => `answer ${each} is not in order`),
    ].join('; '),
  });
}
