import { z } from 'zod';
import { longestText, messageKinds } from '../../domain/case-file.ts';
import { caseFileStates, whoseTurn } from '../../domain/case-file-lifecycle.ts';
import {
  decisions,
  longestMunicipalText,
  municipalReasons,
  municipalStatuses,
  statusOf,
} from '../../domain/municipal-stage.ts';
import { comparedData } from '../../domain/registry-comparison.ts';
import { daysBetween } from '../../domain/terms.ts';
import type { MunicipalLine } from '../../use-cases/list-municipal-files.ts';
import type { MunicipalView } from '../../use-cases/see-municipal-file.ts';

const officeId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const day = z.iso.date();
const days = z.int().min(0).max(100_000);

export const municipalParams = z.strictObject({ office_id: officeId });
export const municipalFileParams = z.strictObject({ office_id: officeId, file_id: uuid });
const key = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\w-]+$/);
export const keyHeader = z.object({ 'idempotency-key': key });
export const stepHeaders = z.object({
  'idempotency-key': key,
  'if-match': z
    .string()
    .max(20)
    .regex(/^"?\d{1,9}"?$/)
    .describe('The version of the file that was read'),
});

const status = z.enum(municipalStatuses);
export const listQuery = z.strictObject({
  status: status.default('new'),
  mine: z.enum(['true', 'false']).default('false'),
  procedure: z.string().min(1).max(60).optional(),
  sender: officeId.optional(),
  after: z.string().max(100).optional().describe('The `next` of the page before'),
});
export const searchBody = z.strictObject({
  wanted: z.string().trim().min(1).max(100).describe('A name, or a protocol number as `2026/000123`'),
});

const line = z.strictObject({
  file_id: uuid,
  office_id: officeId.describe('The consulate that sent it'),
  procedure: z.string().max(60),
  protocol: z.strictObject({ year: z.int().min(2000).max(2200), number: z.int().min(1).max(999_999_999) }),
  person: z.string().max(250).nullable(),
  status,
  state: z.enum(caseFileStates),
  sent_at: instant,
  waiting_days: days,
  officer_id: uuid.nullable(),
  reminders: z.int().min(0).max(100),
  decision: z.enum(decisions).nullable(),
  shown_by_registry: z.boolean(),
});
export const linesAnswer = z.strictObject({
  items: z.array(line).max(200),
  next: z.string().max(100).nullable(),
});

const text = z.string().trim().min(1).max(longestMunicipalText);
export const confirmationBody = z.strictObject({
  registered_on: day.describe('From when the registration holds'),
  act: z.string().trim().min(1).max(100).describe('Act or protocol number of the municipality'),
});
export const refusalBody = z.strictObject({
  reasons: z.array(z.enum(municipalReasons)).min(1).max(municipalReasons.length),
  text,
});
export const messageBody = z.strictObject({ text });

const document = z.strictObject({
  document_id: uuid,
  name: z.string().max(300),
  asked_for: z.string().max(120).nullable(),
  erased: z.boolean(),
});
const words = z.string().max(2000);
export const municipalFileSchema = line.extend({
  version: z.int().min(1),
  turn: z.enum(['office', 'municipality', 'person', 'nobody']),
  next_reminder_at: instant.nullable(),
  registered_on: day.nullable(),
  act: z.string().max(100).nullable(),
  reasons: z.array(z.enum(municipalReasons)).max(municipalReasons.length),
  answers: z.array(z.strictObject({ path: z.string().max(200), answer: words })).max(1000),
  people: z
    .array(
      z.strictObject({
        record_id: z.string().max(20).nullable().describe('The record that this municipality keeps'),
        fields: z
          .array(
            z.strictObject({
              datum: z.enum(comparedData),
              declared: words,
              registered: words,
              verdict: z.enum(['same', 'differs', 'not_recorded', 'not_declared']),
            }),
          )
          .max(comparedData.length),
      }),
    )
    .max(30),
  documents: z.array(document).max(500),
  messages: z
    .array(
      z.strictObject({
        author: z.enum(['person', 'office', 'municipality']),
        kind: z.enum(messageKinds),
        text: z.string().max(longestText),
        at: instant,
      }),
    )
    .max(1000),
  history: z
    .array(z.strictObject({ type: z.string().max(80), at: instant, by: z.string().max(20) }))
    .max(500),
  days: z.strictObject({ queue: days, office: days, person: days, municipality: days }),
});

export function lineOut(each: MunicipalLine, now: Temporal.Instant): z.output<typeof line> {
  return {
    file_id: each.id,
    office_id: each.officeId,
    procedure: each.procedure,
    protocol: { year: each.protocolYear, number: each.protocolNumber },
    person: each.personName,
    status: statusOf(each),
    state: each.state,
    sent_at: each.sentAt.toString(),
    waiting_days: daysBetween(each.sentAt, each.decidedAt ?? now),
    officer_id: each.officerId,
    reminders: each.reminded,
    decision: each.decision,
    shown_by_registry: each.shownAt !== null,
  };
}

export function municipalFileOut(
  { view, stage, people }: MunicipalView,
  now: Temporal.Instant,
): z.output<typeof municipalFileSchema> {
  const { file } = view;
  const { protocol, ...rest } = file;
  if (protocol === null) throw new Error(`The file ${file.id} has no protocol number`);
  const files = [...view.documents.flatMap((each) => each.files), ...view.otherDocuments];
  return {
    ...lineOut({ ...rest, ...stage, protocolYear: protocol.year, protocolNumber: protocol.number }, now),
    version: file.version,
    turn: whoseTurn(file.state),
    next_reminder_at: stage.nextReminderAt?.toString() ?? null,
    registered_on: stage.registeredOn,
    act: stage.act,
    reasons: [...stage.reasons],
    answers: view.content.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.answers.map(({ path, answer }) => ({ path, answer }))),
    ),
    people: people.map(({ record, fields }) => ({
      record_id: record?.id ?? null,
      fields: fields.map((each) => ({ ...each })),
    })),
    documents: files.map((each) => ({
      document_id: each.id,
      name: each.name,
      asked_for: each.askedFor,
      erased: each.erasedAt !== null,
    })),
    messages: view.messages.map(({ author, kind, text: said, at }) => ({
      author,
      kind,
      text: said,
      at: at.toString(),
    })),
    history: view.timeline.map(({ type, at, actor }) => ({ type, at: at.toString(), by: actor })),
    days: { ...view.days },
  };
}
