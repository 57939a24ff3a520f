import type { Locale } from '#kernel/locale.ts';

const it = {
  title: 'Posta della dimostrazione',
  lead: 'Qui arrivano le mail e gli SMS che Sportello manda alle persone inventate. In produzione questa pagina non esiste.',
  search: 'Cerca per indirizzo',
  submit: 'Cerca',
  empty: 'Nessun messaggio.',
  to: 'A',
  sent: 'Inviata',
  back: 'Torna alla posta',
  attachments: 'Allegati',
  accounts: 'Account della dimostrazione',
  accountsLead: 'Persone inventate, uguali a ogni primo avvio.',
  citizens: 'Cittadini',
  officials: 'Personale',
  password: 'Password',
  office: 'Sede',
  second: 'Codice di verifica di adesso',
  secondHint: 'Cambia ogni 30 secondi: ricarica la pagina.',
  role: { ministry: 'ministero', office_admin: 'amministra la sede', operator: 'operatore' },
  mailbox: 'Apri la posta della dimostrazione',
};

const en: typeof it = {
  title: 'Demonstration mailbox',
  lead: 'The mails and texts that Sportello sends to the invented people arrive here. In production this page does not exist.',
  search: 'Search by address',
  submit: 'Search',
  empty: 'No messages.',
  to: 'To',
  sent: 'Sent',
  back: 'Back to the mailbox',
  attachments: 'Attachments',
  accounts: 'Demonstration accounts',
  accountsLead: 'Invented people, the same at every first start.',
  citizens: 'Citizens',
  officials: 'Officials',
  password: 'Password',
  office: 'Office',
  second: 'Verification code right now',
  secondHint: 'It changes every 30 seconds: reload the page.',
  role: { ministry: 'ministry', office_admin: 'administers the office', operator: 'operator' },
  mailbox: 'Open the demonstration mailbox',
};

export const demoWords: Record<Locale, typeof it> = { it, en };
