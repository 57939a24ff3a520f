import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { draftFor, type SavedAssessment } from '../domain/guide/saved.ts';
import { insertAssessment } from '../store/guided-assessments.ts';
import { asLinkHolder, sealAnswers } from './seal-answers.ts';

/**
 * The secret of a new link. The same browser with the same form gets the same one, so that a second click starts
 * nothing else; another browser never does.
 */
export function linkFor({ keys }: Deps, browser: string, formKey: string): string {
  return keys.hash('citizenship-link', `${browser} ${formKey}`);
}

/** Begins a guided assessment under a link, empty or as a copy of another. */
export async function startAssessment(
  { db, keys, now }: Deps,
  { token, saved = { answers: {} } }: { token: string; saved?: SavedAssessment },
): Promise<void> {
  const at = now();
  const id = crypto.randomUUID();
  await db.transaction(asLinkHolder, async (tx) => {
    const sealed = sealAnswers(keys, token, id, saved);
    const isNew = await insertAssessment(tx, {
      id,
      tokenHash: tokenHash(token),
      sealed,
      at,
      expiresAt: at.add(draftFor),
    });
    const subject = { kind: 'guided-assessment', id };
    if (isNew) await record(tx, { type: 'assessment.started', subject, actor: { kind: 'visitor' }, at });
  });
}
