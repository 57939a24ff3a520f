import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to receipts. */
export const closingWords: ClosingWords = {
  erased: {
    receipt_account: {
      it: 'il legame tra il tuo account e le ricevute di quello che hai pagato allo sportello',
      en: 'the link between your account and the receipts of what you paid at the counter',
    },
  },
  kept: {
    receipts: {
      it: 'le ricevute di quello che hai pagato allo sportello, con il tuo nome e l’importo',
      en: 'the receipts of what you paid at the counter, with your name and the amount',
    },
  },
  because: {
    proof_of_payment: {
      it: 'provano pagamenti fatti allo Stato e si conservano dieci anni (art. 2220 del codice civile; GDPR, art. 17, par. 3, lett. b)',
      en: 'they prove payments to the State and are kept for ten years (Italian civil code art. 2220; GDPR art. 17(3)(b))',
    },
  },
};
