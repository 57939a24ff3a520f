import type { Locale } from '#kernel/locale.ts';

const it = {
  subject: 'Il tuo certificato è pronto',
  ready: (names: string, number: string) =>
    `Il certificato che hai chiesto è pronto: ${names}. Numero ${number}.`,
  attached:
    'Lo trovi allegato a questa e-mail, in PDF con il sigillo. Se lo inoltri, lascia il file com’è: su un file modificato il sigillo non vale.',
  until: (day: string) =>
    `È valido fino a ${day}. Fino ad allora puoi scaricarlo quando vuoi dall’elenco dei tuoi certificati.`,
  check:
    'Chi lo riceve può controllarlo con il codice QR. Se non hai chiesto tu il certificato, scrivi subito al tuo comune.',
  action: 'Scarica il certificato',
  withheld: {
    subject: 'Il tuo certificato non è allegato',
    revoked:
      'Il certificato che hai chiesto per e-mail è stato revocato prima che riuscissimo a mandartelo: non vale più, perciò non lo alleghiamo.',
    expired:
      'Non siamo riusciti a mandarti in tempo il certificato che hai chiesto per e-mail: nel frattempo è scaduto, perciò non lo alleghiamo.',
    now: 'Nella pagina del certificato vedi che cosa è successo. Se ti serve ancora, chiedine un altro.',
    action: 'Apri la pagina del certificato',
  },
};

const en: typeof it = {
  subject: 'Your certificate is ready',
  ready: (names, number) => `The certificate that you asked for is ready: ${names}. Number ${number}.`,
  attached:
    'It is attached to this e-mail as a PDF with its seal. If you pass it on, leave the file as it is: on a changed file the seal does not hold.',
  until: (day) =>
    `It is valid until ${day}. Until then you can download it whenever you like from the list of your certificates.`,
  check:
    'Whoever receives it can check it with the QR code. If you did not ask for this certificate, write to your municipality at once.',
  action: 'Download the certificate',
  withheld: {
    subject: 'Your certificate is not attached',
    revoked:
      'The certificate that you asked for by e-mail was revoked before we could send it: it no longer counts, so we do not attach it.',
    expired:
      'We could not send you in time the certificate that you asked for by e-mail: it has expired meanwhile, so we do not attach it.',
    now: 'The page of the certificate says what happened. If you still need one, ask for another.',
    action: 'Open the page of the certificate',
  },
};

/** The letter about an issued certificate. */
export const letterWords: Record<Locale, typeof it> = { it, en };

const distrustIt = {
  subject: 'Un tuo documento non vale più: lo rifacciamo noi',
  certificate: (number: string) =>
    `Il certificato numero ${number} non vale più. La chiave con cui lo abbiamo firmato può essere finita in mani sbagliate, e tutti i documenti firmati con quella chiave sono revocati.`,
  proof:
    'Un’attestazione che hai fatto non vale più. La chiave con cui l’abbiamo firmata può essere finita in mani sbagliate, e tutti i documenti firmati con quella chiave sono revocati.',
  notYou: 'Non hai sbagliato niente, e i dati che il documento riporta restano giusti.',
  again:
    'Lo rilasciamo di nuovo con un’altra chiave: stesso numero, stessi dati, stessa scadenza. Non paghi niente, e la marca da bollo resta la stessa. Di solito bastano pochi minuti.',
  handedIn:
    'Se hai già consegnato quello vecchio, consegna quello nuovo: chi controlla il vecchio lo trova revocato.',
  proofNow: 'Se ti serve ancora, fanne un’altra: è gratis e richiede un minuto.',
  action: 'Apri la pagina del documento',
};

const distrustEn: typeof distrustIt = {
  subject: 'A document of yours no longer counts: we make it again',
  certificate: (number) =>
    `Certificate number ${number} no longer counts. The key with which we signed it may be in wrong hands, and every document signed with that key is revoked.`,
  proof:
    'A proof that you made no longer counts. The key with which we signed it may be in wrong hands, and every document signed with that key is revoked.',
  notYou: 'You did nothing wrong, and the data on the document are still right.',
  again:
    'We issue it again with another key: the same number, data and last day. You pay nothing, and the revenue stamp stays the same. It usually takes some minutes.',
  handedIn:
    'If you have handed in the old one, hand in the new one: whoever checks the old one finds it revoked.',
  proofNow: 'If you still need it, make another one: it is free and takes a minute.',
  action: 'Open the page of the document',
};

/** The letter about a document whose key is out of trust. */
export const distrustWords: Record<Locale, typeof distrustIt> = { it: distrustIt, en: distrustEn };
