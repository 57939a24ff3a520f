import type { Text } from '#kernel/locale.ts';

/** What a question takes; the kind decides the control, the check of what is typed, and how it is shown. */
export type FormQuestionKind =
  | 'text'
  | 'long_text'
  | 'date'
  | 'email'
  | 'phone'
  | 'tax_code'
  | 'country'
  | 'municipality'
  | 'yes_no'
  | 'choice';

/** Holds where the question of that name, in the same entry or else outside every group, was answered with one of these. */
export interface FormCondition {
  readonly name: string;
  readonly is: readonly string[];
}

/** A datum that the portal knows already and writes into the form; the person can change it. */
export type KnownDatum =
  | 'given_name'
  | 'family_name'
  | 'born_on'
  | 'birth_place'
  | 'tax_code'
  | 'email'
  | 'mobile'
  | 'country'
  | 'place';

export interface FormQuestion {
  readonly name: string;
  readonly kind: FormQuestionKind;
  readonly label: Text;
  readonly hint?: Text;
  readonly optional?: true;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
  readonly when?: FormCondition;
  /** Longest text in characters; 200 where nothing else is said, 2,000 for a long text. */
  readonly longest?: number;
  /** Days and ages only make sense on one side of today. */
  readonly must?: 'past' | 'future';
  readonly known?: KnownDatum;
  readonly autocomplete?: string;
}

/** A page of the form. One that repeats (gruppo ripetibile) is answered once for each person or thing. */
export interface FormSection {
  readonly name: string;
  readonly title: Text;
  readonly lead?: Text;
  readonly questions: readonly FormQuestion[];
  readonly when?: FormCondition;
  /** Who comes to this page has nothing to send: it says why, and no page follows. */
  readonly ends?: true;
  readonly repeats?: {
    readonly least: number;
    readonly most: number;
    /** Heading of an entry, before its number. */
    readonly one: Text;
    readonly add: Text;
    /** The questions whose answers name an entry in lists. */
    readonly calledBy: readonly string[];
  };
}

/** A document that a procedure asks for (allegato richiesto). */
export interface RequiredDocument {
  readonly name: string;
  readonly title: Text;
  /** What it has to show, in one or two sentences: the person and the clerk read the same. */
  readonly mustShow: readonly Text[];
  readonly when?: FormCondition;
  /** Asked once for every entry of the section of this name. */
  readonly forEach?: string;
  readonly optional?: true;
}

/** The reason for which offices often stop a file, as the person reads it: what is wrong and what to do. */
export interface KnownReason {
  readonly id: string;
  readonly text: Text;
  /** Where it is put right, as a path of the form or the name of a document. */
  readonly about?: FormTarget;
}

/** Answers of one entry, or of everything outside groups. */
export type EntryAnswers = Readonly<Record<string, string>>;
/** What was answered: by the name of the question, and for groups by the name of the section. */
export type FormAnswers = Readonly<Record<string, string | readonly EntryAnswers[]>>;

/** A place in the form: a question (`given_name`, `family/0/given_name`), or a document (`passport`, `identity/1`). */
export type FormTarget =
  | { readonly kind: 'question'; readonly path: string }
  | { readonly kind: 'document'; readonly path: string };

/** A document that lies with the form, as far as checks need it. */
export interface FiledDocument {
  readonly path: string;
  readonly name: string;
  readonly readable: boolean | null;
}

/** Everything that a check of the form may look at. */
export interface FormFacts {
  readonly answers: FormAnswers;
  readonly documents: readonly FiledDocument[];
  readonly today: string;
  /** The district of an office, so that checks can say whether an address lies in it. */
  readonly officeOf: (country: string, place: string) => readonly string[];
  readonly officeId: string | null;
  /** What the consular register says of the person. */
  readonly standing: {
    readonly consularRegister: boolean;
    readonly aire: boolean;
    /** In the register of which office the person is; the platform may know of none although there is one on paper. */
    readonly registerOf?: string;
  };
}

/** What a check found: it holds, it does not, or only an official can tell. */
export type CheckVerdict = 'holds' | 'fails' | 'to_be_seen';

/**
 * A line of the clerk’s checklist that is looked at while the person fills in, too: the same rule on both sides.
 */
export interface FormCheck {
  readonly id: string;
  /** As the clerk reads it on the checklist. */
  readonly title: Text;
  /** As the person reads it where it fails: what is wrong and what to do. */
  readonly problem: Text;
  readonly about: readonly FormTarget[];
  /** Whether a form in which it fails may be sent. */
  readonly weight: 'stops' | 'warns';
  readonly law?: string;
  readonly when?: FormCondition;
  /** Without it only the official can tell. */
  readonly look?: (facts: FormFacts) => CheckVerdict;
}

/** What a form turns out to be: the other procedure, why, and everything typed as that one asks for it. */
export interface OtherProcedure {
  readonly procedure: string;
  readonly because: Text;
  readonly answers: FormAnswers;
}

/** The form of a procedure: pages, documents, checks, and the reasons that offices know. */
export interface ProcedureForm {
  readonly title: Text;
  readonly summary: Text;
  readonly sections: readonly FormSection[];
  readonly documents: readonly RequiredDocument[];
  readonly checks: readonly FormCheck[];
  readonly reasonsToCorrect: readonly KnownReason[];
  readonly reasonsToReject: readonly KnownReason[];
  /** Where the answers show that the person needs another procedure: they go on there with what they typed. */
  readonly becomes?: (facts: FormFacts) => OtherProcedure | undefined;
  /** The entry that the person must have to start it (CF-10). */
  readonly needs: 'account' | 'consular_register' | 'aire';
  /** Whether the municipality of origin has a part in it, and which one it is. */
  readonly municipality?: (answers: FormAnswers) => string | undefined;
  /** The office that deals with it, where it is not the responsible office of the person. */
  readonly office?: (answers: FormAnswers, responsible: string | null) => string | null;
}
