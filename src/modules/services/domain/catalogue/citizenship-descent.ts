import { type Service, say } from '../service.ts';
import {
  districtResidents,
  foreignBirthCertificate,
  inPerson,
  legalisedAndTranslated,
  paidByDebitCard,
  proofOfResidence,
} from './shared-sentences.ts';

const letterC = say(
  'Se un genitore o un nonno è, o era alla morte, solo italiano (lettera c)',
  'If a parent or grandparent is, or was at death, only Italian (letter c)',
);
const letterD = say(
  'Se un genitore ha vissuto in Italia due anni prima che tu nascessi (lettera d)',
  'If a parent lived in Italy for two years before you were born (letter d)',
);

export const citizenshipDescent: Service = {
  id: 'citizenship-descent',
  category: 'citizenship',
  title: say('Cittadinanza per discendenza (maggiorenni)', 'Citizenship by descent (adults)'),
  summary: say(
    'Chiedi il riconoscimento se un tuo genitore o nonno è italiano (iure sanguinis).',
    'Apply for recognition if a parent or grandparent of yours is Italian (iure sanguinis).',
  ),
  keywords: [
    'cittadinanza',
    'iure sanguinis',
    'discendenza',
    'citizenship',
    'descent',
    'ancestry',
    'bisnonno',
    'nonno italiano',
    'antenato',
    'avo',
    'diventare italiano',
    'ius sanguinis',
    'jure sanguinis',
    'great grandfather',
    'grandfather',
    'grandparent',
    'become Italian',
    'Italian citizenship by blood',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Maggiorenni con un antenato italiano, che abitano nella circoscrizione.',
      'Adults with an Italian ancestor who live in the district.',
    ),
    say(
      'Se sei nato all’estero e hai un’altra cittadinanza, serve una delle condizioni dell’art. 3-bis.',
      'If you were born abroad and hold another citizenship, one of the conditions of article 3-bis must hold.',
    ),
    say('In Italia la domanda si fa al comune.', 'In Italy you apply to the municipality.'),
  ],
  how: [
    say(
      'Controlla prima se hai diritto: la valutazione online è gratuita.',
      'Check first whether you qualify: the online assessment is free.',
    ),
    say(
      'Raccogli tutti gli atti, dall’antenato fino a te.',
      'Collect all records, from the ancestor down to you.',
    ),
    say(
      'Prenota e conferma: senza conferma la prenotazione decade.',
      'Book and confirm: without confirmation the booking lapses.',
    ),
    say(
      'Porta gli originali il giorno dell’appuntamento.',
      'Bring the originals on the day of the appointment.',
    ),
  ],
  needs: [
    {
      what: say(
        'Il passaporto e la copia della pagina con foto e firma',
        'Your passport and a copy of the page with photograph and signature',
      ),
      detail: say(
        'Con più cittadinanze: tutti i passaporti e gli atti di naturalizzazione.',
        'With several citizenships: all passports and naturalisation certificates.',
      ),
    },
    proofOfResidence,
    foreignBirthCertificate,
    {
      what: say('Gli atti di matrimonio e divorzio', 'Marriage and divorce records'),
      detail: legalisedAndTranslated,
      when: say('Se ne hai', 'If you have any'),
    },
    {
      what: say(
        'L’atto di nascita italiano dell’antenato, con le annotazioni',
        'The ancestor’s Italian birth record, with its notes',
      ),
      when: letterC,
    },
    {
      what: say(
        'Le prove che l’antenato non ha preso un’altra cittadinanza',
        'Proof that the ancestor took no other citizenship',
      ),
      detail: say(
        'Una per ogni Paese in cui ha vissuto, con tutti i nomi che ha usato.',
        'One for each country where they lived, with every name they used.',
      ),
      when: letterC,
    },
    {
      what: say(
        'Nascita, matrimonio e morte di ogni persona fra l’antenato e te',
        'Birth, marriage and death of everybody between the ancestor and you',
      ),
      detail: legalisedAndTranslated,
      when: letterC,
    },
    {
      what: say(
        'La copia conforme dell’atto di nascita del genitore',
        'A certified copy of the parent’s birth record',
      ),
      when: letterD,
    },
    {
      what: say(
        'Il certificato di cittadinanza del genitore, con la data di acquisto',
        'The parent’s citizenship certificate with the date of acquisition',
      ),
      when: letterD,
    },
    {
      what: say(
        'Il certificato storico di residenza del genitore',
        'The parent’s historical residence certificate',
      ),
      when: letterD,
    },
    {
      what: say(
        'La copia di un documento italiano del genitore',
        'A copy of an Italian document of the parent',
      ),
      when: letterD,
    },
  ],
  result: [
    say(
      'Se la domanda è accolta, sei italiano dalla nascita e i tuoi atti sono trascritti in Italia.',
      'If accepted, you are Italian from birth and your records are registered in Italy.',
    ),
  ],
  costs: [
    {
      what: say('Trattazione della domanda, non rimborsabile', 'Handling of the application, not refundable'),
      fee: '7-bis',
      payment: paidByDebitCard,
    },
  ],
  times: [
    {
      what: say(
        'L’ufficio decide di solito fra 24 e 36 mesi dalla domanda.',
        'The office usually decides between 24 and 36 months after the application.',
      ),
      law: 'L. 241/1990; DPCM 33/2014; pagine consolari',
    },
    {
      what: say(
        'Se la domanda è incompleta, l’ufficio ti scrive i motivi prima di respingerla.',
        'If the application is incomplete, the office writes you the reasons before it refuses.',
      ),
      law: 'L. 241/1990 art. 10-bis',
    },
    {
      what: say(
        'Dal 1° gennaio 2029 le domande dei maggiorenni vanno a un ufficio centrale del Ministero degli Affari Esteri.',
        'From 1 January 2029 adults apply to a central office of the Ministry of Foreign Affairs.',
      ),
      law: 'L. 11/2026',
    },
  ],
  booking: { kind: 'appointment', minutes: 60, holdMinutes: 1440, mostPeople: 1 },
  conditions: [
    districtResidents,
    inPerson,
    say(
      'L’ufficio non cerca documenti negli archivi italiani: devi procurarli tu.',
      'The office does not search Italian archives: you must obtain the records.',
    ),
    say(
      'Un familiare ha già presentato gli originali? Porta le copie e dillo al funzionario.',
      'A relative has already handed in the originals? Bring copies and tell the officer.',
    ),
  ],
  mayGoWrong: [
    say(
      'L’antenato ha preso un’altra cittadinanza prima del 16 agosto 1992: la linea si interrompe, anche per i figli allora minori.',
      'The ancestor took another citizenship before 16 August 1992: the line is broken, also for children who were minors then.',
    ),
    say(
      'La linea passa da una donna e il figlio è nato prima del 1° gennaio 1948: l’ufficio non può riconoscerla.',
      'The line passes through a woman and her child was born before 1 January 1948: the office cannot recognise it.',
    ),
    say(
      'Nomi, date o luoghi diversi fra gli atti: vanno corretti prima.',
      'Names, dates or places that differ between records: they must be corrected first.',
    ),
    say(
      'Genitori non sposati: l’atto di nascita deve indicarli entrambi come dichiaranti.',
      'Unmarried parents: the birth record must name both as informants.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Hai meno di 18 anni? Guarda «Figli diretti» o «Beneficio di legge».',
      'Under 18? See “Direct descendants” or “Benefit of law”.',
    ),
    say(
      'Sei figlio di un cittadino iscritto qui e mai trascritto? Forse basta la trascrizione della nascita.',
      'Child of a citizen registered here, never registered yourself? Registering the birth may be enough.',
    ),
  ],
  questions: [
    {
      id: 'condition',
      kind: 'choice',
      required: true,
      label: say('Su quale condizione si basa la domanda?', 'On which condition does the application rest?'),
      choices: [
        {
          value: 'letter_c',
          label: say('Genitore o nonno solo italiano', 'Parent or grandparent only Italian'),
        },
        {
          value: 'letter_d',
          label: say('Genitore vissuto due anni in Italia', 'Parent lived two years in Italy'),
        },
        { value: 'other', label: say('Un’altra, o non lo so', 'Another, or I do not know') },
      ],
    },
    {
      id: 'ancestor',
      kind: 'text',
      required: true,
      label: say('Chi è l’antenato italiano?', 'Who is the Italian ancestor?'),
      hint: say(
        'Nome, cognome, comune e anno di nascita.',
        'First name, surname, municipality and year of birth.',
      ),
    },
    {
      id: 'relative_applied',
      kind: 'yes_no',
      required: true,
      label: say('Un tuo familiare ha già fatto domanda?', 'Has a relative of yours already applied?'),
    },
  ],
  law: ['L. 91/1992 artt. 1 e 3-bis', 'DL 36/2025 (L. 74/2025)', 'L. 555/1912 artt. 7, 8 e 12'],
};
