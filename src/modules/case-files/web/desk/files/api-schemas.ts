import { z } from 'zod';
import { longestText, protocolText } from '../../../domain/case-file.ts';
import { caseFileStates, holders } from '../../../domain/case-file-lifecycle.ts';
import type { ChecklistLine } from '../../../domain/checklist.ts';
import { longestIndication } from '../../../use-cases/decide-file.ts';
import type { DeskLine } from '../../../use-cases/see-desk.ts';
import type { FileView } from '../../../use-cases/see-file.ts';

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
export const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const count = z.int().min(0).max(10_000_000);
const protocol = z.string().max(20);
const state = z.enum(caseFileStates);

export const officeFileParams = z.strictObject({ office_id: id, file_id: uuid });
export const targetSchema = z.strictObject({
  kind: z.enum(['question', 'document']),
  path: z.string().min(1).max(120),
});
const verdict = z.enum(['holds', 'fails', 'to_be_seen']);

export const lineSchema = z.strictObject({
  file_id: uuid,
  protocol,
  procedure: z.string().max(60),
  person_name: z.string().max(201).nullable(),
  state,
  submitted_at: instant,
  closed_at: instant.nullable(),
  days: count.describe('Whole days since it was sent'),
  official_id: uuid.nullable(),
  due_on: z.iso.date().optional(),
  due_because: z
    .enum(['term', 'usual'])
    .optional()
    .describe('A legal term, or the time that the person was told'),
  version: z.int().min(1).max(1_000_000),
});

export const fileSchema = z.strictObject({
  file_id: uuid,
  protocol,
  procedure: z.string().max(60),
  person_name: z.string().max(201).nullable(),
  state,
  version: z.int().min(1).max(1_000_000),
  submitted_at: instant,
  official_id: uuid.nullable(),
  municipality_id: z.string().max(40).nullable(),
  days_with: z.strictObject({ queue: count, office: count, person: count, municipality: count }),
  answers: z
    .array(z.strictObject({ path: z.string().max(120), answer: z.string().max(4000), changed: z.boolean() }))
    .max(2000),
  documents: z
    .array(
      z.strictObject({
        path: z.string().max(120),
        files: z.array(z.strictObject({ document_id: uuid, name: z.string().max(300) })).max(100),
      }),
    )
    .max(200),
  checks: z.array(z.strictObject({ check: z.string().max(60), found: verdict, counts: verdict })).max(200),
  wanted: z
    .array(
      z.strictObject({
        round: z.int().min(1).max(1000),
        target: targetSchema,
        note: z.string().max(longestIndication),
        answered: z.boolean(),
      }),
    )
    .max(500),
  messages: z
    .array(
      z.strictObject({
        author: z.enum(['person', 'office', 'municipality']),
        kind: z.string().max(40),
        text: z.string().max(longestText),
        at: instant,
      }),
    )
    .max(1000),
  history: z
    .array(z.strictObject({ type: z.string().max(80), at: instant, by: z.string().max(20) }))
    .max(500),
});

const span = z.strictObject({
  week: z.iso.date(),
  received: count,
  defined: count,
  rejected: count,
  cancelled: count,
  open: count,
});
const days = z.int().min(0).max(100_000).nullable();
export const reportSchema = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  items: z.array(span).max(60),
  procedures: z
    .array(
      z.strictObject({
        procedure: z.string().max(60),
        closed: count,
        median_days: days,
        most_days: days.describe('Nine of ten took at most so many'),
        office_days: days,
        person_days: days,
        municipality_days: days,
      }),
    )
    .max(200),
  officials: z.array(z.strictObject({ official_id: uuid, closed: count, median_days: days })).max(500),
  next: z.string().max(200).nullable(),
});

export function lineOut(line: DeskLine): z.output<typeof lineSchema> {
  return {
    file_id: line.id,
    protocol: protocolText({ year: line.protocolYear, number: line.protocolNumber }),
    procedure: line.procedure,
    person_name: line.personName,
    state: line.state,
    submitted_at: line.submittedAt.toString(),
    closed_at: line.closedAt?.toString() ?? null,
    days: line.age,
    official_id: line.takenBy,
    ...(line.by === undefined ? {} : { due_on: line.by.day, due_because: line.by.why }),
    version: line.version,
  };
}

export function fileOut(
  { file, ...view }: FileView,
  checklist: readonly ChecklistLine[],
): z.output<typeof fileSchema> {
  return {
    file_id: file.id,
    protocol: file.protocol === null ? '' : protocolText(file.protocol),
    procedure: file.procedure,
    person_name: file.personName,
    state: file.state,
    version: file.version,
    submitted_at: file.submittedAt.toString(),
    official_id: file.takenBy,
    municipality_id: file.municipalityId,
    days_with: Object.fromEntries(holders.map((each) => [each, view.days[each]])) as FileView['days'],
    answers: view.content.flatMap(({ entries }) =>
      entries.flatMap(({ answers }) =>
        answers.map(({ path, answer, changed }) => ({ path, answer, changed })),
      ),
    ),
    documents: view.documents.map(({ asked, files }) => ({
      path: asked.path,
      files: files.map((each) => ({ document_id: each.id, name: each.name })),
    })),
    checks: checklist.map(({ check, found, counts }) => ({ check: check.id, found, counts })),
    wanted: view.wanted.map(({ round, target, note, answeredAt }) => ({
      round,
      target: { ...target },
      note,
      answered: answeredAt !== null,
    })),
    messages: view.messages.map(({ author, kind, text, at }) => ({ author, kind, text, at: at.toString() })),
    history: view.timeline.map(({ type, at, actor }) => ({ type, at: at.toString(), by: actor })),
  };
}
