import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to its connection with the registry. */
export const closingWords: ClosingWords = {
  erased: {
    connection: {
      it: 'il collegamento tra l’account e la tua scheda nell’anagrafe',
      en: 'the connection of the account with your record in the registry',
    },
  },
  kept: {
    record: {
      it: 'la tua scheda nell’anagrafe, con l’elenco di chi l’ha letta',
      en: 'your record in the registry, with the list of who has read it',
    },
    consular_entry: {
      it: 'la tua iscrizione nello schedario del consolato',
      en: 'your entry in the register of the consulate',
    },
  },
  because: {
    registry_by_law: {
      it: 'l’anagrafe registra tutti i residenti e gli italiani all’estero, con o senza account (L. 1228/1954, art. 1; L. 470/1988, art. 1)',
      en: 'the registry holds everybody resident in Italy and all Italians abroad, with or without an account (Law 1228/1954 art. 1; Law 470/1988 art. 1)',
    },
    consular_register_by_law: {
      it: 'il consolato tiene lo schedario dei cittadini della sua circoscrizione, con o senza account (D.Lgs. 71/2011, art. 8)',
      en: 'the consulate keeps the register of the citizens of its district, with or without an account (Legislative Decree 71/2011 art. 8)',
    },
  },
};
