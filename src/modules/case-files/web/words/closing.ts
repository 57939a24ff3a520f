import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to requests and what was uploaded with them. */
export const closingWords: ClosingWords = {
  erased: {
    requests: {
      it: 'le richieste agli uffici, con messaggi e allegati; quelle aperte si chiudono',
      en: 'the requests to offices, with messages and attachments; open ones end',
    },
    unsent_uploads: { it: 'i file caricati e mai inviati', en: 'files uploaded and never sent' },
  },
  kept: {
    decided_corrections: {
      it: 'le correzioni dei dati già decise, con la prova',
      en: 'the corrections of data that were decided, with their proof',
    },
  },
  because: {
    proof_of_correction: {
      it: 'servono a dimostrare perché un dato è stato corretto (Reg. UE 2016/679, art. 5, par. 2, e art. 17, par. 3, lett. b)',
      en: 'they prove why a datum was corrected (Regulation (EU) 2016/679, art. 5(2) and art. 17(3)(b))',
    },
  },
};
