import { join } from 'node:path';
import type { Locale, Text } from '#kernel/locale.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import { type CaseFile, protocolText } from '../domain/case-file.ts';
import { contentOf, type ShownSection } from '../domain/file-content.ts';
import type { FormAnswers } from '../domain/form.ts';
import type { FormProcedure, RequestPart } from '../domain/procedure.ts';
import { answerText, type TownNames } from './answer-text.ts';
import { paperWords } from './words/papers.ts';

const template = join(import.meta.dirname, 'file.typ');

interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

interface Part {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A file that was received, with the fingerprint that proves which one it was. */
export interface ListedDocument {
  readonly title: Text | undefined;
  readonly of: string;
  readonly name: string;
  readonly sha256: string;
  readonly erased: boolean;
}

interface Reader {
  readonly locale: Locale;
  readonly towns: TownNames;
}

/** The pages of a form as they were answered, each person of a group under a heading of its own. */
function partsOf(content: readonly ShownSection[], reader: Reader): Part[] {
  return content.flatMap(({ section, entries }) =>
    entries.flatMap(({ called, answers }): Part[] => {
      const given = answers.filter(({ answer }) => answer !== '');
      if (given.length === 0) return [];
      return [
        {
          title: called === '' ? section.title[reader.locale] : `${section.title[reader.locale]}: ${called}`,
          facts: given.map(({ question, answer }) => ({
            label: question.label[reader.locale],
            lines: answerText(question, answer, reader).split('\n'),
          })),
        },
      ];
    }),
  );
}

function tableOf(documents: readonly ListedDocument[], locale: Locale) {
  const words = paperWords[locale];
  return {
    title: words.documents,
    head: words.head,
    rows: documents.map(({ title, of, name, sha256, erased }) => [
      [title?.[locale] ?? words.message, of].filter(Boolean).join(': '),
      erased ? words.erased : name,
      `${sha256.slice(0, 32)} ${sha256.slice(32)}`,
    ]),
  };
}

const sender = ({ officeId }: Pick<CaseFile, 'officeId'>, locale: Locale) =>
  findOffice(officeId)?.name[locale] ?? officeId;

/** Who gets the file, since when, and what it is called there. */
function facts(file: CaseFile, procedure: FormProcedure, locale: Locale): Fact[] {
  const words = paperWords[locale];
  const office = findOffice(file.officeId);
  const zone = office?.timeZone ?? 'UTC';
  return [
    { label: words.protocol, lines: [file.protocol === null ? '' : protocolText(file.protocol)] },
    { label: words.received, lines: [`${formatMoment(file.submittedAt, zone, locale)} (${zone})`] },
    {
      label: words.person,
      lines: [
        file.personName ?? '',
        ...(file.submittedBy === null || file.submittedBy === file.accountId ? [] : [words.delegate]),
      ],
    },
    {
      label: words.office,
      lines: office === undefined ? [file.officeId] : [office.name[locale], office.address, office.email],
    },
    {
      label: words.term,
      lines: [
        procedure.term === null ? words.noTerm : words.termDays(procedure.term.days, procedure.term.law),
      ],
    },
  ];
}

/** What was sent the first time: the receipt tells of that and stays the same whatever follows. */
export interface FirstSending {
  readonly answers: FormAnswers;
  readonly documents: readonly ListedDocument[];
}

/** The receipt of submission (ricevuta, L. 241/1990 art. 18-bis), with a copy of what was declared. */
export function receiptPaper(
  file: CaseFile,
  procedure: FormProcedure,
  { first, publicUrl, ...reader }: Reader & { readonly first: FirstSending; readonly publicUrl: string },
): Paper {
  const { locale } = reader;
  const words = paperWords[locale];
  const title = procedure.form.title[locale];
  return {
    template,
    lang: locale,
    title: words.receipt.title(title),
    sender: sender(file, locale),
    note: file.protocol === null ? '' : protocolText(file.protocol),
    at: file.submittedAt,
    data: {
      title: words.receipt.title(title),
      lead: [words.receipt.lead],
      facts: facts(file, procedure, locale),
      documents: tableOf(first.documents, locale),
      partsTitle: words.receipt.copy,
      parts: partsOf(contentOf(procedure.form, first.answers, undefined), reader),
      closingTitle: words.following,
      closing: [words.receipt.follow(`${publicUrl}/${locale}/files/${file.id}`), words.receipt.hashes],
      signature: null,
    },
  };
}

/** The form that is printed, signed by hand and uploaded (modulo da firmare); in Italian, because the office keeps it. */
export function formToSign(
  procedure: FormProcedure,
  {
    answers,
    draftId,
    officeId,
    at,
    ...reader
  }: Reader & {
    readonly answers: FormAnswers;
    readonly draftId: string;
    readonly officeId: string | null;
    readonly at: Temporal.Instant;
  },
): Paper {
  const { locale } = reader;
  const words = paperWords[locale];
  const title = words.form.title(procedure.form.title[locale]);
  return {
    template,
    lang: locale,
    title,
    sender: officeId === null ? '' : sender({ officeId }, locale),
    note: `${words.form.number} ${draftId.slice(0, 8)}`,
    at,
    data: {
      title,
      lead: [words.form.lead],
      facts: [],
      documents: { title: '', head: words.head, rows: [] },
      partsTitle: null,
      parts: partsOf(contentOf(procedure.form, answers, undefined), reader),
      closingTitle: words.form.declaration,
      closing: [words.form.declares],
      signature: { place: words.form.place, name: words.form.signature },
    },
  };
}

/** What the municipality needs to register (comunicazione al comune, DPR 323/1989), in the registry’s own terms. */
export function communicationPaper(
  file: CaseFile,
  procedure: FormProcedure,
  {
    municipality,
    parts,
    documents,
    ...reader
  }: Reader & {
    readonly municipality: string;
    readonly parts: readonly RequestPart[];
    readonly documents: readonly ListedDocument[];
  },
): Paper {
  const { locale } = reader;
  const words = paperWords[locale];
  const title = words.communication.title(procedure.form.title[locale]);
  const office = findOffice(file.officeId);
  const moment = (at: Temporal.Instant) => formatMoment(at, office?.timeZone ?? 'UTC', locale);
  const sent = file.sentAt ?? file.submittedAt;
  return {
    template,
    lang: locale,
    title,
    sender: sender(file, locale),
    note: file.protocol === null ? '' : protocolText(file.protocol),
    at: sent,
    data: {
      title,
      lead: [words.communication.lead],
      facts: [
        { label: words.communication.to, lines: [municipality] },
        ...facts(file, procedure, locale).slice(0, 1),
        { label: words.communication.reachedConsulate, lines: [moment(file.submittedAt)] },
        { label: words.communication.sent, lines: [moment(sent)] },
        ...facts(file, procedure, locale).slice(3, 4),
      ],
      documents: tableOf(documents, locale),
      partsTitle: null,
      parts: parts.map((part) => ({
        title: part.title[locale],
        facts: part.rows.map(({ label, value }) => ({ label: label[locale], lines: [value] })),
      })),
      closingTitle: words.communication.steps,
      closing: [words.communication.answer],
      signature: null,
    },
  };
}
