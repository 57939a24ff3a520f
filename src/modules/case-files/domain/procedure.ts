import type { Text } from '#kernel/locale.ts';
import type { CaseFileLifecycle } from './case-file-lifecycle.ts';
import type { ProcedureForm } from './form.ts';

/** One question of a procedure; its words stand by its name in the words of the module. */
export interface CaseQuestion {
  readonly name: string;
  readonly kind: 'text' | 'date' | 'email' | 'tax_code';
  readonly optional?: true;
  /** Asked only where the answer before is this one. */
  readonly when?: { readonly name: string; readonly is: readonly string[] };
}

/** A choice on which the rest of the form depends: it is made first. */
export interface CaseChoice {
  readonly name: string;
  readonly values: readonly string[];
}

/** By when the office has to answer (termine), with its article. */
export interface Term {
  readonly days: number;
  readonly law: string;
  /** Days that pass while the office waits for the person, of which at most so many count out. */
  readonly suspendedAtMost: number;
}

/** How long a closed file is kept, in months, and why. */
export interface Keeping {
  readonly months: number;
  readonly because: 'help_history' | 'proof_of_correction' | 'proof_of_registration';
}

/**
 * A procedure is a definition that the general machine runs: what it asks, what has to be attached, the life of its
 * files, the desk that deals with them, its term.
 */
export interface Procedure {
  readonly id: string;
  /** Who may start it; others are asked to sign in. */
  readonly openTo: 'everybody' | 'account_holders';
  /** The responsible office of the person, or the one that the person chooses. */
  readonly office: 'responsible' | 'chosen';
  readonly first?: CaseChoice;
  readonly questions: readonly CaseQuestion[];
  /** Documents that have to come with it. */
  readonly leastDocuments: number;
  readonly lifecycle: CaseFileLifecycle;
  /** None where no source gives one: then the time that passed is shown alone. */
  readonly term: Term | null;
  readonly keeping: Keeping;
}

/** A procedure with a form of pages, documents and checks (procedimento a istanza), which a folder of its own defines. */
export interface FormProcedure extends Procedure {
  /** The service of the catalogue whose page leads here. */
  readonly serviceId: string;
  readonly form: ProcedureForm;
  /** A person has at most one open file of the same key. */
  readonly openKey: string;
  /** Where people read what the law says of it. */
  readonly law: readonly string[];
  /** What each state means in this procedure, where that differs from what it means in general. */
  readonly stateTexts?: Readonly<Record<string, Text>>;
}

export type Answers = Readonly<Record<string, string>>;

/** The questions that are asked, given what was answered so far: the path through the form follows from the answers. */
export function questionsFor({ questions }: Procedure, answers: Answers): CaseQuestion[] {
  return questions.filter(({ when }) => when === undefined || when.is.includes(answers[when.name] ?? ''));
}
