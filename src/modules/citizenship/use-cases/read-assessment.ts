import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import type { SavedAssessment } from '../domain/guide/saved.ts';
import { findAssessment } from '../store/guided-assessments.ts';
import { asLinkHolder, unsealAnswers } from './seal-answers.ts';

export interface OpenedAssessment extends SavedAssessment {
  readonly id: string;
  readonly accountId: string | null;
  readonly kept: boolean;
  readonly expiresAt: Temporal.Instant;
}

/** What a link opens; nothing where it was deleted or has expired. */
export async function readAssessment(
  { db, keys, now }: Deps,
  token: string,
): Promise<OpenedAssessment | undefined> {
  const row = await db.transaction(asLinkHolder, (tx) => findAssessment(tx, tokenHash(token), { at: now() }));
  if (row === undefined) return undefined;
  const { id, accountId, keptAt, expiresAt, sealed } = row;
  return { ...unsealAnswers(keys, token, id, sealed), id, accountId, kept: keptAt !== null, expiresAt };
}
