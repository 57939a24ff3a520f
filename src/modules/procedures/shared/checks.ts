import { civilDate, plainDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { taxCodeFault } from '#kernel/tax-code.ts';
import {
  answerTo,
  type EntryAnswers,
  entriesOf,
  type FormAnswers,
  type FormCheck,
  type FormFacts,
} from '#modules/case-files/public.ts';
import { say } from './say.ts';

type Verdict = ReturnType<NonNullable<FormCheck['look']>>;

/** Fails as soon as one fails; only an official can tell where one could not be looked at. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('to_be_seen') ? 'to_be_seen' : 'holds';
}

/** Whole years between two days, as for an age. */
export function yearsBetween(from: string, until: string): number {
  return plainDate(civilDate(from)).until(plainDate(civilDate(until)), { largestUnit: 'years' }).years;
}

const question = (path: string) => ({ kind: 'question', path }) as const;
export const atQuestions = (...paths: readonly string[]) => paths.map(question);
export const atDocuments = (...paths: readonly string[]) =>
  paths.map((path) => ({ kind: 'document', path }) as const);

/** The address lies in the district of the office (competenza territoriale). */
export function liesInDistrict({ answers, officeOf, officeId }: FormFacts): Verdict {
  const country = answerTo(answers, 'country');
  const place = answerTo(answers, 'place');
  if (officeId === null || country === '' || place === '') return 'to_be_seen';
  const offices = officeOf(country, place);
  if (offices.length === 0) return 'to_be_seen';
  if (!offices.includes(officeId)) return 'fails';
  return offices.length === 1 ? 'holds' : 'to_be_seen';
}

export function fitsTaxCode(person: EntryAnswers): Verdict {
  const {
    tax_code: code = '',
    given_name: givenName = '',
    family_name: familyName = '',
    born_on = '',
  } = person;
  if (code === '') return 'holds';
  if (givenName === '' || familyName === '' || born_on === '') return 'to_be_seen';
  return taxCodeFault(code, { givenName, familyName, bornOn: born_on }) === undefined ? 'holds' : 'fails';
}

/** The answers of the person outside groups, to look at as at those of a family member. */
export function oneself(answers: FormAnswers): EntryAnswers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => (typeof answer === 'string' ? [[name, answer]] : [])),
  );
}

const samePerson = (one: EntryAnswers, other: EntryAnswers) =>
  one['born_on'] === other['born_on'] &&
  fold(one['family_name'] ?? '') === fold(other['family_name'] ?? '') &&
  fold(one['given_name'] ?? '') === fold(other['given_name'] ?? '');

export const taxCodeFits: FormCheck = {
  id: 'tax_code_fits',
  title: say('Il codice fiscale è di questa persona', 'The tax code is this person’s'),
  problem: say(
    'Il codice fiscale non va d’accordo con nome, cognome o data di nascita. Controlla se c’è un errore di battitura; se sulla tessera è proprio così, continua: l’ufficio lo verifica.',
    'The tax code does not agree with names or date of birth. Check for a typing mistake; if the card says exactly this, go on: the office looks into it.',
  ),
  about: atQuestions('tax_code', 'born_on', 'family_name', 'given_name'),
  weight: 'warns',
  look: ({ answers }) => fitsTaxCode(oneself(answers)),
};

export const familyTaxCodesFit: FormCheck = {
  id: 'family_tax_codes_fit',
  title: say('I codici fiscali sono dei familiari', 'The tax codes are the family members’'),
  problem: say(
    'Il codice fiscale di un familiare non va d’accordo con nome, cognome o data di nascita. Controllalo sulla tessera.',
    'The tax code of a family member does not agree with names or date of birth. Check it on the card.',
  ),
  about: atQuestions('family'),
  weight: 'warns',
  when: { name: 'family_with_me', is: ['yes'] },
  look: ({ answers }) => worst(entriesOf(answers, 'family').map(fitsTaxCode)),
};

export const everybodyOnce: FormCheck = {
  id: 'everybody_once',
  title: say('Nessuno è scritto due volte', 'Nobody is named twice'),
  problem: say(
    'La stessa persona è scritta due volte. Togli una delle due, o correggi il nome o la data di nascita.',
    'The same person is named twice. Remove one of the two, or correct the name or the date of birth.',
  ),
  about: atQuestions('family'),
  weight: 'stops',
  when: { name: 'family_with_me', is: ['yes'] },
  look({ answers }) {
    const all = [oneself(answers), ...entriesOf(answers, 'family')];
    const twice = all.some((one, index) => all.slice(index + 1).some((other) => samePerson(one, other)));
    return twice ? 'fails' : 'holds';
  },
};

