import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Deps } from '#platform/deps.ts';
import type { FactCode } from '../domain/facts/refusal.ts';
import { isAnswer, parseKey } from '../domain/guide/answers.ts';
import { contradictions } from '../domain/guide/guide.ts';
import { draftFor, type SavedAssessment } from '../domain/guide/saved.ts';
import { findAssessment, saveAnswers } from '../store/guided-assessments.ts';
import { asLinkHolder, sealAnswers, unsealAnswers } from './seal-answers.ts';

export type AnswerRefusal =
  | { readonly code: 'no_such_assessment' }
  | { readonly code: 'not_an_answer' }
  | { readonly code: 'contradiction'; readonly because: FactCode };

/** The day whose law is applied: the one chosen, or today in Rome. */
export function lawDay(saved: SavedAssessment, now: Temporal.Instant): string {
  return saved.lawOf ?? dayAt(now, 'Europe/Rome');
}

/** Takes an answer, new or changed; the other answers stay. A private draft: no history of it outlives it. */
export async function answerQuestion(
  deps: Deps,
  { token, key, value }: { token: string; key: string; value: string },
): Promise<Outcome<null, AnswerRefusal>> {
  const question = parseKey(key);
  if (question === undefined || !isAnswer(question.topic, value)) return refused({ code: 'not_an_answer' });
  return changeAnswers(deps, token, (saved) => {
    const was = saved.answers[key];
    return {
      ...saved,
      answers: { ...saved.answers, [key]: value },
      ...(was !== undefined && was !== value && { change: { key, was } }),
    };
  });
}

/** Applies the law of another day (CZ-8); nothing means today’s. */
export async function chooseLawDay(
  deps: Deps,
  { token, lawOf }: { token: string; lawOf: string | undefined },
): Promise<Outcome<null, AnswerRefusal>> {
  return changeAnswers(deps, token, ({ answers }) => ({
    answers,
    ...(lawOf !== undefined && { lawOf }),
  }));
}

async function changeAnswers(
  { db, keys, now }: Deps,
  token: string,
  change: (saved: SavedAssessment) => SavedAssessment,
): Promise<Outcome<null, AnswerRefusal>> {
  const at = now();
  return db.transaction(asLinkHolder, async (tx) => {
    const row = await findAssessment(tx, tokenHash(token), { at, forChange: true });
    if (row === undefined) return refused({ code: 'no_such_assessment' });
    const next = change(unsealAnswers(keys, token, row.id, row.sealed));
    const [wrong] = contradictions(next.answers, lawDay(next, at));
    if (wrong !== undefined) return refused({ code: 'contradiction', because: wrong.code });
    const expiresAt = row.keptAt === null ? at.add(draftFor) : row.expiresAt;
    await saveAnswers(tx, { id: row.id, sealed: sealAnswers(keys, token, row.id, next), at, expiresAt });
    return granted(null);
  });
}
