import type { Locale } from '#kernel/locale.ts';

const it = {
  subject: 'Il tuo certificato è pronto',
  ready: (names: string, number: string) =>
    `Il certificato che hai chiesto è pronto: ${names}. Numero ${number}.`,
  until: (day: string) =>
    `È valido fino a ${day}. Fino ad allora puoi scaricarlo quando vuoi dall’elenco dei tuoi certificati.`,
  check:
    'Chi lo riceve può controllarlo con il codice QR. Se non hai chiesto tu il certificato, scrivi subito al tuo comune.',
  action: 'Scarica il certificato',
};

const en: typeof it = {
  subject: 'Your certificate is ready',
  ready: (names, number) => `The certificate that you asked for is ready: ${names}. Number ${number}.`,
  until: (day) =>
    `It is valid until ${day}. Until then you can download it whenever you like from the list of your certificates.`,
  check:
    'Whoever receives it can check it with the QR code. If you did not ask for this certificate, write to your municipality at once.',
  action: 'Download the certificate',
};

/** The letter about an issued certificate. */
export const letterWords: Record<Locale, typeof it> = { it, en };
