import type { Topic, topics } from '../../domain/guide/answers.ts';

/** Somebody of the family as sentences speak of them. */
export interface Who {
  /** The reader. */
  readonly you: boolean;
  /** `tuo padre`, `your father`. */
  readonly name: string;
  /** `di tuo padre`, `your father’s`. */
  readonly of: string;
  readonly female: boolean;
}

type ChoicesOf<T extends Topic> = (typeof topics)[T] extends {
  kind: 'choice';
  choices: readonly (infer Choice extends string)[];
}
  ? { readonly choices: Readonly<Record<Choice, string>> }
  : object;
type InsteadOf<T extends Topic> = (typeof topics)[T] extends { instead: string }
  ? { readonly instead: string }
  : object;

/** A question in plain words, why it is asked, and where its answer is found. */
export type QuestionWords<T extends Topic> = {
  readonly ask: (who: Who) => string;
  readonly why: string;
  readonly where: string;
} & ChoicesOf<T> &
  InsteadOf<T>;

export type AllQuestionWords = { readonly [T in Topic]: QuestionWords<T> };
