import { z } from 'zod';
import type { CaseFile } from '../../domain/case-file.ts';
import { longestText, messageKinds, protocolText } from '../../domain/case-file.ts';
import { caseFileStates, holders, whoseTurn } from '../../domain/case-file-lifecycle.ts';
import type { FormFindings } from '../../domain/check-form.ts';
import type { WantedCorrection } from '../../domain/correction.ts';
import type { FormDraft } from '../../domain/draft.ts';
import type { FormAnswers } from '../../domain/form.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import type { FileView } from '../../use-cases/see-file.ts';

const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const path = z.string().max(120);
const sentence = z.string().max(1000);

export const draftParams = z.strictObject({ draft_id: uuid });
export const fileParams = z.strictObject({ file_id: uuid });
export const newDraftBody = z.strictObject({ procedure_id: id });

const answer = z.string().max(20_000);
const answersIn = z
  .record(z.string().max(60), z.union([answer, z.array(z.record(z.string().max(60), answer)).max(50)]))
  .describe('By the name of the question; groups by the name of their page, one object for each entry');
export const answersBody = z.strictObject({
  revision: z
    .int()
    .min(1)
    .max(2_000_000_000)
    .describe('The revision that was read: another one is not overwritten'),
  answers: answersIn,
});
export const submissionBody = z
  .strictObject({
    version: z
      .int()
      .min(1)
      .max(2_000_000_000)
      .optional()
      .describe('For a correction: the version of the file that was read'),
    text: z
      .string()
      .trim()
      .max(longestText)
      .default('')
      .describe('For a correction: why something stays as it is'),
  })
  .nullish();

const behalf = z
  .string()
  .max(250)
  .nullable()
  .describe('The name of the person, where the reader acts for another by a delegation');

export const draftLine = z.strictObject({
  draft_id: uuid,
  procedure_id: id,
  corrects: uuid.nullable().describe('The file that is corrected'),
  revision: z.int().min(1).max(2_000_000_000),
  saved_at: instant,
  expires_at: instant,
  on_behalf_of: behalf,
});

const finding = z.strictObject({ path, code: z.string().max(60), detail: sentence });
const findingsSchema = z.strictObject({
  problems: z.array(finding).max(1000),
  missing_documents: z.array(path).max(200),
  checks: z
    .array(
      z.strictObject({
        check_id: z.string().max(60),
        verdict: z.enum(['holds', 'fails', 'to_be_seen']),
        weight: z.enum(['stops', 'warns']),
        detail: sentence.optional(),
      }),
    )
    .max(200),
});
const wantedSchema = z.strictObject({
  target: z.enum(['question', 'document']),
  path,
  note: sentence,
  at: instant,
  answered_at: instant.nullable(),
});

export const draftSchema = draftLine.extend({
  answers: answersIn,
  documents: z.array(path).max(200).describe('The documents that are asked for, as `asked_for` of uploads'),
  findings: findingsSchema,
  may_send: z.boolean(),
  hindrance: z.string().max(60).optional(),
  becomes: id.optional().describe('The procedure that the answers ask for instead'),
  wanted: z.array(wantedSchema).max(500),
});

export const draftsAnswer = z.strictObject({
  items: z.array(draftLine).max(100),
  next: z.string().max(200).nullable(),
});

export const fileLine = z.strictObject({
  file_id: uuid,
  procedure_id: id,
  office_id: id,
  protocol: z.string().max(20),
  state: z.enum(caseFileStates),
  turn: z.enum(['office', 'municipality', 'person', 'nobody']),
  submitted_at: instant,
  version: z.int().min(1).max(2_000_000_000),
  on_behalf_of: behalf,
});

export const filesAnswer = z.strictObject({
  items: z.array(fileLine).max(200),
  next: z.string().max(200).nullable(),
});

const documentSchema = z.strictObject({
  document_id: uuid,
  name: z.string().max(300),
  asked_for: path.nullable(),
  in_force: z.boolean(),
});

const delegateName = z.string().max(250).nullable().describe('Who did it for the person, by a delegation');

const count = z.int().min(0).max(1_000_000);

export const fileSchema = fileLine.extend({
  municipality_id: id.nullable(),
  submitted_by: z.string().max(250).nullable().describe('The delegate who sent it for the person'),
  answers: answersIn,
  documents: z.array(documentSchema).max(500),
  wanted: z.array(wantedSchema).max(500),
  days: z.strictObject({ queue: count, office: count, person: count, municipality: count }),
  position: z.int().min(1).max(10_000_000).optional(),
  usual_days: z.strictObject({ from: count, until: count }).optional(),
  can: z
    .array(z.enum(['write', 'cancel', 'resubmit']))
    .max(3)
    .describe('What the person can do now'),
  messages: z
    .array(
      z.strictObject({
        author: z.enum(['person', 'office', 'municipality']),
        kind: z.enum(messageKinds),
        text: z.string().max(longestText),
        at: instant,
        written_by: delegateName,
        documents: z.array(z.strictObject({ document_id: uuid, name: z.string().max(300) })).max(100),
      }),
    )
    .max(1000),
  history: z
    .array(
      z.strictObject({
        type: z.string().max(80),
        at: instant,
        by: z.string().max(20),
        delegate: delegateName,
      }),
    )
    .max(500),
});

