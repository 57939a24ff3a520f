import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type NewEmailRefusal, proveNewEmail, sendNewEmailCode } from '#modules/identity/public.ts';
import type { Actor } from '#platform/event-log/record.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { answerOf, writeAgainFor } from '../domain/case-file.ts';
import { isOpen, writingAsPerson } from '../domain/case-file-lifecycle.ts';
import { findCaseFile } from '../store/case-files.ts';
import { findDraftOf } from '../store/drafts.ts';
import { advance } from './advance.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import { eraseDraft } from './drafts.ts';
import { findForReader, isReadersOwn, type Reader } from './see-case-files.ts';

export type PersonRefusal =
  | { readonly code: 'no_such_case_file' }
  /** It is over, or the office has it in charge already. */
  | { readonly code: 'too_late' }
  | KeyReused;

const actorOf = (reader: Reader): Actor =>
  reader.kind === 'citizen' ? { kind: 'citizen', id: reader.accountId } : { kind: 'visitor' };

interface PersonStep {
  readonly reader: Reader;
  readonly id: string;
  readonly key: string;
}

/** The person writes to the office: while it waits for them, this is the reply that lets it go on. */
export async function writeAsPerson(
  deps: CaseFileDeps,
  { reader, id, key, text }: PersonStep & { text: string },
): Promise<Outcome<{ id: string }, PersonRefusal>> {
  return step(deps, { reader, id, key }, { write: text }, (state) => writingAsPerson(state), text);
}

/** The person gives the request up (annullamento), until an official has taken it in charge. */
export async function cancelCaseFile(
  deps: CaseFileDeps,
  asked: PersonStep,
): Promise<Outcome<{ id: string }, PersonRefusal>> {
  return step(deps, asked, { cancel: true }, () => 'cancel');
}

type PersonEvent = 'cancel' | ReturnType<typeof writingAsPerson>;

async function step(
  deps: CaseFileDeps,
  { reader, id, key }: PersonStep,
  wish: object,
  eventFor: (state: Parameters<typeof writingAsPerson>[0]) => PersonEvent,
  text?: string,
): Promise<Outcome<{ id: string }, PersonRefusal>> {
  const at = deps.now();
  const seen = await findForReader(deps, reader, id);
  if (seen === undefined) return refused({ code: 'no_such_case_file' });
  const accountId = reader.kind === 'citizen' ? reader.accountId : null;
  const scope = accountId ?? `case-file:${id}`;
  return onceOrNothing<{ id: string }, Exclude<PersonRefusal, KeyReused>>(
    deps,
    asCaseFiles,
    { scope, key, wish: { id, ...wish }, at },
    async (tx) => {
      const file = await findCaseFile(tx, seen.officeId, id, { forChange: true });
      if (file === undefined || !(await isReadersOwn(tx, deps, reader, file)))
        return refused({ code: 'no_such_case_file' });
      const event = eventFor(file.state);
      const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, event);
      if (!next.ok) return refused({ code: 'too_late' });
      const answered = event === 'write_again' ? file.closedAt : null;
      if (
        answered !== null &&
        Temporal.Instant.compare(answered.add({ hours: writeAgainFor.days * 24 }), at) < 0
      ) {
        return refused({ code: 'too_late' });
      }
      await advance(tx, deps, file, {
        event,
        next: next.value,
        actor: actorOf(reader),
        at,
        ...(text === undefined
          ? {}
          : { message: { kind: 'message', text, holder: { formKey: key, accountId } } as const }),
      });
      // A correction that was begun ends with the file.
      const begun =
        event === 'cancel' && file.accountId !== null
          ? await findDraftOf(tx, file.accountId, { caseFileId: id })
          : undefined;
      if (begun !== undefined) await eraseDraft(tx, begun);
      return granted({ id });
    },
  );
}

/** The code of the new address, for a correction of the e-mail address. */
export async function proveEmailOf(
  deps: CaseFileDeps,
  { accountId, id, code }: { accountId: string; id: string; code: string },
): Promise<Outcome<null, { code: 'no_such_case_file' | 'wrong_code' }>> {
  const file = await findForReader(deps, { kind: 'citizen', accountId }, id);
  if (file === undefined || answerOf(file, 'datum') !== 'email' || !isOpen(file.state))
    return refused({ code: 'no_such_case_file' });
  return proveNewEmail(deps, { accountId, code });
}

/** Sends another code to the new address. */
export async function resendEmailCode(
  deps: CaseFileDeps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<null, { code: 'no_such_case_file' } | NewEmailRefusal>> {
  const file = await findForReader(deps, { kind: 'citizen', accountId }, id);
  const email = file === undefined ? '' : answerOf(file, 'email');
  if (file === undefined || email === '' || !isOpen(file.state))
    return refused({ code: 'no_such_case_file' });
  return deps.db.transaction(asCaseFiles, (tx) => sendNewEmailCode(tx, deps, { accountId, email }));
}