export const atMostOneSpouse: FormCheck = {
  id: 'one_spouse',
  title: say('C’è al massimo un coniuge o unito civilmente', 'There is one spouse or civil partner at most'),
  problem: say(
    'Hai scritto più di un coniuge o unito civilmente. Controlla chi è ciascun familiare per te.',
    'You named more than one spouse or civil partner. Check who each family member is to you.',
  ),
  about: atQuestions('family'),
  weight: 'stops',
  when: { name: 'family_with_me', is: ['yes'] },
  look: ({ answers }) =>
    entriesOf(answers, 'family').filter(({ relationship }) =>
      ['spouse', 'civil_partner'].includes(relationship ?? ''),
    ).length > 1
      ? 'fails'
      : 'holds',
};

const older = ['parent', 'grandparent'];
const younger = ['child', 'grandchild'];

/** Parents are born before their children: what does not fit is mostly a year typed wrong, or the wrong relationship. */
export const generationsFit: FormCheck = {
  id: 'generations_fit',
  title: say('Le età vanno d’accordo con i legami', 'Ages agree with the relationships'),
  problem: say(
    'Un figlio risulta nato prima di un genitore. Controlla le date di nascita e i legami dei familiari.',
    'A child seems to be born before a parent. Check dates of birth and relationships of the family members.',
  ),
  about: atQuestions('family', 'born_on'),
  weight: 'stops',
  when: { name: 'family_with_me', is: ['yes'] },
  look({ answers }) {
    const own = answerTo(answers, 'born_on');
    return worst(
      entriesOf(answers, 'family').map(({ relationship = '', born_on: born = '' }): Verdict => {
        if (own === '' || born === '') return 'to_be_seen';
        if (older.includes(relationship)) return born < own ? 'holds' : 'fails';
        if (younger.includes(relationship)) return born > own ? 'holds' : 'fails';
        return 'holds';
      }),
    );
  },
};

/** What was sent can be read; only a look tells where the program could not. */
export const documentsReadable: FormCheck = {
  id: 'documents_readable',
  title: say('Tutti i documenti si leggono bene', 'All documents can be read well'),
  problem: say(
    'Un documento si legge male: rifai la foto con più luce e il foglio intero.',
    'A document is hard to read: take the picture again with more light and the whole sheet.',
  ),
  about: [],
  weight: 'warns',
  look: ({ documents }) =>
    worst(
      documents.map(
        ({ readable }): Verdict => (readable === null ? 'to_be_seen' : readable ? 'holds' : 'fails'),
      ),
    ),
};

export const documentNotExpired = (expiresOn: string, today: string): Verdict =>
  expiresOn === '' ? 'to_be_seen' : expiresOn >= today ? 'holds' : 'fails';

/** Lines that only the official can tick. */
export const signatureMatches: FormCheck = {
  id: 'signature_matches',
  title: say(
    'La firma sul modulo è quella del documento',
    'The signature on the form is that of the document',
  ),
  problem: say(
    'La firma sul modulo non somiglia a quella del documento: firma di nuovo come sul documento.',
    'The signature on the form is unlike that of the document: sign again as on the document.',
  ),
  about: atDocuments('signed_form', 'identity'),
  weight: 'warns',
};

export const proofShowsAddress: FormCheck = {
  id: 'proof_shows_address',
  title: say(
    'La prova di residenza mostra nome e indirizzo della domanda',
    'The proof of residence shows the name and address of the application',
  ),
  problem: say(
    'La prova di residenza non mostra il tuo nome o questo indirizzo: caricane un’altra.',
    'The proof of residence does not show your name or this address: upload another one.',
  ),
  about: [...atDocuments('proof_of_residence'), ...atQuestions('street')],
  weight: 'warns',
};

export const documentShowsPerson: FormCheck = {
  id: 'document_shows_person',
  title: say(
    'Il documento d’identità mostra i dati della domanda',
    'The identity document shows the data of the application',
  ),
  problem: say(
    'I dati sul documento sono diversi da quelli della domanda: correggi la domanda o spiega la differenza.',
    'The data on the document differ from those of the application: correct the application or explain the difference.',
  ),
  about: [...atDocuments('identity'), ...atQuestions('given_name', 'family_name', 'born_on')],
  weight: 'warns',
};
