import type { FastifyReply } from 'fastify';
import { sendProblem } from '#platform/web/problem.ts';
import type { FormFindings } from '../../domain/check-form.ts';
import { formWords } from '../words/form-words.ts';
import { type SendRefusalCode, statusOf } from './send-refusals.ts';

const titles: Record<SendRefusalCode, string> = {
  no_such_draft: 'There is no such draft',
  no_such_case_file: 'There is no such file',
  form_incomplete: 'Something is missing or wrong',
  no_office: 'No office is responsible',
  needs_consular_register: 'The person is not in the consular register',
  needs_aire: 'The person is not registered with AIRE',
  too_many_requests: 'Too many requests in a day',
  open_already: 'There is an open file of this kind',
  not_now: 'The state of the file does not allow it',
  changed_meanwhile: 'The file has changed since it was read',
  not_corrected: 'Something that is wanted was left as it was',
  stays_here: 'The answers ask for no other procedure',
  not_delegated: 'The other procedure is not delegated',
  key_reused: 'The key was used for another request',
};

/** Why a form was not sent, with everything that is wrong at its place. */
export function sendFormRefusal(
  reply: FastifyReply,
  refusal: { readonly code: SendRefusalCode; readonly findings?: FormFindings },
): FastifyReply {
  const { locale } = reply.request;
  const { code, findings } = refusal;
  const errors =
    findings === undefined
      ? undefined
      : [
          ...findings.problems.map((each) => ({
            pointer: `/answers/${each.path}`,
            code: each.code as string,
            detail: each.text[locale],
          })),
          ...findings.missingDocuments.map((each) => ({
            pointer: `/documents/${each.path.replace('/', '-')}`,
            code: 'missing_document',
            detail: each.document.title[locale],
          })),
          ...findings.checks
            .filter(({ check, verdict }) => verdict === 'fails' && check.weight === 'stops')
            .map(({ check }) => ({ pointer: '/answers', code: check.id, detail: check.problem[locale] })),
        ];
  return sendProblem(reply, {
    status: statusOf[code],
    code,
    title: titles[code],
    detail: formWords[locale].refusals[code],
    ...(errors === undefined ? {} : { errors }),
  });
}
