import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to requests and what was uploaded with them. */
export const closingWords: ClosingWords = {
  erased: {
    requests: {
      it: 'le richieste agli uffici, con messaggi e allegati; quelle aperte si chiudono',
      en: 'the requests to offices, with messages and attachments; open ones end',
    },
    drafts: {
      it: 'le bozze delle pratiche, con i documenti caricati',
      en: 'the drafts of files, with the documents that were uploaded',
    },
    unsent_uploads: { it: 'i file caricati e mai inviati', en: 'files uploaded and never sent' },
  },
  kept: {
    decided_corrections: {
      it: 'le correzioni dei dati già decise, con la prova',
      en: 'the corrections of data that were decided, with their proof',
    },
    decided_files: {
      it: 'le pratiche già decise, con i documenti su cui si fondano',
      en: 'the files that were decided, with the documents that they rest on',
    },
    files_in_hand: {
      it: 'le pratiche che l’ufficio o il comune ha già in mano: vanno avanti fino alla decisione, che ti scriviamo per e-mail',
      en: 'the files that the office or the municipality has in hand already: they go on until the decision, which we write to you by e-mail',
    },
  },
  because: {
    proof_of_registration: {
      it: 'servono a dimostrare perché una persona è iscritta, o non lo è (Reg. UE 2016/679, art. 5, par. 2, e art. 17, par. 3, lett. b)',
      en: 'they prove why somebody is registered, or is not (Regulation (EU) 2016/679, art. 5(2) and art. 17(3)(b))',
    },
    procedure_goes_on: {
      it: 'un procedimento avviato si conclude con un provvedimento (L. 241/1990, art. 2, c. 1)',
      en: 'a procedure that was begun ends with a decision (L. 241/1990, art. 2(1))',
    },
    proof_of_correction: {
      it: 'servono a dimostrare perché un dato è stato corretto (Reg. UE 2016/679, art. 5, par. 2, e art. 17, par. 3, lett. b)',
      en: 'they prove why a datum was corrected (Regulation (EU) 2016/679, art. 5(2) and art. 17(3)(b))',
    },
  },
};
