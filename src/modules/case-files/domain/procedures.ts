import { correctionLifecycle, questionLifecycle } from './case-file-lifecycle.ts';
import type { FormProcedure, Procedure, Term } from './procedure.ts';

/** Thirty days where no other term is set. */
const generalTerm = { days: 30, law: 'L. 241/1990, art. 2', suspendedAtMost: 30 } as const;

/** Technical help (assistenza tecnica): also for those who cannot sign in, because that may be the problem. */
const technicalHelp = {
  id: 'technical-help',
  openTo: 'everybody',
  office: 'chosen',
  questions: [],
  leastDocuments: 0,
  lifecycle: questionLifecycle,
  term: generalTerm,
  keeping: { months: 12, because: 'help_history' },
} as const satisfies Procedure;

/** A question about a service (richiesta di informazioni), to the office that deals with it. */
const question = {
  id: 'question',
  openTo: 'everybody',
  office: 'chosen',
  questions: [],
  leastDocuments: 0,
  lifecycle: questionLifecycle,
  term: generalTerm,
  keeping: { months: 12, because: 'help_history' },
} as const satisfies Procedure;

/** Correction of identity data (rettifica dei dati anagrafici, GDPR art. 16): with proof, by the responsible office. */
const identityCorrection = {
  id: 'identity-correction',
  openTo: 'account_holders',
  office: 'responsible',
  first: { name: 'datum', values: ['name', 'birth_date', 'birth_place', 'tax_code', 'email'] },
  questions: [
    { name: 'given_name', kind: 'text', when: { name: 'datum', is: ['name'] } },
    { name: 'family_name', kind: 'text', when: { name: 'datum', is: ['name'] } },
    { name: 'born_on', kind: 'date', when: { name: 'datum', is: ['birth_date'] } },
    { name: 'birth_place', kind: 'text', when: { name: 'datum', is: ['birth_place'] } },
    { name: 'tax_code', kind: 'tax_code', when: { name: 'datum', is: ['tax_code'] } },
    {
      name: 'new_tax_code',
      kind: 'tax_code',
      optional: true,
      when: { name: 'datum', is: ['name', 'birth_date'] },
    },
    { name: 'email', kind: 'email', when: { name: 'datum', is: ['email'] } },
  ],
  leastDocuments: 1,
  lifecycle: correctionLifecycle,
  term: { days: 30, law: 'Reg. (UE) 2016/679, art. 12, par. 3', suspendedAtMost: 0 },
  keeping: { months: 60, because: 'proof_of_correction' },
} as const satisfies Procedure;

/** The plain requests, which this module brings itself; others are defined above it. */
export const procedures = [technicalHelp, question, identityCorrection] as const;
export type ProcedureId = (typeof procedures)[number]['id'];
export type QuestionName = (typeof identityCorrection)['questions'][number]['name'];

/** A plain request, whose term is always one that the law gives. */
export type PlainRequest = Procedure & { readonly id: ProcedureId; readonly term: Term };

export function findProcedure(id: string): PlainRequest | undefined {
  return procedures.find((each) => each.id === id);
}

export function procedureOf(id: ProcedureId): PlainRequest {
  const found = findProcedure(id);
  if (found === undefined) throw new Error(`No procedure ${id}`);
  return found;
}

export function isFormProcedure(procedure: Procedure): procedure is FormProcedure {
  return 'form' in procedure;
}
