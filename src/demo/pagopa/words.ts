import type { Locale } from '#kernel/locale.ts';

const it = {
  title: 'pagoPA FAC-SIMILE',
  lead: 'Questa pagina prende il posto di pagoPA nella dimostrazione: non si paga niente. Scegli come va il pagamento.',
  amount: 'Importo',
  notice: 'Avviso',
  what: 'Causale',
  how: 'Come va il pagamento',
  choices: {
    pay: 'Pago, e torno al sito',
    pay_told_later: 'Pago e torno, ma la conferma di pagoPA arriva dopo un minuto',
    pay_told_twice: 'Pago e torno, e pagoPA avvisa due volte',
    pay_not_told: 'Pago e torno, ma pagoPA non avvisa',
    pay_and_close: 'Pago e chiudo il browser, senza tornare',
    pay_return_cancel: 'Pago, ma il browser torna dicendo «annullato»',
    cancel: 'Non pago, e torno al sito',
    cancel_pay_later: 'Torno senza pagare, e pago un minuto dopo in questa finestra',
    fail: 'La carta viene rifiutata',
    close: 'Chiudo il browser senza pagare',
  },
  stamp: 'Che marca esce (solo per il bollo)',
  stamps: {
    right: 'Quella giusta',
    digest: 'Una marca per un altro documento',
    signature: 'Una marca con la firma rotta',
    'seen-before': 'Una marca già usata',
  },
  submit: 'Vai avanti',
  closed: 'Hai chiuso il browser: il sito non sa niente finché non chiede a pagoPA.',
  over: 'Questo pagamento è già stato fatto o non esiste più.',
};

const en: typeof it = {
  title: 'pagoPA FAC-SIMILE',
  lead: 'This page takes the place of pagoPA in the demonstration: nothing is paid. Choose how the payment goes.',
  amount: 'Amount',
  notice: 'Notice',
  what: 'Purpose',
  how: 'How the payment goes',
  choices: {
    pay: 'I pay, and go back to the site',
    pay_told_later: 'I pay and go back, but pagoPA’s confirmation comes a minute later',
    pay_told_twice: 'I pay and go back, and pagoPA tells twice',
    pay_not_told: 'I pay and go back, but pagoPA does not tell',
    pay_and_close: 'I pay and close the browser, without going back',
    pay_return_cancel: 'I pay, but the browser comes back saying “cancelled”',
    cancel: 'I do not pay, and go back to the site',
    cancel_pay_later: 'I go back without paying, and pay a minute later in this window',
    fail: 'The card is declined',
    close: 'I close the browser without paying',
  },
  stamp: 'Which stamp comes out (stamp duty only)',
  stamps: {
    right: 'The right one',
    digest: 'A stamp for another document',
    signature: 'A stamp with a broken signature',
    'seen-before': 'A stamp that was used before',
  },
  submit: 'Go on',
  closed: 'You have closed the browser: the site knows nothing until it asks pagoPA.',
  over: 'This payment has been made already or does not exist any more.',
};

export const pagopaWords: Record<Locale, typeof it> = { it, en };
export type PaymentChoice = keyof typeof it.choices;
