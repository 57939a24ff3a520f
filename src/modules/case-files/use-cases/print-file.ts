import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Document, listDocuments } from '#modules/documents/public.ts';
import type { AttachmentSource } from '#modules/notifications/public.ts';
import { findMunicipality, findMunicipalOffice, findOffice } from '#modules/offices/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import { type Paper, renderPdf } from '#platform/pdf/render-pdf.ts';
import { principalOf } from '#platform/web/who.ts';
import { type CaseFile, isCaseFileId } from '../domain/case-file.ts';
import { calledOf } from '../domain/file-content.ts';
import type { FormAnswers, ProcedureForm } from '../domain/form.ts';
import { answersAsked, documentsFor, entriesOf, sectionsFor } from '../domain/form-answers.ts';
import { askedForOf, inForce } from '../domain/form-documents.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import type { TownNames } from '../letters/answer-text.ts';
import { communicationPaper, formToSign, type ListedDocument, receiptPaper } from '../letters/papers.ts';
import { findCaseFile } from '../store/case-files.ts';
import { findDraft } from '../store/drafts.ts';
import { listSendings } from '../store/sent-answers.ts';
import { findForActing, whoseDraft } from './acting.ts';
import { type AtMunicipality, findForMunicipality } from './at-municipality.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { officeOfPerson } from './check-form.ts';
import { noteReading } from './see-file.ts';

/** The receipt of a file for the person who sent it, in the language of the reader; nothing where there is none. */
export async function printReceipt(
  deps: CaseFileDeps,
  { accountId, id, locale }: { readonly accountId: string; readonly id: string; readonly locale: Locale },
): Promise<Paper | undefined> {
  if (!isCaseFileId(id)) return undefined;
  const as: Principal = { kind: 'citizen', accountId };
  const file = await findForActing(deps, accountId, id);
  const procedure = file && deps.procedures.findForm(file.procedure);
  if (file === undefined || procedure === undefined || file.protocol === null) return undefined;
  const { documents, sendings } = await readSendings(deps, file, as);
  const sent = sendings[0];
  const answers = sent?.answers ?? file.answers;
  const first = {
    answers,
    documents: listed(
      procedure.form,
      answers,
      documents.filter(({ partId }) => partId === sent?.partId),
    ),
  };
  const towns = await townsOf(procedure.form, answers, locale);
  return receiptPaper(file, procedure, { first, publicUrl: deps.publicUrl, locale, towns });
}

/** The form of a draft, to be signed by hand. */
export async function printForm(
  deps: CaseFileDeps,
  {
    accountId,
    draftId,
    locale,
  }: { readonly accountId: string; readonly draftId: string; readonly locale: Locale },
): Promise<Paper | undefined> {
  if (!isCaseFileId(draftId)) return undefined;
  const owner = await whoseDraft(deps, accountId, draftId);
  if (owner === undefined) return undefined;
  const found = await deps.db.transaction(asCaseFiles, async (tx) => ({
    draft: await findDraft(tx, owner.accountId, draftId),
    officeId: await officeOfPerson(tx, owner.accountId),
  }));
  const { draft, officeId } = found;
  const procedure = draft && deps.procedures.findForm(draft.procedure);
  if (draft === undefined || procedure === undefined) return undefined;
  const answers = answersAsked(procedure.form, draft.answers);
  const towns = await townsOf(procedure.form, answers, locale);
  return formToSign(procedure, { answers, draftId, officeId, at: draft.savedAt, locale, towns });
}

/** What the municipality gets of a file that was sent to it; nothing before. */
export async function printCommunication(
  deps: CaseFileDeps,
  {
    officeId,
    id,
    as,
    locale,
  }: { readonly officeId: string; readonly id: string; readonly as: Principal; readonly locale: Locale },
): Promise<Paper | undefined> {
  if (!isCaseFileId(id)) return undefined;
  const file = await deps.db.transaction(as, (tx) => findCaseFile(tx, officeId, id));
  const procedure = file && deps.procedures.findForm(file.procedure);
  if (file === undefined || procedure === undefined || file.municipalityId === null) return undefined;
  return communicationOf(deps, file, procedure, { as, locale });
}

