import { say } from './say.ts';

/** What an identity document has to show. */
export const showsIdentity = [
  say(
    'Si leggono nome, fotografia, numero, scadenza e firma: per il passaporto la pagina con la fotografia, per la carta le due facce.',
    'Name, photograph, number, expiry and signature can be read: of a passport the page with the photograph, of a card both sides.',
  ),
  say(
    'Il documento è intero nella foto, senza riflessi.',
    'The whole document is in the picture, without glare.',
  ),
];

/** What a proof of residence abroad has to show. */
export const proofOfAddress = [
  say(
    'Si leggono il tuo nome e l’indirizzo scritto nella domanda.',
    'Your name and the address written in the application can be read.',
  ),
  say(
    'Va bene una bolletta, un contratto d’affitto o di lavoro, un certificato o una lettera di un ente pubblico del posto.',
    'A utility bill, a rental or work contract, a certificate or a letter from a local public body will do.',
  ),
];

/** What a foreign act of civil status has to show. */
export const foreignAct = [
  say(
    'L’atto intero, con timbri e legalizzazione o apostille dove il Paese la richiede.',
    'The whole record, with stamps and the legalisation or apostille where the country needs one.',
  ),
  say(
    'La traduzione in italiano, se l’atto non è plurilingue.',
    'The translation into Italian, unless the record is multilingual.',
  ),
];
