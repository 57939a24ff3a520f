import type { Text } from '#kernel/locale.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import {
  type Delegated,
  delegationsInForce,
  type OfferRefusal,
  offerDelegation,
} from '#modules/identity/public.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { type CaseFile, isCaseFileId, protocolText } from '../domain/case-file.ts';
import { isOpen } from '../domain/case-file-lifecycle.ts';
import type { FormDraft } from '../domain/draft.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { findOwnCaseFile, listOwnCaseFiles } from '../store/case-files.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { openDraft } from './drafts.ts';
import { viewStart } from './see-start.ts';
import type { missingEntry } from './send-form.ts';

/** Something that a person may delegate: a procedure with a form, or one open file of it. */
export interface Delegable {
  readonly what: Delegated;
  readonly title: Text;
  readonly protocol: string | null;
}

const titleOfFile = (procedure: FormProcedure, protocol: string): Text => ({
  it: `${procedure.form.title.it}, pratica n. ${protocol}`,
  en: `${procedure.form.title.en}, file no. ${protocol}`,
});

function delegableFile({ procedures }: CaseFileDeps, file: CaseFile): Delegable | undefined {
  const procedure = procedures.findForm(file.procedure);
  if (procedure === undefined || file.protocol === null || !isOpen(file.state)) return undefined;
  const protocol = protocolText(file.protocol);
  return { what: { kind: 'file', caseFileId: file.id }, title: procedure.form.title, protocol };
}

/** What a person can delegate now. */
export async function listDelegable(deps: CaseFileDeps, accountId: string): Promise<Delegable[]> {
  const files = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    listOwnCaseFiles(tx, accountId),
  );
  return [
    ...deps.procedures.withForm.map(({ id, form }) => ({
      what: { kind: 'procedure', procedure: id } as const,
      title: form.title,
      protocol: null,
    })),
    ...files.flatMap((file) => delegableFile(deps, file) ?? []),
  ];
}

/** A person delegates one procedure or one open file of their own; nothing else can be delegated (CE-10). */
export async function entrust(
  deps: CaseFileDeps,
  {
    accountId,
    what,
    ...offer
  }: {
    readonly accountId: string;
    readonly what: Delegated;
    readonly email: string;
    readonly lastDay: string;
    readonly key: string;
  },
): Promise<Outcome<{ id: string }, OfferRefusal | KeyReused | { readonly code: 'nothing_such' }>> {
  const title = await titleFor(deps, accountId, what);
  if (title === undefined) return refused({ code: 'nothing_such' });
  return offerDelegation(deps, { ownerId: accountId, what, title, ...offer });
}

async function titleFor(deps: CaseFileDeps, accountId: string, what: Delegated): Promise<Text | undefined> {
  if (what.kind === 'procedure') return deps.procedures.findForm(what.procedure)?.form.title;
  if (!isCaseFileId(what.caseFileId)) return undefined;
  const file = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findOwnCaseFile(tx, accountId, what.caseFileId),
  );
  const found = file && delegableFile(deps, file);
  const procedure = file && deps.procedures.findForm(file.procedure);
  if (procedure === undefined || found?.protocol == null) return undefined;
  return titleOfFile(procedure, found.protocol);
}

export type BeginRefusal =
  | { readonly code: 'no_such_delegation' }
  | { readonly code: NonNullable<ReturnType<typeof missingEntry>> };

/** A delegate begins the delegated form for the person, or takes up the one that was begun. */
export async function beginForOwner(
  deps: CaseFileDeps,
  { delegationId, actingId }: { readonly delegationId: string; readonly actingId: string },
): Promise<Outcome<FormDraft, BeginRefusal>> {
  const inForce = await delegationsInForce(deps, actingId);
  const delegation = inForce.find(({ id }) => id === delegationId);
  const procedure =
    delegation?.what.kind === 'procedure' ? deps.procedures.findForm(delegation.what.procedure) : undefined;
  if (delegation === undefined || procedure === undefined) return refused({ code: 'no_such_delegation' });
  const accountId = delegation.ownerId;
  const { entry } = await viewStart(deps, { procedure, accountId });
  if (entry !== undefined) return refused({ code: entry });
  return { ok: true, value: await openDraft(deps, { accountId, actingId, procedure }) };
}
