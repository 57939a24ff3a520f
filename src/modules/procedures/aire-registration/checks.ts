import { answerTo, entriesOf, type FormCheck } from '#modules/case-files/public.ts';
import {
  atDocuments,
  atMostOneSpouse,
  atQuestions,
  documentNotExpired,
  documentShowsPerson,
  documentsReadable,
  everybodyOnce,
  familyTaxCodesFit,
  generationsFit,
  liesInDistrict,
  proofShowsAddress,
  signatureMatches,
  taxCodeFits,
  worst,
} from '../shared/checks.ts';
import { agesArePossible, declaredInTime, documentValid } from '../shared/day-checks.ts';
import { say } from '../shared/say.ts';
import { municipalityOfOrigin } from './municipality-of-origin.ts';

const mustRegister: FormCheck = {
  id: 'must_register',
  title: say('La persona deve iscriversi all’AIRE', 'The person has to register with AIRE'),
  problem: say(
    'Con questa risposta non devi iscriverti: non c’è niente da inviare. Se la tua situazione è un’altra, cambia la risposta.',
    'With this answer you need not register: there is nothing to send. If your situation is another one, change the answer.',
  ),
  about: atQuestions('stay'),
  weight: 'stops',
  law: 'L. 470/1988, art. 1',
  look: ({ answers }) => {
    const stay = answerTo(answers, 'stay');
    return stay === '' ? 'to_be_seen' : stay === 'long' ? 'holds' : 'fails';
  },
};

const inDistrict: FormCheck = {
  id: 'address_in_district',
  title: say(
    'L’indirizzo è nella circoscrizione dell’ufficio',
    'The address lies in the district of the office',
  ),
  problem: say(
    'Questo indirizzo è nella circoscrizione di un altro ufficio. Correggi la città o, se ti sei trasferito, cambia prima il tuo ufficio nel profilo: la bozza resta com’è.',
    'This address lies in the district of another office. Correct the town or, if you have moved, first change your office in your profile: the draft stays as it is.',
  ),
  about: atQuestions('country', 'place'),
  weight: 'stops',
  law: 'L. 470/1988, art. 6',
  look: liesInDistrict,
};

const arrivedAfterBirth: FormCheck = {
  id: 'arrival_after_birth',
  title: say('La data di arrivo è possibile', 'The date of arrival is possible'),
  problem: say(
    'La data di arrivo viene prima della nascita o dopo oggi. Controllala.',
    'The date of arrival is before the birth or after today. Check it.',
  ),
  about: atQuestions('arrived_on'),
  weight: 'stops',
  look: ({ answers, today }) => {
    const arrived = answerTo(answers, 'arrived_on');
    const born = answerTo(answers, 'born_on');
    if (arrived === '' || born === '') return 'to_be_seen';
    return arrived <= today && arrived >= born ? 'holds' : 'fails';
  },
};

const familyDocumentsValid: FormCheck = {
  id: 'family_documents_valid',
  title: say('I documenti dei familiari non sono scaduti', 'The family members’ documents have not expired'),
  problem: say(
    'Il documento di un familiare è scaduto. Se ce n’è un altro valido, usa quello.',
    'The document of a family member has expired. If there is another valid one, use that.',
  ),
  about: atQuestions('family'),
  weight: 'warns',
  when: { name: 'family_with_me', is: ['yes'] },
  look: ({ answers, today }) =>
    worst(
      entriesOf(answers, 'family').map((each) =>
        documentNotExpired(each['document_expires_on'] ?? '', today),
      ),
    ),
};

const everyMemberProved: FormCheck = {
  id: 'family_has_documents',
  title: say('Ogni familiare ha il suo documento', 'Every family member has a document'),
  problem: say(
    'Manca il documento d’identità di un familiare. Caricalo, o togli il familiare dalla domanda.',
    'The identity document of a family member is missing. Upload it, or take the member out of the application.',
  ),
  about: atQuestions('family'),
  weight: 'stops',
  when: { name: 'family_with_me', is: ['yes'] },
  look: ({ answers, documents }) =>
    entriesOf(answers, 'family').every((_, index) =>
      documents.some(({ path }) => path === `family_identity/${index}`),
    )
      ? 'holds'
      : 'fails',
};

const spouseIsSpouse: FormCheck = {
  id: 'spouse_and_status',
  title: say('Coniuge e stato civile vanno d’accordo', 'Spouse and marital status agree'),
  problem: say(
    'Tra i familiari c’è un coniuge o un unito civilmente, ma il tuo stato civile dice altro. Correggi uno dei due.',
    'There is a spouse or civil partner among the family, but your marital status says otherwise. Correct one of the two.',
  ),
  about: atQuestions('marital_status', 'family'),
  weight: 'stops',
  when: { name: 'family_with_me', is: ['yes'] },
  look: ({ answers }) => {
    const family = entriesOf(answers, 'family').map(({ relationship }) => relationship);
    const status = answerTo(answers, 'marital_status');
    if (status === '') return 'to_be_seen';
    const unlike =
      (family.includes('spouse') && status !== 'married') ||
      (family.includes('civil_partner') && status !== 'civil_union');
    return unlike ? 'fails' : 'holds';
  },
};

