import type { Locale } from '#kernel/locale.ts';

const it = {
  communicationLink: 'Scarica i dati per la registrazione (PDF)',
  protocol: 'Numero di protocollo',
  received: 'Presentata il',
  office: 'Ufficio responsabile',
  person: 'Presentata da',
  delegate: 'Inviata da un delegato per conto di chi la presenta',
  term: 'Termine',
  noTerm:
    'Nessuna norma fissa un termine per questo procedimento nel suo insieme: nella pratica vedi da quanto tempo è con chi.',
  termDays: (days: number, law: string) => `${days} giorni (${law})`,
  documents: 'Documenti ricevuti',
  head: ['Documento', 'File', 'Impronta SHA-256'],
  message: 'Allegato',
  erased: 'cancellato alla fine del tempo di conservazione',
  following: 'Come seguirla',
  receipt: {
    title: (title: string) => `Ricevuta di presentazione: ${title}`,
    lead: 'Questa ricevuta attesta che la domanda è arrivata all’ufficio (L. 241/1990, art. 18-bis). Non è una decisione.',
    copy: 'Che cosa hai dichiarato',
    follow: (url: string) =>
      `Lo stato della pratica, chi se ne occupa e i messaggi sono sempre qui: ${url}. Ogni cambio di stato ti arriva anche per e-mail.`,
    hashes:
      'L’impronta cambia se cambia anche un solo byte del file: prova quali file l’ufficio ha ricevuto e conserva.',
  },
  form: {
    title: (title: string) => `Modulo da firmare: ${title}`,
    lead: 'Leggi, firma a mano come sul documento, fotografa o scansiona ogni pagina e carica il modulo nella bozza.',
    number: 'Bozza',
    declares:
      'Dichiaro che tutto quello che è scritto qui è vero. So che chi dichiara il falso risponde penalmente e perde ciò che ha ottenuto (DPR 445/2000, artt. 75 e 76).',
    declaration: 'Dichiarazione',
    place: 'Luogo e data',
    signature: 'Firma per esteso',
  },
  communication: {
    title: (title: string) => `Comunicazione al comune: ${title}`,
    lead: 'Dati per la registrazione, nell’ordine e con i codici dell’anagrafe nazionale.',
    to: 'Al comune',
    sent: 'Trasmessa il',
    reachedConsulate: 'Arrivata al consolato il',
    steps: 'Che cosa fare',
    answer:
      'Conferma l’iscrizione o rifiutala con i motivi sulla piattaforma. Se il comune non ha ancora operatori qui, registra in anagrafe nazionale: quando l’anagrafe mostra l’iscrizione la pratica si chiude da sola.',
  },
};

export type PaperWords = typeof it;

const en: PaperWords = {
  communicationLink: 'Download the data for the registration (PDF)',
  protocol: 'Protocol number',
  received: 'Submitted on',
  office: 'Responsible office',
  person: 'Submitted by',
  delegate: 'Sent by a delegate for the person who submits it',
  term: 'Time limit',
  noTerm:
    'No law sets a time limit for this procedure as a whole: the file shows how long it has been with whom.',
  termDays: (days, law) => `${days} days (${law})`,
  documents: 'Documents received',
  head: ['Document', 'File', 'SHA-256 fingerprint'],
  message: 'Attachment',
  erased: 'erased at the end of its time',
  following: 'How to follow it',
  receipt: {
    title: (title) => `Receipt of submission: ${title}`,
    lead: 'This receipt shows that the application has reached the office (Law 241/1990, art. 18-bis). It is not a decision.',
    copy: 'What you declared',
    follow: (url) =>
      `How the file stands, who has it and its messages are always here: ${url}. Every change also reaches you by e-mail.`,
    hashes:
      'The fingerprint changes when a single byte of the file does: it proves which files the office received and keeps.',
  },
  form: {
    title: (title) => `Form to sign: ${title}`,
    lead: 'Read it, sign by hand as on your document, photograph or scan each page, and upload the form to the draft.',
    number: 'Draft',
    declares:
      'I declare that everything written here is true. I know that a false declaration is a crime and takes back what it obtained (DPR 445/2000, arts. 75 and 76).',
    declaration: 'Declaration',
    place: 'Place and date',
    signature: 'Signature in full',
  },
  communication: {
    title: (title) => `Communication to the municipality: ${title}`,
    lead: 'Data for the registration, in the order and with the codes of the national registry.',
    to: 'To the municipality',
    sent: 'Sent on',
    reachedConsulate: 'Reached the consulate on',
    steps: 'What to do',
    answer:
      'Confirm the registration or refuse it with reasons on the platform. A municipality without officials here registers in the national registry: when that shows the registration, the file closes by itself.',
  },
};

export const paperWords: Record<Locale, PaperWords> = { it, en };
