import { dayAt } from '#kernel/civil-date.ts';
import type { Document } from '#modules/documents/public.ts';
import { findOffice, officesAbroad } from '#modules/offices/public.ts';
import { readConsularStanding } from '#modules/registry/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { fieldOfDocument } from '../domain/file-content.ts';
import type { FiledDocument, FormAnswers, FormFacts } from '../domain/form.ts';
import type { AskedDocument } from '../domain/form-answers.ts';

/** The offices whose district a place lies in, or may lie in. */
export function officeIdsFor(country: string, place: string): readonly string[] {
  const found = officesAbroad({ country, place });
  if (found.kind === 'one') return [found.office.id];
  return found.kind === 'choose' ? found.offices.map(({ id }) => id) : [];
}

/** The files of the documents that are asked for, as far as checks look at them. */
export function filedDocuments(
  asked: readonly AskedDocument[],
  documents: readonly (Pick<Document, 'askedFor' | 'name' | 'warnings'> & { erasedAt?: unknown })[],
): FiledDocument[] {
  return asked.flatMap(({ path }) =>
    documents
      .filter(({ askedFor, erasedAt }) => askedFor === fieldOfDocument(path) && (erasedAt ?? null) === null)
      .map(({ name, warnings }) => ({ path, name, readable: warnings.length === 0 })),
  );
}

/** What checks of a form may look at, in a transaction of the platform. */
export async function readFormFacts(
  tx: Tx,
  about: {
    readonly accountId: string;
    readonly officeId: string | null;
    readonly answers: FormAnswers;
    readonly documents: readonly FiledDocument[];
    readonly at: Temporal.Instant;
  },
): Promise<FormFacts> {
  const standing = await readConsularStanding(tx, about.accountId);
  const zone = (about.officeId === null ? undefined : findOffice(about.officeId)?.timeZone) ?? 'Europe/Rome';
  return {
    answers: about.answers,
    documents: about.documents,
    today: dayAt(about.at, zone),
    officeOf: officeIdsFor,
    officeId: about.officeId,
    standing: {
      consularRegister: standing.consularRegister !== undefined,
      aire: standing.aire !== undefined,
    },
  };
}
