import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { findService } from '#modules/services/public.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { findProcedure } from '../domain/procedures.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import type { Submission } from '../use-cases/submit-case-file.ts';
import type { newRequestBody } from './api-schemas.ts';
import { readStart } from './start-form.ts';

type Body = z.output<typeof newRequestBody> & { readonly email?: string };

const pointers: Readonly<Record<string, string>> = { text: '/text', asker_email: '/email' };

/** Reads a new request by the rules of the form; where something is wrong it is answered, and there is nothing to send. */
export function readRequest(
  deps: CaseFileDeps,
  reply: FastifyReply,
  { procedure: name, office_id: officeId, service_id: serviceId, answers, text, email }: Body,
): { readonly wish: Omit<Submission, 'asker' | 'key'>; readonly email: string } | undefined {
  const { locale } = reply.request;
  const procedure = findProcedure(name);
  const service = serviceId === undefined ? undefined : findService(serviceId);
  if (procedure === undefined || (name === 'question') !== (service !== undefined)) {
    sendProblem(reply, { status: 422, code: 'no_such_service', title: 'A question names a service' });
    return undefined;
  }
  const reading = readStart(
    procedure,
    { ...answers, text, ...(email === undefined ? {} : { asker_email: email }) },
    { locale, today: dayAt(deps.now(), 'UTC'), asksEmail: email !== undefined },
  );
  const wrong = Object.entries(reading.problems);
  if (wrong.length > 0) {
    sendProblem(reply, {
      status: 422,
      code: 'answers',
      title: 'The answers do not fit the questions of the procedure',
      errors: wrong.map(([question, detail]) => ({
        pointer: pointers[question] ?? `/answers/${question}`,
        code: 'answer',
        detail,
      })),
    });
    return undefined;
  }
  return {
    email: reading.email,
    wish: {
      procedure: procedure.id,
      officeId: officeId ?? null,
      serviceId: service?.id ?? null,
      answers: reading.answers,
      text: reading.text,
    },
  };
}
