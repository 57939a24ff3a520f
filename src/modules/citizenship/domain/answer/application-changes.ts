import type { ApplicationFacts, Facts } from '../facts/shape.ts';
import type { Judgement } from '../reasoning/verdict.ts';
import type { Candidate } from './candidate.ts';

/** Papers and declarations that the person can still get or make. */
export function applicationChanges(facts: Facts, { decisive }: Judgement): Candidate[] {
  const fresh = refiled(facts.application);
  const application = (changes: Partial<ApplicationFacts>): Facts => ({
    ...facts,
    application: { ...fresh, ...changes },
  });
  const candidates: Candidate[] = [];
  const add = (candidate: Candidate, ...rules: readonly string[]) => {
    if (rules.some((rule) => (decisive as readonly string[]).includes(rule))) candidates.push(candidate);
  };
  const oneIsMissing = ['BEN-3', 'BEN-9'].map((rule) => (decisive as readonly string[]).includes(rule));
  add(
    {
      facts: { ...facts, application: withoutDeclarations(facts.application) },
      tell: { kind: 'declaration', path: '/application/declarations' },
      explanation:
        oneIsMissing[0] && !oneIsMissing[1]
          ? theOtherParent
          : {
              it: 'Rendi di nuovo la dichiarazione, di persona e da chi deve, entro il termine.',
              en: 'Make the declaration again, in person and by those who must, within the term.',
            },
    },
    'BEN-3',
    'BEN-9',
    'TRANSIT-4',
    'TRANSIT-5',
    'REACQ-5',
    'REACQ-1',
    'REACQ-8',
    'REN-2',
  );
  add(
    {
      facts: application({ language: { certificate: 'PLIDA', level: 'B1' } }),
      tell: { kind: 'missing_document', path: '/application/language/certificate' },
      explanation: {
        it: 'Con un certificato di italiano B1 di uno dei cinque enti la domanda può riuscire.',
        en: 'With an Italian certificate of level B1 from one of the five bodies the application can succeed.',
      },
    },
    'MARR-11',
  );
  add(
    {
      facts: {
        ...facts,
        application: fresh,
        unions: facts.unions.map((union) => ({ ...union, transcribed_in_italy_on: facts.as_of })),
      },
      tell: { kind: 'missing_document', path: '/unions' },
      explanation: {
        it: 'Fai trascrivere l’atto in un Comune italiano e ripresenta la domanda: i pagamenti si riusano entro un anno.',
        en: 'Have the record transcribed at an Italian Comune and apply again: payments can be reused within one year.',
      },
    },
    'MARR-6',
    'MARR-18',
  );
  add(
    {
      facts: application({}),
      tell: { kind: 'missing_document', path: '/application/criminal_records' },
      explanation: {
        it: 'Ripresenta la domanda con i certificati penali di tutti i Paesi, rilasciati negli ultimi sei mesi.',
        en: 'Apply again with the criminal records of every country, issued in the last six months.',
      },
    },
    'MARR-13',
    'MARR-5',
  );
  add(
    {
      facts: {
        ...facts,
        application: fresh,
        unions: facts.unions.map((union) => ({ ...union, separate_address_reason_documented: true })),
      },
      tell: { kind: 'missing_document', path: '/unions' },
      explanation: {
        it: 'Documentate entrambi il motivo del domicilio separato.',
        en: 'Document, both of you, the reason for living apart.',
      },
    },
    'MARR-9',
  );
  add(
    {
      facts: { ...facts, application: { ...facts.application, documents_complete: true } },
      tell: { kind: 'missing_document', path: '/application/documents_complete' },
      explanation: {
        it: 'La domanda sarebbe valida se tutti i documenti erano già presenti quando è stata presentata.',
        en: 'The application would count if every document was already there when it was filed.',
      },
    },
    'DESC-DOC',
  );
  return candidates;
}

const theOtherParent = {
  it: 'Manca la dichiarazione di chi altro deve renderla: può farlo, di persona, entro il termine. Conta il giorno dell’ultima.',
  en: 'The declaration of the other person who must make it is missing: it can be made, in person, within the term. The day of the last one counts.',
};

/** The same application made on the day of the assessment, with the papers in order. */
function refiled(application: ApplicationFacts): ApplicationFacts {
  const {
    filed_at: _at,
    filed_on: _on,
    criminal_records: _records,
    decree: _decree,
    oath_on: _oath,
    ...rest
  } = application;
  return rest;
}

function withoutDeclarations(application: ApplicationFacts): ApplicationFacts {
  const { declarations: _declarations, ...rest } = application;
  return rest;
}
