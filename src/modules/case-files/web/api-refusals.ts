import type { FastifyReply } from 'fastify';
import { sendProblem } from '#platform/web/problem.ts';
import type { HandlingRefusal } from '../use-cases/handle-case-file.ts';
import type { SubmitRefusal } from '../use-cases/submit-case-file.ts';
import type { PersonRefusal } from '../use-cases/write-as-person.ts';

type Code = (SubmitRefusal | PersonRefusal | HandlingRefusal)['code'];

const statuses: Record<Code, { status: number; title: string }> = {
  sign_in_required: { status: 401, title: 'This request needs an account' },
  no_office: { status: 422, title: 'There is no such office, or none is responsible' },
  documents_missing: { status: 422, title: 'This request needs a document that proves it' },
  too_many_requests: { status: 429, title: 'Too many requests of this address in a day' },
  open_already: { status: 409, title: 'A correction of this datum is open already' },
  nothing_to_correct: { status: 409, title: 'The datum reads so already' },
  tax_code_does_not_fit: { status: 422, title: 'The tax code does not match name and date of birth' },
  not_an_email: { status: 422, title: 'This is no e-mail address' },
  same_email: { status: 409, title: 'This is the e-mail address already' },
  too_soon: { status: 429, title: 'A code was sent less than a minute ago' },
  too_many_codes: { status: 429, title: 'Too many codes were sent to this address today' },
  no_such_case_file: { status: 404, title: 'There is no such request' },
  too_late: { status: 409, title: 'The state of the request does not allow it any more' },
  not_now: { status: 409, title: 'The state of the request does not allow it' },
  queue_empty: { status: 409, title: 'No request waits' },
  no_such_account: { status: 409, title: 'The account is not this office’s, or it is closed' },
  email_not_proven: { status: 409, title: 'The new address was not proven by its code' },
  email_not_usable: { status: 409, title: 'The new address cannot be used' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

export function sendRefusal(reply: FastifyReply, { code }: { readonly code: Code }): FastifyReply {
  return sendProblem(reply, { ...statuses[code], code });
}
