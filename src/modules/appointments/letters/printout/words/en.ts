import type { it } from './it.ts';

export const en: typeof it = {
  title: 'Appointment confirmation',
  draft: 'Appointment still to be confirmed',
  draftText:
    'This sheet does not let you in: first confirm the appointment with the button in the mail, then print it again.',
  service: 'Service',
  when: 'When',
  zone: (city) => `${city} time`,
  ownTime: (moment, zone) => `Where you are (${zone}): ${moment}`,
  where: 'Where',
  who: 'For whom',
  born: (day) => `date of birth: ${day}`,
  reference: 'Reference',
  entry: 'Code to get in',
  entryText:
    'Show this code at the entrance, on paper or on your phone, together with your identity document. The place belongs to the person named and cannot be passed on.',
  codeFor: (name) => `Entry code of ${name}`,
  bring: 'What to bring',
  identity: 'A valid identity document',
  toBeConfirmed: 'To be confirmed by the office.',
  costs: 'What it costs',
  costsNone: 'No cost is stated for this service.',
  cost: 'For what',
  amount: 'Amount',
  costsOn: (day) =>
    `Amounts of the tariff in force on ${day}. The office may collect them in local currency at the consular rate.`,
  free: 'The appointment is free: nobody may ask you for money to book it.',
  change: (url) => `If you cannot come, move it or cancel it: ${url}`,
  printed: (moment) => `Printed ${moment}`,
  questions: (email) => `Questions: ${email}`,
};
