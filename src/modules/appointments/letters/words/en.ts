import type { it } from './it.ts';

export const en: typeof it = {
  greeting: (name) => `Hello ${name},`,
  where: (office, address) => `Where: ${office}, ${address}.`,
  when: (moment, city) => `When: ${moment}, ${city} time.`,
  what: (service, reference) => `Service: ${service}. Appointment code: ${reference}.`,
  held: {
    subject: (service) => `Confirm your appointment: ${service}`,
    paragraph: (until) =>
      `We are holding a place for you. Confirm it by ${until}: if you do not, the place goes back to others.`,
    action: 'Confirm the appointment',
    unknown: 'You did not ask for this appointment? Do nothing: the place frees itself.',
  },
  booked: {
    subject: (service, day) => `Appointment confirmed: ${service}, ${day}`,
    paragraph: 'Your appointment is confirmed. You also find it in the attached calendar file.',
    bring:
      'Bring an identity document and what the page of the service lists. The place is yours and cannot be passed on.',
    printout: (url: string) => `The confirmation to print, with your entry code: ${url}`,
    change: 'If you cannot come, move or cancel it: somebody else will need the place.',
    action: 'See, move or cancel it',
  },
  moved: {
    subject: (service, day) => `Appointment moved: ${service}, ${day}`,
    paragraph: (before) => `You moved the appointment that you had on ${before}. Only the new date counts.`,
    action: 'See the appointment',
  },
  cancelled: {
    subject: (service, day) => `Appointment cancelled: ${service}, ${day}`,
    byCitizen:
      'You cancelled your appointment. The place goes back to others: thank you for telling us in time.',
    office_changed:
      'You have changed office: the appointment at your old office is cancelled and its place goes to others. You can book at your new office.',
    account_closed:
      'You have closed your account: the appointment is cancelled and its place goes to others.',
    again: 'You can book another one whenever you like.',
    action: 'Look for another place',
  },
  lapsed: {
    subject: (service) => `Place not confirmed: ${service}`,
    paragraph:
      'You did not confirm the place that we held for you in time, so it has gone back to others. You lost nothing: you can book another one.',
    action: 'Look for another place',
  },
  reminder: {
    subject: (service, day) => `Reminder: ${service}, ${day}`,
    paragraph: 'We expect you at your appointment:',
    action: 'See, move or cancel it',
  },
  office: {
    offered: {
      subject: (service) => `The office offers you another date: ${service}`,
      paragraph: (before) =>
        `We are sorry: the office cannot receive you on ${before}, as you had booked. We are holding this appointment for you instead:`,
      until: (until) =>
        `Answer by ${until}: you can accept or refuse with one button. If you do not answer, the place goes back to others.`,
      otherwise: (day) =>
        `If the date does not suit you, refuse it: until ${day} you can choose with priority, also among places that others do not see yet.`,
      action: 'Accept or refuse',
    },
    cancelled: {
      paragraph: (before) => `We are sorry: the office had to cancel your appointment of ${before}.`,
      priority: (day) =>
        `You can choose another one at once. Until ${day} you have priority: you also see places that others do not see yet.`,
      action: 'Choose another place with priority',
    },
    refused: {
      subject: (service) => `You refused the date that was offered: ${service}`,
      paragraph: 'You refused the date that the office offered you. The place goes back to others.',
    },
    reason: (reason) => `Reason: ${reason}`,
  },
  party: {
    who: (names) => `Who: ${names}.`,
    what: (service) => `Service: ${service}.`,
    held: (until, count) =>
      `We are holding ${count} places next to each other, one for each person. Confirm them all together by ${until}: if you do not, they go back to others.`,
    bring:
      'Come together. Each person brings an identity document; for minors the parents’ documents are needed too.',
    change: 'If somebody cannot come, cancel only their place: the others still stand.',
    cancelled: (names) =>
      `You cancelled the appointment of ${names}. The place goes back to others: thank you for telling us in time.`,
    left: (names) => `The appointment still stands for ${names}.`,
  },
  calendar: {
    summary: (service, office) => `${service} – ${office}`,
    description: (reference, url) => `Appointment code: ${reference}\n${url}`,
  },
};
