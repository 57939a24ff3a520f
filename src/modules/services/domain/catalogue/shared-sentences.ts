import type { Cost, RequiredDocument } from '../service.ts';
import { say } from '../service.ts';

/** Sentences and documents that several services share. */
export const identityDocument: RequiredDocument = {
  what: say('Un documento d’identità valido', 'A valid identity document'),
};

export const digitalIdentity: RequiredDocument = {
  what: say('SPID, almeno di livello 2', 'SPID, level 2 at least'),
  detail: say(
    'L’identità digitale dimostra chi sei: con la sola password l’anagrafe non si apre.',
    'A digital identity proves who you are: a password alone does not open the registry.',
  ),
};

export const proofOfResidence: RequiredDocument = {
  what: say('Una prova che abiti nella circoscrizione', 'Proof that you live in the district'),
  detail: say(
    'Per esempio una bolletta o una lettera di un ente pubblico con il tuo indirizzo.',
    'For example a utility bill or a letter from a public body with your address.',
  ),
};

export const foreignBirthCertificate: RequiredDocument = {
  what: say('L’atto di nascita, in originale', 'The birth certificate, original'),
  detail: say(
    'Dal Regno Unito: copia certificata, con apostille e traduzione in italiano. Da uno Stato della Convenzione di Vienna del 1976: estratto plurilingue. Da un altro Stato dell’Unione europea: certificato con il modulo standard multilingue. Da un altro Paese: chiedi alla sede italiana di quel Paese.',
    'From the United Kingdom: a certified copy with apostille and Italian translation. From a State of the Vienna Convention of 1976: a multilingual extract. From another State of the European Union: a certificate with the multilingual standard form. From any other country: ask the Italian office there.',
  ),
};

export const paidAtTheCounter = say(
  'Si paga allo sportello, il giorno dell’appuntamento.',
  'You pay at the counter on the day of the appointment.',
);

export const paidByDebitCard = say(
  'Si paga allo sportello con carta di debito, il giorno dell’appuntamento.',
  'You pay at the counter by debit card on the day of the appointment.',
);

export const legalisedAndTranslated = say(
  'Ogni atto straniero: originale, legalizzato o con apostille, tradotto in italiano.',
  'Every foreign record: original, legalised or with apostille, translated into Italian.',
);

export const citizenshipContribution: Cost = {
  what: say('Contributo al Ministero dell’Interno', 'Contribution to the Ministry of the Interior'),
  fee: 'citizenship_contribution',
};

export const requestAnswered = say(
  'L’ufficio controlla i documenti e ti risponde con la data dell’appuntamento.',
  'The office checks the documents and answers with the date of the appointment.',
);

export const incompleteRequests = say(
  'Mancano documenti: l’ufficio non può fissare l’appuntamento. Manda tutto in una volta sola.',
  'Documents are missing: the office cannot fix an appointment. Send everything at once.',
);

export const districtResidents = say(
  'Devi abitare nella circoscrizione dell’ufficio.',
  'You must live in the district of the office.',
);

export const inPerson = say('Devi venire di persona.', 'You must come in person.');
