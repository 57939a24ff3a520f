import type { Text } from '#kernel/locale.ts';
import type { Topic } from '../reasoning/unknown.ts';
import { text } from '../rules/rule.ts';

export interface Question {
  readonly question: Text;
  /** The document that answers it. */
  readonly proof: Text;
}

type Pair = readonly [it: string, en: string];
const ask = (question: Pair, proof: Pair): Question => ({ question: text(question), proof: text(proof) });

const birthRecord: Pair = ['atto di nascita', 'birth record'];
const naturalisation: Pair = [
  'certificato di naturalizzazione o di non naturalizzazione del Paese di residenza',
  'certificate of naturalisation or of non-naturalisation from the country of residence',
];
const residence: Pair = [
  'certificato storico di residenza o stato di famiglia storico',
  'historical residence certificate or historical family certificate',
];
const filing: Pair = [
  'ricevuta della domanda o del ricorso',
  'receipt of the application or of the court action',
];
const language: Pair = ['certificato di lingua italiana', 'Italian language certificate'];
const judgment: Pair = ['sentenza', 'judgment'];

/** The question for each fact that may be missing; {who} is the person it is about. */
export const questions: Readonly<Record<Topic, Question>> = {
  birth_date: ask(
    ['In che giorno è nato/a: {who}?', 'On what day was this person born: {who}?'],
    birthRecord,
  ),
  birth_country: ask(
    ['In che Paese è nato/a: {who}?', 'In which country was this person born: {who}?'],
    birthRecord,
  ),
  death_date: ask(
    ['In che giorno è morto/a: {who}?', 'On what day did this person die: {who}?'],
    ['atto di morte', 'death record'],
  ),
  sex: ask(
    ['Quale sesso riporta l’atto di nascita: {who}?', 'Which sex does the birth record state: {who}?'],
    birthRecord,
  ),
  filiation_date: ask(
    [
      'In che giorno è stata accertata la filiazione: {who}?',
      'On what day was the filiation established: {who}?',
    ],
    ['atto di riconoscimento o sentenza', 'deed of recognition or judgment'],
  ),
  adoption_date: ask(
    ['In che giorno è stata adottata questa persona: {who}?', 'On what day was this person adopted: {who}?'],
    ['provvedimento di adozione', 'adoption order'],
  ),
  naturalisation_date: ask(
    ['In che giorno si è naturalizzato/a: {who}?', 'On what day did this person naturalise: {who}?'],
    naturalisation,
  ),
  acquisition_date: ask(
    [
      'In che giorno ha acquistato la cittadinanza: {who}?',
      'On what day did this person acquire the citizenship: {who}?',
    ],
    [
      'certificato di cittadinanza con la data di acquisto',
      'citizenship certificate with the date of acquisition',
    ],
  ),
  renunciation_date: ask(
    ['In che giorno ha rinunciato: {who}?', 'On what day did this person renounce: {who}?'],
    ['atto di rinuncia', 'deed of renunciation'],
  ),
  reacquisition_date: ask(
    [
      'In che giorno ha riacquistato la cittadinanza: {who}?',
      'On what day did this person reacquire the citizenship: {who}?',
    ],
    ['atto di riacquisto', 'deed of reacquisition'],
  ),
  foreign_loss_date: ask(
    [
      'In che giorno ha perso la cittadinanza straniera: {who}?',
      'On what day did this person lose the foreign citizenship: {who}?',
    ],
    ['certificato di perdita', 'certificate of loss'],
  ),
  manner_of_acquisition: ask(
    ['Come ha acquistato la cittadinanza: {who}?', 'How did this person acquire the citizenship: {who}?'],
    naturalisation,
  ),
  voluntary: ask(
    [
      'Ha chiesto lui o lei l’altra cittadinanza: {who}?',
      'Did this person ask for the other citizenship: {who}?',
    ],
    naturalisation,
  ),
  further_citizenships: ask(
    [
      'Ha mai acquistato un’altra cittadinanza, e quando: {who}?',
      'Did this person ever acquire another citizenship, and when: {who}?',
    ],
    naturalisation,
  ),
  can_claim_other_citizenship: ask(
    [
      'Può ottenere un’altra cittadinanza con una semplice dichiarazione: {who}?',
      'Can this person obtain another citizenship by a mere declaration: {who}?',
    ],
    ['attestazione delle autorità dell’altro Stato', 'statement by the authorities of the other State'],
  ),
  passes_to_child: ask(
    [
      'La sua cittadinanza è passata al figlio alla nascita: {who}?',
      'Did this person’s citizenship pass to the child at birth: {who}?',
    ],
    ['attestazione delle autorità del suo Stato', 'statement by the authorities of that State'],
  ),
  stateless: ask(
    ['Era apolide: {who}?', 'Was this person stateless: {who}?'],
    ['certificato di apolidia', 'certificate of statelessness'],
  ),
  residence_date: ask(
    ['Da quando a quando vi ha vissuto: {who}?', 'From when to when did this person live there: {who}?'],
    residence,
  ),
  living_together: ask(
    [
      'Viveva con il genitore quando questi ha perso la cittadinanza: {who}?',
      'Did this person live with the parent when the parent lost the citizenship: {who}?',
    ],
    residence,
  ),
  living_abroad: ask(
    ['Viveva fuori d’Italia: {who}?', 'Did this person live outside Italy: {who}?'],
    residence,
  ),
  stay_in_italy: ask(
    [
      'Ha vissuto in Italia almeno due anni di seguito, e quando: {who}?',
      'Did this person live in Italy for at least two years in a row, and when: {who}?',
    ],
    ['certificato storico di residenza del Comune', 'historical residence certificate of the Comune'],
  ),
  proof_of_stay: ask(
    [
      'Hai il certificato storico di residenza in Italia di questa persona: {who}?',
      'Do you have this person’s historical residence certificate for Italy: {who}?',
    ],
    ['certificato storico di residenza del Comune', 'historical residence certificate of the Comune'],
  ),
  recognition_letter: ask(
    [
      'Con quale lettera dell’art. 3-bis è stato riconosciuto: {who}?',
      'Under which letter of art. 3-bis was this person recognised: {who}?',
    ],
    ['provvedimento di riconoscimento', 'decision of recognition'],
  ),
  recognition_date: ask(
    [
      'In che giorno è stata riconosciuta la cittadinanza: {who}?',
      'On what day was the citizenship recognised: {who}?',
    ],
    ['provvedimento di riconoscimento', 'decision of recognition'],
  ),
  filing_instant: ask(
    [
      'La domanda è stata presentata entro le 23:59 (ora di Roma) del 27 marzo 2025: {who}?',
      'Was the application filed by 23:59 (Rome) on 27 March 2025: {who}?',
    ],
    filing,
  ),
  filing_date: ask(
    ['In che giorno è stata presentata la domanda?', 'On what day was the application filed?'],
    filing,
  ),
  documents_complete: ask(
    [
      'La domanda conteneva tutti i documenti necessari?',
      'Did the application contain all the necessary documents?',
    ],
    [
      'ricevuta della domanda con l’elenco degli allegati',
      'receipt of the application with the list of enclosures',
    ],
  ),
  appointment_communicated: ask(
    [
      'L’ufficio ha comunicato l’appuntamento entro le 23:59 (ora di Roma) del 27 marzo 2025?',
      'Did the office communicate the appointment by 23:59 (Rome) on 27 March 2025?',
    ],
    ['messaggio dell’ufficio con l’appuntamento', 'the office’s message with the appointment'],
  ),
  appointment_day: ask(
    ['In che giorno era l’appuntamento?', 'On what day was the appointment?'],
    ['messaggio dell’ufficio con l’appuntamento', 'the office’s message with the appointment'],
  ),
  transcription: ask(
    [
      'L’atto era già trascritto in un Comune italiano?',
      'Was the record already transcribed at an Italian Comune?',
    ],
    ['estratto dell’atto dal Comune', 'extract of the record from the Comune'],
  ),
  same_address: ask(
    ['Vivete allo stesso indirizzo?', 'Do you live at the same address?'],
    ['prova di residenza di entrambi', 'proof of residence of both'],
  ),
  separate_address_reason: ask(
    [
      'Potete documentare perché vivete a indirizzi diversi?',
      'Can you document why you live at different addresses?',
    ],
    ['documenti su lavoro, scuola o cure', 'documents about work, school or medical care'],
  ),
  language_certificate: ask(
    [
      'Quale ente ha rilasciato il certificato di italiano, e di che livello?',
      'Which body issued the Italian certificate, and at what level?',
    ],
    language,
  ),
  language_level: ask(
    ['Di che livello è il certificato di italiano?', 'At what level is the Italian certificate?'],
    language,
  ),
  language_exemption: ask(
    [
      'Quale motivo esonera dal certificato di italiano?',
      'Which ground exempts from the Italian certificate?',
    ],
    [
      'accordo di integrazione, permesso UE o titolo di studio',
      'integration agreement, EU permit or qualification',
    ],
  ),
  statutory_maximum: ask(
    [
      'La legge punisce il reato con più di tre anni?',
      'Does the law punish the offence with more than three years?',
    ],
    judgment,
  ),
  penalty_imposed: ask(
    ['La pena inflitta supera un anno?', 'Is the penalty imposed longer than one year?'],
    judgment,
  ),
  criminal_record_date: ask(
    [
      'In che giorno è stato rilasciato il certificato penale?',
      'On what day was the criminal record issued?',
    ],
    ['certificato penale', 'criminal record'],
  ),
  oath_date: ask(
    ['In che giorno hai prestato giuramento?', 'On what day did you take the oath?'],
    ['verbale di giuramento', 'record of the oath'],
  ),
};
