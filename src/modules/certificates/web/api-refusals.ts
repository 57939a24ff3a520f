import type { FastifyReply } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { GivingUpRefusal } from '../use-cases/give-up-certificate.ts';
import type { RequestRefusal } from '../use-cases/request-certificate.ts';
import type { RevokingRefusal } from '../use-cases/revoke-certificate.ts';
import type { DownloadRefusal } from '../use-cases/see-certificates.ts';
import { declineSentences } from './declined.ts';

type Refusal = RequestRefusal | GivingUpRefusal | RevokingRefusal | DownloadRefusal;

const statuses: Record<Refusal['code'], { status: number; title: string }> = {
  no_record: { status: 409, title: 'The account is connected with no registry record' },
  not_connected: { status: 503, title: 'The municipality is not connected to the national registry now' },
  declined: { status: 409, title: 'The certificate cannot be issued' },
  email_needed: { status: 409, title: 'A verified e-mail address is needed' },
  tax_code_needed: { status: 409, title: 'The record has no tax code to buy a stamp with' },
  no_payments: { status: 409, title: 'Nothing can be paid online here' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
  no_such_certificate: { status: 404, title: 'There is no such certificate' },
  not_now: { status: 409, title: 'The state of the certificate does not allow it' },
  not_issued_yet: { status: 409, title: 'The certificate is not issued yet' },
  revoked: { status: 409, title: 'The certificate is revoked' },
  expired: { status: 409, title: 'The certificate is no longer valid' },
};

/** A refusal as a problem; of a declined one every reason, with its rule. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal, locale: Locale): FastifyReply {
  const { code } = refusal;
  return sendProblem(reply, {
    ...statuses[code],
    code,
    ...('declines' in refusal
      ? {
          errors: refusal.declines.map((decline) => ({
            pointer: '/kinds',
            code: decline.code === 'blocked' ? decline.rule : decline.code,
            detail: declineSentences(decline, locale).join(' '),
          })),
        }
      : {}),
  });
}