/** The same for the officers of the municipality, who see what was sent to them. */
export async function printCommunicationAtMunicipality(
  deps: CaseFileDeps,
  by: AtMunicipality,
  { id, locale }: { readonly id: string; readonly locale: Locale },
): Promise<Paper | undefined> {
  const file = await findForMunicipality(deps, by, id);
  const procedure = file && deps.procedures.findForm(file.procedure);
  if (file === undefined || procedure === undefined) return undefined;
  await noteReading(deps, file, { official: by.official, readerOfficeId: by.municipalityId });
  return communicationOf(deps, file, procedure, { as: principalOf(by.official), locale });
}

/** The communication as a file that goes with the letter; `id` names office and file. */
export const communicationAttachments = 'case-file-communication';

export function attachCommunication(deps: CaseFileDeps): AttachmentSource {
  return async ({ id, locale }) => {
    const [officeId = '', fileId = ''] = id.split('/');
    const paper = await printCommunication(deps, { officeId, id: fileId, as: asCaseFiles, locale });
    if (paper === undefined) throw new Error(`There is no communication of the file ${fileId}`);
    const content = await renderPdf(paper);
    return { is: 'file', file: { name: 'comunicazione.pdf', type: 'application/pdf', content } };
  };
}

async function communicationOf(
  deps: CaseFileDeps,
  file: CaseFile,
  procedure: FormProcedure,
  { as, locale }: { readonly as: Principal; readonly locale: Locale },
): Promise<Paper> {
  const answers = answersAsked(procedure.form, file.answers);
  const towns = await townsOf(procedure.form, answers, locale);
  const office = findOffice(file.officeId);
  const municipality = await findMunicipalOffice(file.municipalityId ?? '');
  const { documents, sendings } = await readSendings(deps, file, as);
  const parts = procedure.atMunicipality?.request?.(answers, {
    reachedOn: dayAt(file.submittedAt, office?.timeZone ?? 'UTC'),
    consulate: { name: office?.name[locale] ?? file.officeId, code: office?.anprCode ?? null },
    townName: (code) => towns.get(code) ?? code,
  });
  return communicationPaper(file, procedure, {
    municipality: municipality?.name[locale] ?? file.municipalityId ?? '',
    parts: parts ?? [],
    documents: listed(procedure.form, answers, inForce(documents, sendings)),
    locale,
    towns,
  });
}

async function readSendings(deps: CaseFileDeps, file: CaseFile, as: Principal) {
  return deps.db.transaction(as, async (tx) => ({
    documents: await listDocuments(tx, file.officeId, [file.id]),
    sendings: await listSendings(tx, file),
  }));
}

/** Documents under the titles of the form, in its order. */
function listed(form: ProcedureForm, answers: FormAnswers, documents: readonly Document[]): ListedDocument[] {
  const asked = documentsFor(form, answers);
  const place = ({ askedFor }: Document) => asked.findIndex(({ path }) => askedForOf(path) === askedFor);
  return documents
    .toSorted((one, other) => place(one) - place(other))
    .map((each) => {
      const found = asked[place(each)];
      return {
        title: found?.document.title,
        of: found === undefined ? '' : calledOf(found),
        name: each.name,
        sha256: each.sha256,
        erased: each.erasedAt !== null,
      };
    });
}

/** The municipalities that answers name, each once. */
async function townsOf(form: ProcedureForm, answers: FormAnswers, locale: Locale): Promise<TownNames> {
  const codes = new Set<string>();
  for (const { name: group, questions, repeats } of sectionsFor(form, answers)) {
    const entries = repeats === undefined ? [answers] : entriesOf(answers, group);
    for (const { name, kind } of questions)
      for (const entry of kind === 'municipality' ? entries : []) {
        const code = entry[name];
        if (typeof code === 'string' && code !== '') codes.add(code);
      }
  }
  const named = await Promise.all(
    [...codes].map(async (code) => {
      const found = (await findMunicipality(code))?.municipality;
      return [code, found === undefined ? code : `${found.name[locale]} (${found.province})`] as const;
    }),
  );
  return new Map(named);
}
