import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to appointments. */
export const closingWords: ClosingWords = {
  erased: {
    appointments_released: {
      it: 'gli appuntamenti futuri: vengono annullati e i posti tornano liberi per gli altri',
      en: 'your appointments to come: they are cancelled and the places go to others',
    },
    appointments_past: {
      it: 'i tuoi dati negli appuntamenti passati: nome, data di nascita, note e risposte',
      en: 'your data in past appointments: name, date of birth, notes and answers',
    },
  },
  kept: {
    appointments_served: {
      it: 'nome e data di nascita negli appuntamenti che la sede ha già preso in carico',
      en: 'name and date of birth in appointments that the office has taken in charge already',
    },
    absences: {
      it: 'un’impronta cifrata di te negli appuntamenti a cui non sei venuto',
      en: 'a keyed fingerprint of you in appointments that you did not come to',
    },
    appointment_numbers: {
      it: 'sede, ora, servizio ed esito degli appuntamenti, senza di te',
      en: 'office, hour, service and outcome of appointments, without you',
    },
  },
  because: {
    public_task: {
      it: 'la sede li sta servendo e deve poterti richiamare (GDPR, art. 6, par. 1, lett. e, e art. 17, par. 3, lett. b)',
      en: 'the office is serving them and must be able to call you back (GDPR art. 6(1)(e) and art. 17(3)(b))',
    },
    absence_rule: {
      it: 'la pausa dopo le assenze vale anche per chi si registra di nuovo (GDPR, art. 6, par. 1, lett. e)',
      en: 'the pause after absences also holds for who registers anew (GDPR art. 6(1)(e))',
    },
    statistics: {
      it: 'servono alle statistiche della sede e non dicono chi sei (GDPR, considerando 26)',
      en: 'the office’s statistics need them and they do not tell who you are (GDPR recital 26)',
    },
  },
};
