import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to what was sealed for it. */
export const sealedClosingWords: ClosingWords = {
  erased: {
    proofs: {
      it: 'i file delle tue attestazioni e il loro collegamento con l’account',
      en: 'the files of your proofs and their connection with the account',
    },
  },
  kept: {
    register_of_seals: {
      it: 'codice, iniziali e validità dei documenti sigillati, senza il tuo nome',
      en: 'code, initials and validity of the sealed documents, without your name',
    },
  },
  because: {
    checking_of_documents: {
      it: 'chi ha ricevuto un documento deve poterlo verificare (CAD, art. 62, c. 3)',
      en: 'whoever was given a document must be able to check it (CAD art. 62(3))',
    },
  },
};
