import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to certificates. */
export const closingWords: ClosingWords = {
  erased: {
    certificate_requests: {
      it: 'le richieste di certificati non ancora rilasciati',
      en: 'the requests for certificates that were not issued yet',
    },
  },
  kept: {
    certificates: {
      it: 'i certificati rilasciati, con il loro numero, senza il legame con il tuo account',
      en: 'the certificates that were issued, with their numbers, without the link to your account',
    },
  },
  because: {
    register_of_certificates: {
      it: 'stanno nel registro del comune, e chi li ha ricevuti deve poterli controllare (DPR 445/2000, art. 43; GDPR, art. 17, par. 3, lett. b)',
      en: 'they are in the register of the municipality, and whoever received them must be able to check them (DPR 445/2000 art. 43; GDPR art. 17(3)(b))',
    },
  },
};