const municipalityFollows: FormCheck = {
  id: 'municipality_follows',
  title: say('Il comune è quello che le regole indicano', 'The municipality is the one that the rules give'),
  problem: say(
    'Le regole danno un altro comune: chi non ha mai abitato in Italia va nel comune che conserva il suo atto di nascita. Se ci hai abitato, scegli quella frase; altrimenti continua e la pratica va al comune dell’atto.',
    'The rules give another municipality: whoever never lived in Italy goes to the one that keeps the birth record. If you lived there, choose that sentence; otherwise go on, and the file goes to the municipality of the record.',
  ),
  about: atQuestions('tie', 'tie_municipality'),
  weight: 'warns',
  law: 'L. 470/1988, art. 2',
  when: { name: 'reason', is: ['born_abroad', 'became_italian', 'other'] },
  look: ({ answers }) => {
    const origin = municipalityOfOrigin(answers);
    const tie = answerTo(answers, 'tie');
    if (origin === undefined || tie === '') return 'to_be_seen';
    if (tie === 'birth_act' || tie === 'residence') return 'holds';
    return origin.way === 'birth_act' ? 'fails' : 'holds';
  },
};

const municipalityIsKnown: FormCheck = {
  id: 'municipality_known',
  title: say('Si sa a quale comune va la pratica', 'The municipality of the file is known'),
  problem: say(
    'Hai scelto l’atto di nascita, ma non dici in quale comune è. Scrivilo nella pagina dell’atto, o scegli la frase dopo.',
    'You chose the birth record, but do not say in which municipality it is. Write it on the page of the record, or choose the next sentence.',
  ),
  about: atQuestions('tie', 'birth_registered'),
  weight: 'stops',
  look({ answers }) {
    if (answerTo(answers, 'reason') === '') return 'to_be_seen';
    return municipalityOfOrigin(answers) === undefined ? 'fails' : 'holds';
  },
};

const notYetInAire: FormCheck = {
  id: 'not_yet_in_aire',
  title: say('Non è già iscritto all’AIRE', 'Not in AIRE yet'),
  problem: say(
    'Risulti già iscritto all’AIRE. Se hai cambiato casa nella stessa circoscrizione, usa il cambio di indirizzo; se vieni da un’altra, scegli quel motivo.',
    'You are in AIRE already. If you moved within the same district, use the change of address; if you come from another one, choose that reason.',
  ),
  about: atQuestions('reason'),
  weight: 'warns',
  when: { name: 'reason', is: ['moved_from_italy', 'born_abroad', 'became_italian', 'registered_again'] },
  look: ({ standing }) => (standing.aire ? 'fails' : 'holds'),
};

const fromAnotherDistrict: FormCheck = {
  id: 'from_another_district',
  title: say('Viene da un’altra circoscrizione', 'Comes from another district'),
  problem: say(
    'Il posto in cui abitavi è nella stessa circoscrizione: per un trasloco qui basta il cambio di indirizzo.',
    'The place where you lived is in the same district: for a move here the change of address is enough.',
  ),
  about: atQuestions('previous_country', 'previous_place'),
  weight: 'warns',
  when: { name: 'reason', is: ['from_other_district'] },
  look: ({ answers, officeOf, officeId }) => {
    const country = answerTo(answers, 'previous_country');
    const place = answerTo(answers, 'previous_place');
    if (officeId === null || country === '' || place === '') return 'to_be_seen';
    const offices = officeOf(country, place);
    if (offices.length === 0) return 'to_be_seen';
    if (!offices.includes(officeId)) return 'holds';
    return offices.length === 1 ? 'fails' : 'to_be_seen';
  },
};

const citizenshipSeen: FormCheck = {
  id: 'citizenship_seen',
  title: say(
    'La cittadinanza italiana risulta dai documenti',
    'Italian citizenship follows from the documents',
  ),
  problem: say(
    'Dai documenti non risulta che sei cittadino italiano: carica un passaporto, una carta d’identità o l’atto che lo prova.',
    'The documents do not show that you are an Italian citizen: upload a passport, an identity card or the record that proves it.',
  ),
  about: [...atDocuments('identity', 'citizenship_act'), ...atQuestions('italian_by')],
  weight: 'warns',
};

/** The lines of the checklist, for the person while filling in and for the clerk after it. */
export const checks: readonly FormCheck[] = [
  mustRegister,
  inDistrict,
  arrivedAfterBirth,
  declaredInTime('arrived_on'),
  agesArePossible,
  taxCodeFits,
  documentValid,
  documentsReadable,
  municipalityIsKnown,
  municipalityFollows,
  notYetInAire,
  fromAnotherDistrict,
  everybodyOnce,
  atMostOneSpouse,
  spouseIsSpouse,
  generationsFit,
  familyTaxCodesFit,
  everyMemberProved,
  familyDocumentsValid,
  documentShowsPerson,
  proofShowsAddress,
  signatureMatches,
  citizenshipSeen,
];
