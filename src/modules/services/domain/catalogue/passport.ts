import { type Service, say } from '../service.ts';
import { identityDocument, paidAtTheCounter } from './shared-sentences.ts';

export const passport: Service = {
  id: 'passport',
  category: 'identity_documents',
  title: say('Passaporto', 'Passport'),
  summary: say(
    'Chiedi il passaporto per la prima volta, o quello nuovo quando scade o lo perdi.',
    'Apply for your first passport, or for a new one when it expires or is lost.',
  ),
  keywords: [
    'passaporto',
    'rinnovo passaporto',
    'passport renewal',
    'travel document',
    'ETD',
    'passaporto scaduto',
    'passaporto perso',
    'passaporto rubato',
    'passaporto bambino',
    'libretto di viaggio',
    'expired passport',
    'lost passport',
    'stolen passport',
    'child passport',
    'renew passport',
  ],
  mayUse: 'aire',
  entry: 'consular_register',
  who: [
    say(
      'Cittadini italiani iscritti all’AIRE nella circoscrizione.',
      'Italian citizens registered with AIRE in the district.',
    ),
    say('Anche i minori: ognuno ha il proprio passaporto.', 'Minors too: each has a passport of their own.'),
  ],
  how: [
    say('Controlla che il tuo indirizzo AIRE sia aggiornato.', 'Check that your AIRE address is up to date.'),
    say(
      'Ogni persona ha bisogno di un posto: se venite in più, prenotate insieme e avrete posti vicini.',
      'Each person needs a place: if several of you come, book together and you get places next to each other.',
    ),
    say(
      'Vieni con i documenti: prendiamo impronte e firma dai 12 anni.',
      'Come with the documents: we take fingerprints and signature from the age of 12.',
    ),
  ],
  needs: [
    { what: say('Il modulo di richiesta compilato', 'The completed application form') },
    {
      what: say('Il vecchio passaporto', 'Your old passport'),
      when: say('Se ne hai uno', 'If you have one'),
    },
    { ...identityDocument, when: say('Se non hai un vecchio passaporto', 'If you have no old passport') },
    {
      what: say('Due fotografie uguali e recenti', 'Two identical recent photographs'),
      detail: say(
        '35 per 45 millimetri, a colori, viso di fronte.',
        '35 by 45 millimetres, in colour, facing the camera.',
      ),
    },
    {
      what: say('La denuncia di furto o smarrimento', 'The police report of theft or loss'),
      when: say('Se il passaporto è rubato o perso', 'If the passport is stolen or lost'),
    },
    {
      what: say('I documenti dei genitori', 'The parents’ identity documents'),
      when: say('Se il passaporto è per un minore', 'If the passport is for a minor'),
    },
  ],
  result: [
    say(
      'Un passaporto elettronico, valido 10 anni. Per i minori vale 5 anni, sotto i 3 anni di età 3.',
      'An electronic passport, valid for 10 years. For minors it is valid for 5 years, under the age of 3 for 3.',
    ),
  ],
  costs: [{ what: say('Passaporto', 'Passport'), fee: 'passport', payment: paidAtTheCounter }],
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 15, holdMinutes: 120, mostPeople: 5 },
  conditions: [
    say(
      'Se non sei iscritto all’AIRE qui, serve il nulla osta dell’ufficio competente: chiedi prima di prenotare.',
      'If you are not registered with AIRE here, the competent office must agree: ask before you book.',
    ),
  ],
  mayGoWrong: [
    say(
      'Nome o indirizzo diversi da quelli dell’AIRE: prima vanno corretti.',
      'A name or address that differs from AIRE: it must be corrected first.',
    ),
    say(
      'Una fotografia non conforme: l’ufficio non può accettarla.',
      'A photograph that does not meet the rules: the office cannot accept it.',
    ),
    say(
      'Un posto per due persone: ne serve uno ciascuna.',
      'One place for two people: each needs their own.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Per viaggiare nell’Unione europea basta la carta d’identità elettronica.',
      'To travel within the European Union an electronic identity card is enough.',
    ),
  ],
  questions: [
    {
      id: 'reason',
      kind: 'choice',
      required: true,
      label: say('Perché ti serve il passaporto?', 'Why do you need the passport?'),
      choices: [
        { value: 'first', label: say('È il primo', 'It is my first') },
        { value: 'renewal', label: say('È scaduto o sta per scadere', 'It has expired or is about to') },
        { value: 'lost', label: say('È perso, rubato o rovinato', 'It is lost, stolen or damaged') },
      ],
    },
    {
      id: 'minor_children',
      kind: 'yes_no',
      required: true,
      label: say('Hai figli minori?', 'Do you have minor children?'),
    },
    {
      id: 'minor_children_names',
      kind: 'text',
      required: false,
      label: say('Come si chiamano?', 'What are their names?'),
      hint: say(
        'Nome e cognome di ognuno, separati da virgole.',
        'First name and surname of each, separated by commas.',
      ),
    },
  ],
  law: ['L. 1185/1967', 'DL 69/2023 art. 20 (L. 103/2023)'],
};
