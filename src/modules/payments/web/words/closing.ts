import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to receipts and payments. */
export const closingWords: ClosingWords = {
  erased: {
    receipt_account: {
      it: 'il legame tra il tuo account e le ricevute di quello che hai pagato allo sportello',
      en: 'the link between your account and the receipts of what you paid at the counter',
    },
    payment_account: {
      it: 'il legame tra il tuo account e i pagamenti online, con la tua e-mail; quello che non hai ancora pagato non si paga più',
      en: 'the link between your account and your online payments, with your e-mail address; what you have not paid yet is not to be paid any more',
    },
  },
  kept: {
    receipts: {
      it: 'le ricevute di quello che hai pagato allo sportello, con il tuo nome e l’importo',
      en: 'the receipts of what you paid at the counter, with your name and the amount',
    },
    payments: {
      it: 'i pagamenti online, con il nome e il codice fiscale di chi ha pagato e l’importo',
      en: 'the online payments, with name and tax code of the payer and the amount',
    },
  },
  because: {
    proof_of_payment: {
      it: 'provano pagamenti fatti allo Stato e si conservano dieci anni (art. 2220 del codice civile; GDPR, art. 17, par. 3, lett. b)',
      en: 'they prove payments to the State and are kept for ten years (Italian civil code art. 2220; GDPR art. 17(3)(b))',
    },
  },
};
