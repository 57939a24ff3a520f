import type { CorrectableDatum } from '#modules/identity/public.ts';
import type { ProcedureId } from '../../domain/procedures.ts';

/** What happened, as a letter tells it; `written` and `asked` come from the office. */
export const letterEvents = [
  'submitted',
  'taken',
  'put_back',
  'written',
  'asked',
  'answered',
  'corrected',
  'rejected',
  'cancelled',
  'taken_up_again',
] as const;
export type LetterEvent = (typeof letterEvents)[number];

/** What happened to a file with a form, as a letter tells it. */
export const formLetterEvents = [
  'submitted',
  'taken',
  'put_back',
  'written',
  'verification_failed',
  'resubmitted',
  'sent_to_municipality',
  'refused_by_municipality',
  'defined',
  'rejected',
  'cancelled',
] as const;
export type FormLetterEvent = (typeof formLetterEvents)[number];

interface LetterWords {
  readonly subject: (title: string) => string;
  readonly paragraphs: readonly string[];
}

const events: Record<LetterEvent, LetterWords> = {
  submitted: {
    subject: (title) => `Richiesta ricevuta: ${title}`,
    paragraphs: [
      'Abbiamo ricevuto la tua richiesta. L’ufficio la legge in ordine di arrivo.',
      'Dal link qui sotto vedi a che punto è, scrivi all’ufficio e leggi le risposte. Se non hai scritto tu questa richiesta, non devi fare nulla.',
    ],
  },
  taken: {
    subject: (title) => `Presa in carico: ${title}`,
    paragraphs: [
      'Un operatore dell’ufficio ha preso in carico la tua richiesta. Ti scriviamo quando c’è una risposta.',
    ],
  },
  put_back: {
    subject: (title) => `Di nuovo in coda: ${title}`,
    paragraphs: [
      'L’operatore ha rimesso la tua richiesta in coda perché la segua un collega. Mantiene la data di arrivo: non perdi il posto.',
    ],
  },
  written: {
    subject: (title) => `Nuovo messaggio: ${title}`,
    paragraphs: ['L’ufficio ti ha scritto un messaggio. La richiesta resta aperta.'],
  },
  asked: {
    subject: (title) => `Tocca a te: ${title}`,
    paragraphs: [
      'Per andare avanti l’ufficio ha bisogno di qualcosa da te. Leggi che cosa serve e rispondi dal link qui sotto.',
    ],
  },
  answered: {
    subject: (title) => `Risposta: ${title}`,
    paragraphs: [
      'L’ufficio ha risposto alla tua richiesta.',
      'Se la risposta non ti basta, scrivi di nuovo entro 30 giorni dalla stessa pagina: la riprende lo stesso operatore.',
    ],
  },
  corrected: {
    subject: (title) => `Dati corretti: ${title}`,
    paragraphs: [
      'L’ufficio ha corretto i tuoi dati come avevi chiesto. Controllali nella pagina del tuo profilo.',
      'Se non hai chiesto tu questa correzione, scrivi subito all’ufficio.',
    ],
  },
  rejected: {
    subject: (title) => `Richiesta respinta: ${title}`,
    paragraphs: [
      'L’ufficio non può accogliere la tua richiesta. I motivi sono nella pagina della richiesta.',
      'Se le cose cambiano, o hai altri documenti, puoi fare una nuova richiesta.',
    ],
  },
  cancelled: {
    subject: (title) => `Richiesta annullata: ${title}`,
    paragraphs: ['La richiesta è annullata e l’ufficio non la esamina. Puoi farne un’altra quando vuoi.'],
  },
  taken_up_again: {
    subject: (title) => `Richiesta riaperta: ${title}`,
    paragraphs: ['Hai scritto di nuovo: la richiesta è riaperta e torna allo stesso operatore.'],
  },
};

