import type { Locale } from '#kernel/locale.ts';
import type { DecisionRefusal } from '../../../use-cases/change-by-office.ts';

const it = {
  title: 'Appuntamenti da spostare',
  lead: 'Qui ci sono le persone che hanno un appuntamento in un orario chiuso o con meno sportelli. Per ognuna scegli: proporre un’altra data, che la persona accetta o rifiuta, oppure annullare. Ogni persona riceve una sola mail, con il motivo.',
  empty: 'Nessun appuntamento da spostare: in tutti gli orari c’è posto per chi ha prenotato.',
  toChanges: (count: number) =>
    count === 1
      ? 'C’è 1 appuntamento da spostare o annullare'
      : `Ci sono ${count} appuntamenti da spostare o annullare`,
  now: 'Adesso',
  who: 'Chi',
  instead: 'Che cosa proporre',
  offer: (moment: string) => `Proponi ${moment}`,
  cancel: 'Annulla: la persona sceglie da sé, con priorità',
  later: 'Decido dopo',
  reasonIt: 'Motivo, in italiano',
  reasonEn: 'Motivo, in inglese',
  reasonHint: 'Le persone lo leggono nella mail: di’ che cosa è successo.',
  answerHours: 'Ore per rispondere',
  answerHoursHint: 'Per tanto tempo il posto proposto è tenuto. Poi torna libero.',
  submit: 'Avvisa le persone',
  done: (offered: number, cancelled: number, failed: number) =>
    `Fatto: ${offered} con un’altra data proposta, ${cancelled} annullati${failed === 0 ? '' : `, ${failed} da rivedere`}.`,
  problems: {
    reason: 'Scrivi il motivo, al massimo 500 caratteri: la persona ha diritto di conoscerlo',
    hours: 'Scrivi un numero di ore da 1 a 336',
    choice: 'Scegli che cosa fare',
  },
  refusals: {
    no_such_appointment: 'Questo appuntamento non è di questa sede.',
    not_now: 'Questo appuntamento è cambiato nel frattempo: guarda la lista aggiornata.',
    full: 'Il posto scelto è stato preso nel frattempo: scegline un altro.',
    no_such_place: 'Questo orario non serve questo servizio, o è già passato.',
    key_reused: 'Questo modulo è già stato inviato: ricarica la pagina.',
  } satisfies Record<DecisionRefusal['code'], string>,
  single: {
    title: 'Annulla o sposta l’appuntamento',
    lead: 'La persona riceve una mail con il motivo. Se proponi un’altra data, il posto è tenuto e la persona accetta o rifiuta.',
    what: 'Che cosa vuoi fare?',
    cancelOne: (name: string) => `Annulla solo per ${name}: sceglie da sé, con priorità`,
    cancelAll: 'Annulla per tutta la famiglia: scelgono da sé, con priorità',
    submit: 'Avvisa la persona',
    back: 'Torna alla lista',
  },
};

const en: typeof it = {
  title: 'Appointments to move',
  lead: 'These people have an appointment at a time that is closed or has fewer desks. Choose for each: offer another date, which the person accepts or refuses, or cancel. Each person gets one mail, with the reason.',
  empty: 'No appointments to move: at every time there is room for those who booked.',
  toChanges: (count) =>
    count === 1
      ? '1 appointment has to be moved or cancelled'
      : `${count} appointments have to be moved or cancelled`,
  now: 'Now',
  who: 'Who',
  instead: 'What to offer',
  offer: (moment) => `Offer ${moment}`,
  cancel: 'Cancel: the person chooses, with priority',
  later: 'Decide later',
  reasonIt: 'Reason, in Italian',
  reasonEn: 'Reason, in English',
  reasonHint: 'People read it in the mail: say what has happened.',
  answerHours: 'Hours to answer',
  answerHoursHint: 'The offered place is held for so long. Then it goes back to others.',
  submit: 'Tell the people',
  done: (offered, cancelled, failed) =>
    `Done: ${offered} with another date offered, ${cancelled} cancelled${failed === 0 ? '' : `, ${failed} to look at again`}.`,
  problems: {
    reason: 'Enter the reason, 500 characters at most: the person has a right to know it',
    hours: 'Enter a number of hours from 1 to 336',
    choice: 'Choose what to do',
  },
  refusals: {
    no_such_appointment: 'This appointment is not one of this office.',
    not_now: 'This appointment has changed in the meantime: look at the list as it is now.',
    full: 'The chosen place was taken in the meantime: choose another one.',
    no_such_place: 'This time does not serve this service, or has passed.',
    key_reused: 'This form was already sent: reload the page.',
  },
  single: {
    title: 'Cancel or move the appointment',
    lead: 'The person gets a mail with the reason. If you offer another date, the place is held and the person accepts or refuses.',
    what: 'What do you want to do?',
    cancelOne: (name) => `Cancel only for ${name}: the person chooses, with priority`,
    cancelAll: 'Cancel for the whole family: they choose, with priority',
    submit: 'Tell the person',
    back: 'Back to the list',
  },
};

/** The words of what the office does to appointments already given. */
export const changeWords: Record<Locale, typeof it> = { it, en };
