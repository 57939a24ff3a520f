import type { Locale } from '#kernel/locale.ts';
import type { AnswerRefusal } from '../../use-cases/answer-offer.ts';

const it = {
  title: 'La sede ti propone un’altra data',
  sorry: 'Ci dispiace: la sede non può riceverti quando avevi prenotato. Ti tiene un altro posto.',
  service: 'Servizio',
  reason: 'Motivo',
  was: 'Prima',
  offered: 'Nuova data',
  where: 'Dove',
  until: (moment: string) => `Il posto è tuo fino a ${moment}. Se non rispondi, torna libero.`,
  accept: 'Accetto la nuova data',
  refuse: 'Non va bene',
  otherwise: (day: string) =>
    `Se rifiuti, fino al ${day} puoi scegliere con priorità, anche tra i posti che gli altri non vedono ancora.`,
  mine: 'I miei appuntamenti',
  accepted: {
    title: 'Nuova data confermata',
    text: 'Ti aspettiamo. Ti abbiamo mandato una mail con il file per il calendario.',
    link: 'Vedi l’appuntamento',
  },
  refused: {
    title: 'Hai rifiutato la data proposta',
    text: 'Il posto torna libero. Adesso puoi scegliere un’altra data prima degli altri: ti abbiamo mandato il collegamento anche per mail.',
    link: 'Scegli un altro posto con priorità',
  },
  ends: {
    no_such_offer: {
      title: 'Questo collegamento non è valido',
      text: 'Forse è stato copiato a metà. Apri di nuovo la mail e premi il pulsante, oppure accedi e guarda i tuoi appuntamenti.',
    },
    lapsed: {
      title: 'Il tempo per rispondere è finito',
      text: 'Il posto è tornato libero per gli altri. Puoi ancora scegliere con priorità: il collegamento è nella mail che ti abbiamo mandato.',
    },
    over: {
      title: 'Hai già risposto',
      text: 'Questa proposta non aspetta più una risposta. Guarda i tuoi appuntamenti per sapere come sono adesso.',
    },
  } satisfies Record<AnswerRefusal['code'], { title: string; text: string }>,
  banner: (reason: string) => `La sede ha dovuto cambiare questo appuntamento. Motivo: ${reason}`,
  answer: 'Accetta o rifiuta la nuova data',
  again: (day: string) => `Fino al ${day} puoi scegliere un altro posto con priorità.`,
  choose: 'Scegli con priorità',
};

const en: typeof it = {
  title: 'The office offers you another date',
  sorry:
    'We are sorry: the office cannot receive you when you had booked. It is holding another place for you.',
  service: 'Service',
  reason: 'Reason',
  was: 'Before',
  offered: 'New date',
  where: 'Where',
  until: (moment) => `The place is yours until ${moment}. If you do not answer, it goes back to others.`,
  accept: 'I accept the new date',
  refuse: 'It does not suit me',
  otherwise: (day) =>
    `If you refuse, you can choose with priority until ${day}, also among places that others do not see yet.`,
  mine: 'My appointments',
  accepted: {
    title: 'New date confirmed',
    text: 'We expect you. We sent you a mail with the file for your calendar.',
    link: 'See the appointment',
  },
  refused: {
    title: 'You refused the date that was offered',
    text: 'The place goes back to others. Now you can choose another date before others: we sent you the link by mail too.',
    link: 'Choose another place with priority',
  },
  ends: {
    no_such_offer: {
      title: 'This link is not valid',
      text: 'It may have been copied only in part. Open the mail again and press the button, or sign in and look at your appointments.',
    },
    lapsed: {
      title: 'The time to answer is over',
      text: 'The place has gone back to others. You can still choose with priority: the link is in the mail that we sent you.',
    },
    over: {
      title: 'You have answered already',
      text: 'This offer no longer waits for an answer. Look at your appointments to see how they stand.',
    },
  },
  banner: (reason) => `The office had to change this appointment. Reason: ${reason}`,
  answer: 'Accept or refuse the new date',
  again: (day) => `Until ${day} you can choose another place with priority.`,
  choose: 'Choose with priority',
};

/** The words of another date that an office offers. */
export const offerWords: Record<Locale, typeof it> = { it, en };
