import type { Locale } from '#kernel/locale.ts';

const it = {
  title: 'Gestore di prova',
  banner:
    'Questo non è un gestore SPID: è una prova che esiste solo nella dimostrazione. Le persone sono inventate, e non serve alcuna password.',
  who: 'Come chi vuoi entrare?',
  enterAs: (name: string) => `Entra come ${name}`,
  cancel: 'Annulla l’accesso',
  errorsTitle: 'Pagina di prova: il gestore rifiuta',
  errorsLead: 'Il gestore risponde con uno dei codici di errore di SPID.',
  error: 'Codice di errore',
  sendError: 'Rispondi con questo errore',
  forgeriesTitle: 'Pagina di prova: una risposta sbagliata',
  forgeriesLead: 'Una risposta falsa, scaduta, non firmata o rimontata: il servizio la deve rifiutare.',
  forgery: 'Risposta',
  sendForgery: 'Manda questa risposta',
  level: 'Livello chiesto',
  sending: 'Il gestore ti rimanda al servizio',
  goOn: 'Torna al servizio',
  badRequest: 'Richiesta non accettata',
  badRequestWhy: (error: number) =>
    `Il gestore non accetta la richiesta del servizio: anomalia n. ${error}. Torna al servizio e riprova.`,
  list: 'Persone inventate con SPID',
};

const en: typeof it = {
  title: 'Test provider',
  banner:
    'This is not a SPID provider: it is a trial that exists in the demonstration only. The people are invented, and no password is needed.',
  who: 'As whom do you want to sign in?',
  enterAs: (name) => `Sign in as ${name}`,
  cancel: 'Cancel the sign-in',
  errorsTitle: 'Test page: the provider declines',
  errorsLead: 'The provider answers with one of the error codes of SPID.',
  error: 'Error code',
  sendError: 'Answer with this error',
  forgeriesTitle: 'Test page: a wrong answer',
  forgeriesLead: 'An answer that is forged, expired, unsigned or wrapped: the service has to refuse it.',
  forgery: 'Answer',
  sendForgery: 'Send this answer',
  level: 'Level asked for',
  sending: 'The provider sends you back to the service',
  goOn: 'Back to the service',
  badRequest: 'Request not accepted',
  badRequestWhy: (error) =>
    `The provider does not accept the request of the service: anomaly no. ${error}. Go back to the service and try again.`,
  list: 'Invented people with SPID',
};

export const demoSpidWords: Record<Locale, typeof it> = { it, en };
