import type { FastifyReply } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { ExcuseRefusal } from '../../use-cases/absences.ts';
import type { WalkInRefusal } from '../../use-cases/add-walk-in.ts';
import type { DecisionRefusal } from '../../use-cases/change-by-office.ts';
import type { HandlingRefusal } from '../../use-cases/serve-day.ts';
import type { AgendaRefusal } from '../../use-cases/set-up-agenda.ts';
import { changeWords } from './words/changes.ts';
import { deskWords } from './words/words.ts';

type Code = (HandlingRefusal | ExcuseRefusal | WalkInRefusal | DecisionRefusal | AgendaRefusal)['code'];

const statuses: Record<Code, { status: number; title: string }> = {
  no_such_appointment: { status: 404, title: 'There is no such appointment' },
  not_now: { status: 409, title: 'The appointment is in another state' },
  not_yet: { status: 409, title: 'The hour has not begun' },
  no_hours_today: { status: 409, title: 'The service has no hours today' },
  already_booked: { status: 409, title: 'This person has a live booking of this service' },
  full: { status: 409, title: 'The chosen place was taken in the meantime' },
  no_such_place: { status: 409, title: 'The hour does not serve this service, or it has passed' },
  no_such_agenda: { status: 404, title: 'There is no such agenda' },
  no_such_entry: { status: 404, title: 'There is no such entry' },
  windows_overlap: { status: 409, title: 'The agenda has other hours at this time' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function sentenceOf(code: Code, locale: Locale): string {
  const { day, walkIn, problems } = deskWords[locale];
  const sentences: Record<Code, string> = {
    no_such_appointment: day.gone,
    not_now: day.notNow,
    not_yet: day.notYet,
    no_hours_today: walkIn.noHours,
    already_booked: walkIn.alreadyBooked,
    full: changeWords[locale].refusals.full,
    no_such_place: changeWords[locale].refusals.no_such_place,
    no_such_agenda: problems.no_such_agenda,
    no_such_entry: problems.no_such_entry,
    windows_overlap: problems.windows_overlap,
    key_reused: webWords[locale].problems.keyReused,
  };
  return sentences[code];
}

/** What the desk cannot do now, as problem+json; the sentence is the one of the page. */
export function sendDeskRefusal(reply: FastifyReply, { code }: { readonly code: Code }): FastifyReply {
  return sendProblem(reply, { ...statuses[code], code, detail: sentenceOf(code, reply.request.locale) });
}
