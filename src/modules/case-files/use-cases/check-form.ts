import { dayAt } from '#kernel/civil-date.ts';
import { uploadsOfForm } from '#modules/documents/public.ts';
import { findApplicants } from '#modules/identity/public.ts';
import { findOffice, officesAbroad } from '#modules/offices/public.ts';
import { readConsularStanding } from '#modules/registry/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { FiledDocument, FormAnswers, FormFacts } from '../domain/form.ts';
import { filedDocument } from '../domain/form-documents.ts';

export { checkForm, type FormFindings, type FormProblem } from '../domain/check-form.ts';

/** The offices that answer for an address abroad: one, or those between which it lies. */
export function officesOf(country: string, place: string): readonly string[] {
  const answer = officesAbroad({ country, place });
  if (answer.kind === 'one') return [answer.office.id];
  return answer.kind === 'choose' ? answer.offices.map(({ id }) => id) : [];
}

/**
 * What the checks of a form look at, for a person’s draft or file; in a transaction of the platform or of the person.
 * The day is that of the office which will read it.
 */
export async function formFacts(
  tx: Tx,
  {
    accountId,
    answers,
    documents,
    officeId,
    now,
  }: {
    accountId: string;
    answers: FormAnswers;
    documents: readonly FiledDocument[];
    officeId: string | null;
    now: Temporal.Instant;
  },
): Promise<FormFacts> {
  const standing = await readConsularStanding(tx, accountId);
  return {
    answers,
    documents,
    today: dayAt(now, findOffice(officeId ?? '')?.timeZone ?? 'UTC'),
    officeOf: officesOf,
    officeId,
    standing: {
      consularRegister: standing.consularRegister !== undefined,
      aire: standing.aire !== undefined,
      ...(standing.consularRegister && { registerOf: standing.consularRegister.officeId }),
    },
  };
}

/** The files that lie with a draft, as the checks see them; in a transaction of the platform. */
export async function documentsOfDraft(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<FiledDocument[]> {
  const uploads = await uploadsOfForm(tx, { formKey: id, accountId });
  return uploads.flatMap((upload) => filedDocument(upload) ?? []);
}

/** The responsible office of a person. */
export async function officeOfPerson(tx: Tx, accountId: string): Promise<string | null> {
  return (await findApplicants(tx, [accountId]))[0]?.officeId ?? null;
}
