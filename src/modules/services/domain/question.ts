import type { Text } from '#kernel/locale.ts';

interface QuestionBase {
  /** Stable, snake_case: answers are kept under it. */
  readonly id: string;
  readonly required: boolean;
  readonly label: Text;
  readonly hint?: Text;
}

/** One thing that an office asks when somebody books a service. */
export type Question = QuestionBase &
  (
    | { readonly kind: 'text' }
    | { readonly kind: 'yes_no' }
    | { readonly kind: 'date' }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  );

export interface Choice {
  readonly value: string;
  readonly label: Text;
}
