import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { actorOf, mayServe, type Official, principalOf } from '#platform/web/who.ts';
import type { SkipReason } from '../domain/skip-reason.ts';
import { findCaseFile } from '../store/case-files.ts';
import { lockOldestFile } from '../store/file-list.ts';
import { countBefore } from '../store/queue.ts';
import { advance } from './advance.ts';
import { type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import { type FileWork, type Refusal, type WorkRefusal, workOnFile, worksAt } from './file-work.ts';

/**
 * Takes the oldest file of the queue in charge (presa in carico): who comes first is served first, and of several
 * officials who ask at the same time each gets another one (CF-2).
 */
export async function takeNextFile(
  deps: CaseFileDeps,
  {
    official,
    officeId,
    key,
  }: { readonly official: Official; readonly officeId: string; readonly key: string },
): Promise<Outcome<{ id: string }, WorkRefusal>> {
  if (!mayServe(official, officeId)) return refused({ code: 'no_such_case_file' });
  if (!worksAt(official, officeId)) return refused({ code: 'not_of_this_office' });
  const at = deps.now();
  const attempt = { scope: official.officialId, key, wish: { nextFile: officeId }, at };
  return onceOrNothing<{ id: string }, Refusal>(deps, principalOf(official), attempt, async (tx) => {
    const id = await lockOldestFile(tx, officeId);
    const file = id === undefined ? undefined : await findCaseFile(tx, officeId, id);
    if (file === undefined) return refused({ code: 'queue_empty' });
    const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, 'take');
    if (!next.ok) return refused({ code: 'not_now' });
    await advance(tx, deps, file, { event: 'take', next: next.value, actor: actorOf(official), at });
    return granted({ id: file.id });
  });
}

/** Takes one file before others that came earlier, with the reason, which the history and a note keep. */
export async function takeFile(
  deps: CaseFileDeps,
  work: FileWork,
  { reason, text }: { readonly reason: SkipReason; readonly text: string },
): Promise<Outcome<{ id: string }, Refusal | KeyReused>> {
  return workOnFile(
    deps,
    work,
    { wish: { take: reason, text }, who: 'office' },
    async (tx, { file, step }) => {
      const before = file.state === 'submitted' ? (await countBefore(tx, file)) - 1 : 0;
      const holder = { formKey: work.key, accountId: null };
      const taken = await step('take', {
        facts: { skipped: before, reason },
        ...(text === '' ? {} : { message: { kind: 'internal_note', text, holder } as const }),
      });
      return taken.ok ? granted({ id: file.id }) : taken;
    },
  );
}
