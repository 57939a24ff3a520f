import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { followCorrection } from '#modules/appointments/public.ts';
import { type CorrectionRefusal, correctIdentity, findApplicants } from '#modules/identity/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import type { CaseFile, MessageKind } from '../domain/case-file.ts';
import { requestedCorrection } from '../domain/requested-correction.ts';
import { findCaseFile, saveEmailOf } from '../store/case-files.ts';
import { countOpenOf, listOpenOf, lockOldest, type QueueLine } from '../store/queue.ts';
import { advance } from './advance.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import { findForOfficial } from './see-case-files.ts';

export type { QueueLine };

/** An official at work at an office; the web has checked the role, the policies check the office again. */
export interface Handling {
  readonly official: Official;
  readonly officeId: string;
}

/** What an official does with a file that is in hand. */
export const handlings = ['take', 'put_back', 'write', 'ask', 'answer', 'correct', 'reject'] as const;
export type HandlingKind = (typeof handlings)[number];

/** Handlings that need words, and what kind of message they become. */
export const messageOf: Partial<Record<HandlingKind, MessageKind>> = {
  write: 'message',
  ask: 'request_for_more',
  answer: 'answer',
  reject: 'rejection',
};

export type HandlingRefusal =
  | { readonly code: 'no_such_case_file' }
  /** Somebody has done it already, or it does not fit the state. */
  | { readonly code: 'not_now' }
  | { readonly code: 'queue_empty' }
  | CorrectionRefusal
  | KeyReused;

/** What an office still has to do, the oldest first. */
export function listOpenFiles({ db }: CaseFileDeps, { official, officeId }: Handling): Promise<QueueLine[]> {
  return db.transaction(principalOf(official), (tx) => listOpenOf(tx, officeId, 200));
}

export function countOpenFiles({ db }: Pick<CaseFileDeps, 'db'>, { official, officeId }: Handling) {
  return db.transaction(principalOf(official), (tx) => countOpenOf(tx, officeId));
}

/** Takes the oldest file of the queue in charge (presa in carico): who comes first is served first. */
export async function takeNext(
  deps: CaseFileDeps,
  { official, officeId }: Handling,
  key: string,
): Promise<Outcome<{ id: string }, HandlingRefusal>> {
  const at = deps.now();
  const attempt = { scope: official.officialId, key, wish: { next: officeId }, at };
  return onceOrNothing<{ id: string }, Exclude<HandlingRefusal, KeyReused>>(
    deps,
    principalOf(official),
    attempt,
    async (tx) => {
      const id = await lockOldest(tx, officeId);
      const file = id === undefined ? undefined : await findCaseFile(tx, officeId, id);
      if (file === undefined) return refused({ code: 'queue_empty' });
      const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, 'take');
      if (!next.ok) return refused({ code: 'not_now' });
      await advance(tx, deps, file, { event: 'take', next: next.value, actor: actorOf(official), at });
      return granted({ id: file.id });
    },
  );
}

/** Takes in charge, puts back, writes, asks for more, answers, corrects, or rejects with reasons. */
export async function handleCaseFile(
  deps: CaseFileDeps,
  { official, officeId }: Handling,
  { id, kind, text = '', key }: { id: string; kind: HandlingKind; text?: string; key: string },
): Promise<Outcome<{ id: string }, HandlingRefusal>> {
  const at = deps.now();
  const as = principalOf(official);
  const seen = await findForOfficial(deps, { as, officeId }, id);
  if (seen === undefined) return refused({ code: 'no_such_case_file' });
  if (kind === 'correct' && !(await isResponsible(deps, official, seen))) {
    return refused({ code: 'no_such_account' });
  }
  const attempt = { scope: official.officialId, key, wish: { id, kind, text }, at };
  return onceOrNothing<{ id: string }, Exclude<HandlingRefusal, KeyReused>>(
    deps,
    asCaseFiles,
    attempt,
    async (tx) => {
      const file = await findCaseFile(tx, officeId, id, { forChange: true });
      if (file === undefined) return refused({ code: 'no_such_case_file' });
      const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, kind);
      if (!next.ok) return refused({ code: 'not_now' });
      const corrected = kind === 'correct' ? await correct(tx, deps, file, official) : granted(file);
      if (!corrected.ok) return corrected;
      const message = messageOf[kind];
      await advance(tx, deps, corrected.value, {
        event: kind,
        next: next.value,
        actor: actorOf(official),
        at,
        ...(message === undefined
          ? {}
          : { message: { kind: message, text, holder: { formKey: key, accountId: null } } }),
      });
      return granted({ id });
    },
  );
}

/** Whether the account is still this office's: the person may have moved, and then the data are another's to correct. */
async function isResponsible(
  { db }: CaseFileDeps,
  official: Official,
  { accountId, officeId }: CaseFile,
): Promise<boolean> {
  if (accountId === null) return false;
  const visible = await db.transaction(principalOf(official), (tx) => findApplicants(tx, [accountId]));
  return visible[0]?.officeId === officeId;
}

/** Writes the correction down, and what hangs on it: live appointments, the address of the letters. */
async function correct(
  tx: Tx,
  deps: CaseFileDeps,
  file: CaseFile,
  official: Official,
): Promise<Outcome<CaseFile, CorrectionRefusal>> {
  const { accountId } = file;
  if (accountId === null) return refused({ code: 'no_such_account' });
  const correction = requestedCorrection(file.answers);
  const outcome = await correctIdentity(tx, deps, {
    accountId,
    correction,
    by: actorOf(official),
    reason: `case-file:${file.id}`,
  });
  if (!outcome.ok) return outcome;
  await followCorrection(tx, { accountId, ...outcome.value });
  if (correction.datum !== 'email') return granted(file);
  const { email } = correction;
  await saveEmailOf(tx, accountId, {
    email,
    emailKey: deps.keys.hash('case-file-email', email.toLowerCase()),
  });
  return granted({ ...file, email });
}
