import type { Locale } from '#kernel/locale.ts';
import type { Facts } from '../facts/shape.ts';

/** The smallest change found that would make the person eligible; checked by assessing the changed facts. */
export interface Counterfactual {
  readonly kind: 'earliest_date' | 'missing_document' | 'declaration' | 'different_fact';
  readonly explanation: string;
  readonly path?: string;
  readonly person?: string;
  readonly date?: string;
}

/** A change worth trying, and how it is told. */
export interface Candidate {
  readonly facts: Facts;
  readonly tell: Omit<Counterfactual, 'explanation'>;
  readonly explanation: Readonly<Record<Locale, string>>;
}
