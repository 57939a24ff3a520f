import { z } from 'zod';
import { longestText, messageKinds, referenceOf } from '../domain/case-file.ts';
import { type CaseFileState, caseFileStates, whoseTurn } from '../domain/case-file-lifecycle.ts';
import { answerTo } from '../domain/form-answers.ts';
import { procedures } from '../domain/procedures.ts';
import type { QueueLine } from '../use-cases/handle-case-file.ts';
import type { CaseFileView } from '../use-cases/see-case-files.ts';

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const procedureId = z.enum(procedures.map((each) => each.id) as [string, ...string[]]);

export const requestParams = z.strictObject({ request_id: uuid });
export const officeParams = z.strictObject({ office_id: id });
export const officeRequestParams = z.strictObject({ office_id: id, request_id: uuid });
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w-]+$/)
    .describe('Files uploaded with this form key go with the request'),
});

const text = z.string().trim().min(1).max(longestText);
export const messageBody = z.strictObject({ text });

export const newRequestBody = z.strictObject({
  procedure: procedureId,
  office_id: id.optional().describe('Needed unless the own office is meant'),
  service_id: id.optional().describe('For questions: the service that it is about'),
  answers: z.record(z.string().max(60), z.string().max(300)).default({}),
  text,
});

export const requestLine = z.strictObject({
  request_id: uuid,
  reference: z.string().max(8),
  office_id: id,
  procedure: procedureId,
  service_id: id.nullable(),
  state: z.enum(caseFileStates),
  turn: z.enum(['office', 'municipality', 'person', 'nobody']),
  submitted_at: instant,
});

export const requestsAnswer = z.strictObject({
  items: z.array(requestLine).max(200),
  next: z.string().max(200).nullable(),
});

export const requestSchema = requestLine.extend({
  answers: z.record(z.string().max(60), z.string().max(300)),
  answer_due_on: z.iso.date().optional(),
  position: z.int().min(1).max(10_000_000).optional(),
  usual_days: z
    .strictObject({ from: z.int().min(1).max(10_000), until: z.int().min(1).max(10_000) })
    .optional(),
  messages: z
    .array(
      z.strictObject({
        author: z.enum(['person', 'office', 'municipality']),
        kind: z.enum(messageKinds),
        text: z.string().max(longestText),
        at: instant,
        documents: z
          .array(z.strictObject({ document_id: uuid, name: z.string().max(300), erased: z.boolean() }))
          .max(100),
      }),
    )
    .max(1000),
  history: z
    .array(z.strictObject({ type: z.string().max(80), at: instant, by: z.string().max(20) }))
    .max(500),
});

export function lineOut(
  file: Pick<QueueLine, 'id' | 'officeId' | 'procedure' | 'serviceId' | 'submittedAt'> & {
    state: CaseFileState;
  },
): z.output<typeof requestLine> {
  return {
    request_id: file.id,
    reference: referenceOf(file.id),
    office_id: file.officeId,
    procedure: file.procedure,
    service_id: file.serviceId,
    state: file.state,
    turn: whoseTurn(file.state),
    submitted_at: file.submittedAt.toString(),
  };
}

export function requestOut({ file, ...view }: CaseFileView): z.output<typeof requestSchema> {
  return {
    ...lineOut(file),
    answers: Object.fromEntries(
      Object.keys(file.answers).map((name) => [name, answerTo(file.answers, name)]),
    ),
    ...(view.due === undefined ? {} : { answer_due_on: view.due }),
    ...(view.position === undefined ? {} : { position: Math.max(1, view.position) }),
    ...(view.usual === undefined ? {} : { usual_days: { ...view.usual } }),
    messages: view.messages.map((message) => ({
      author: message.author,
      kind: message.kind,
      text: message.text,
      at: message.at.toString(),
      documents: message.documents.map((each) => ({
        document_id: each.id,
        name: each.name,
        erased: each.erasedAt !== null,
      })),
    })),
    history: view.timeline.map(({ type, at, actor }) => ({ type, at: at.toString(), by: actor })),
  };
}
