import type { Text } from '#kernel/locale.ts';
import type { CaseFileLifecycle } from './case-file-lifecycle.ts';
import type { FormAnswers, ProcedureForm } from './form.ts';
import type { DeclaredPerson } from './registry-comparison.ts';

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
  readonly atMunicipality?: MunicipalPart;
}

/** A reminder to a municipality (sollecito): after how many days, and who gets it. */
export interface Reminder {
  readonly afterDays: number;
  /** Certified mail where the reminder has to be provable. */
  readonly channel: 'mail' | 'pec';
  /** Whether the official of the consulate who has the file is told by mail, too. */
  readonly tellsConsulate: boolean;
}

/** One group of the data that a municipality registers, with the registry’s own codes. */
export interface RequestPart {
  readonly title: Text;
  readonly rows: readonly { readonly label: Text; readonly value: string }[];
}

/** The municipality’s part in a procedure, where it is not the usual one. */
export interface MunicipalPart {
  /** When a municipality that has not decided is reminded. */
  readonly reminders?: readonly Reminder[];
  /** Days after a confirmation on which it is told that the registry does not show it. */
  readonly recordChecks?: readonly number[];
  /** The changes of the registry that end a file by themselves. */
  readonly shownBy?: readonly ('aire_registration' | 'address_abroad')[];
  /** The people whom the form is about in the registry’s terms, the applicant first. */
  readonly declares?: (answers: FormAnswers) => readonly DeclaredPerson[];
  /** What it registers, in the order and with the codes of the national registry. */
  readonly request?: (
    answers: FormAnswers,
    about: {
      /** When the declaration reached the consulate, as a day of the office. */
      readonly reachedOn: string;
      readonly consulate: { readonly name: string; readonly code: string | null };
      readonly townName: (code: string) => string;
    },
  ) => readonly RequestPart[];
}

export type Answers = Readonly<Record<string, string>>;

/** The questions that are asked, given what was answered so far: the path through the form follows from the answers. */
export function questionsFor({ questions }: Procedure, answers: Answers): CaseQuestion[] {
  return questions.filter(({ when }) => when === undefined || when.is.includes(answers[when.name] ?? ''));
}