const formEvents: Record<FormLetterEvent, LetterWords> = {
  submitted: {
    subject: (title) => `Pratica inviata: ${title}`,
    paragraphs: [
      'Abbiamo ricevuto la tua pratica. L’ufficio le lavora nell’ordine in cui arrivano.',
      'Dal collegamento qui sotto vedi a che punto è. Puoi annullarla finché un operatore non la prende in carico.',
    ],
  },
  taken: {
    subject: (title) => `Pratica in lavorazione: ${title}`,
    paragraphs: ['Un operatore dell’ufficio ha preso in carico la tua pratica e la sta verificando.'],
  },
  put_back: {
    subject: (title) => `Pratica di nuovo in coda: ${title}`,
    paragraphs: [
      'L’operatore ha rimesso la pratica in coda, perché se ne occupi un collega. La data resta quella di prima: non perdi il posto.',
    ],
  },
  written: {
    subject: (title) => `Nuovo messaggio: ${title}`,
    paragraphs: ['C’è un nuovo messaggio sulla tua pratica. Leggilo dal collegamento qui sotto.'],
  },
  verification_failed: {
    subject: (title) => `Da correggere: ${title}`,
    paragraphs: [
      'Nella pratica c’è qualcosa che puoi correggere tu: sulla pagina trovi che cosa, punto per punto.',
      'Correggi e invia di nuovo: la pratica torna allo stesso operatore e mantiene la sua data.',
    ],
  },
  resubmitted: {
    subject: (title) => `Correzioni inviate: ${title}`,
    paragraphs: ['Abbiamo ricevuto le correzioni. La pratica è di nuovo dallo stesso operatore.'],
  },
  sent_to_municipality: {
    subject: (title) => `Inviata al comune: ${title}`,
    paragraphs: [
      'L’ufficio ha verificato la pratica e l’ha inviata al comune, che deve confermare.',
      'Non devi fare niente: ti scriviamo quando il comune risponde.',
    ],
  },
  refused_by_municipality: {
    subject: (title) => `Il comune non ha confermato: ${title}`,
    paragraphs: [
      'Il comune non ha potuto confermare e ha spiegato perché: i motivi sono sulla pagina della pratica.',
      'La pratica è di nuovo in lavorazione presso l’ufficio, che ti dirà che cosa fare.',
    ],
  },
  defined: {
    subject: (title) => `Pratica conclusa: ${title}`,
    paragraphs: ['La pratica si è conclusa con esito positivo. Sulla pagina trovi che cosa è cambiato.'],
  },
  rejected: {
    subject: (title) => `Pratica respinta: ${title}`,
    paragraphs: [
      'L’ufficio non può accogliere la pratica. I motivi, e che cosa puoi fare ora, sono sulla pagina.',
    ],
  },
  cancelled: {
    subject: (title) => `Pratica annullata: ${title}`,
    paragraphs: ['La pratica è annullata e l’ufficio non se ne occupa più. Puoi farne un’altra quando vuoi.'],
  },
};

const data: Record<CorrectableDatum, string> = {
  name: 'nome e cognome',
  birth_date: 'data di nascita',
  birth_place: 'luogo di nascita',
  tax_code: 'codice fiscale',
  email: 'indirizzo e-mail',
};

const titles: Record<ProcedureId, string> = {
  'technical-help': 'Assistenza tecnica',
  question: 'Domanda all’ufficio',
  'identity-correction': 'Correzione dei dati',
};

export const it = {
  events,
  data,
  titles,
  about: (title: string, detail: string) => `${title}: ${detail}`,
  greeting: (name: string | null) => (name === null ? 'Buongiorno,' : `Buongiorno ${name},`),
  onBehalf: (name: string) =>
    `Agisci per conto di ${name}: questa lettera riguarda una sua richiesta, e l’ha ricevuta anche ${name}.`,
  facts: (title: string, reference: string, office: string) =>
    `Richiesta: ${title}. Codice: ${reference}. Ufficio: ${office}.`,
  action: 'Apri la richiesta',
  formEvents,
  formFacts: (title: string, protocol: string, office: string) =>
    `Pratica: ${title}. Protocollo: ${protocol}. Ufficio: ${office}.`,
  formAction: 'Apri la pratica',
};