const text = (answers: FormAnswers): z.output<typeof answersIn> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, each]) => [
      name,
      typeof each === 'string' ? each : each.map((entry) => ({ ...entry })),
    ]),
  );

export function draftLineOut(draft: FormDraft, onBehalfOf: string | null): z.output<typeof draftLine> {
  return {
    draft_id: draft.id,
    procedure_id: draft.procedure,
    corrects: draft.caseFileId,
    revision: draft.revision,
    saved_at: draft.savedAt.toString(),
    expires_at: draft.expiresAt.toString(),
    on_behalf_of: onBehalfOf,
  };
}

const wantedOut = (wanted: readonly WantedCorrection[]) =>
  wanted.map(({ target, note, at, answeredAt }) => ({
    target: target.kind,
    path: target.path,
    note,
    at: at.toString(),
    answered_at: answeredAt?.toString() ?? null,
  }));

export function findingsOut(
  { problems, missingDocuments, checks }: FormFindings,
  locale: 'it' | 'en',
): z.output<typeof findingsSchema> {
  return {
    problems: problems.map((each) => ({ path: each.path, code: each.code, detail: each.text[locale] })),
    missing_documents: missingDocuments.map((each) => each.path.replace('/', '-')),
    checks: checks.map(({ check, verdict }) => ({
      check_id: check.id,
      verdict,
      weight: check.weight,
      ...(verdict === 'fails' ? { detail: check.problem[locale] } : {}),
    })),
  };
}

export function draftOut(view: DraftView, locale: 'it' | 'en'): z.output<typeof draftSchema> {
  return {
    ...draftLineOut(view.draft, view.onBehalfOf ?? null),
    answers: text(view.draft.answers),
    documents: view.asked.map((each) => each.path.replace('/', '-')),
    findings: findingsOut(view.findings, locale),
    may_send: view.maySend && view.hindrance === undefined,
    ...(view.hindrance === undefined ? {} : { hindrance: view.hindrance.code }),
    ...(view.other === undefined ? {} : { becomes: view.other.procedure }),
    wanted: wantedOut(view.correction?.wanted ?? []),
  };
}

export function fileLineOut(file: CaseFile, onBehalfOf: string | null): z.output<typeof fileLine> {
  return {
    file_id: file.id,
    procedure_id: file.procedure,
    office_id: file.officeId,
    protocol: file.protocol === null ? '' : protocolText(file.protocol),
    state: file.state,
    turn: whoseTurn(file.state),
    submitted_at: file.submittedAt.toString(),
    version: file.version,
    on_behalf_of: onBehalfOf,
  };
}

/** The name of a delegate; empty when the account is closed. */
function delegateOf({ delegates }: FileView, id: string | null): string | null {
  return id === null ? null : (delegates.get(id) ?? '');
}

export function fileOut(view: FileView): z.output<typeof fileSchema> {
  const { file, procedure, documents, usual, position } = view;
  const shown = (each: (typeof view.otherDocuments)[number], inForce: boolean) => ({
    document_id: each.id,
    name: each.name,
    asked_for: each.askedFor,
    in_force: inForce,
  });
  return {
    ...fileLineOut(file, view.forAnother ? file.personName : null),
    submitted_by: file.submittedBy === null ? null : (view.delegates.get(file.submittedBy) ?? ''),
    municipality_id: file.municipalityId,
    answers: text(file.answers),
    documents: [
      ...documents.flatMap(({ files, before }) => [
        ...files.map((each) => shown(each, true)),
        ...before.map((each) => shown(each, false)),
      ]),
      ...view.otherDocuments.map((each) => shown(each, false)),
    ],
    wanted: wantedOut(view.wanted),
    days: Object.fromEntries(holders.map((each) => [each, view.days[each]])) as FileView['days'],
    ...(position === undefined ? {} : { position: Math.max(1, position) }),
    ...(usual === undefined ? {} : { usual_days: { from: usual.from, until: usual.until } }),
    can: (['write', 'cancel', 'resubmit'] as const).filter((event) =>
      procedure.lifecycle.allows(file.state, event),
    ),
    messages: view.messages.map((message) => ({
      author: message.author,
      kind: message.kind,
      text: message.text,
      at: message.at.toString(),
      written_by: delegateOf(view, message.writtenBy),
      documents: message.documents.map((each) => ({ document_id: each.id, name: each.name })),
    })),
    history: view.timeline.map(({ type, at, actor, actorId }) => ({
      type,
      at: at.toString(),
      by: actor,
      delegate: actor === 'citizen' && actorId !== file.accountId ? delegateOf(view, actorId) : null,
    })),
  };
}
