import type { it } from './it.ts';

export const en: typeof it = {
  title: 'Desk',
  hello: (name) => `Hello ${name}`,
  lead: 'What awaits you, office by office.',
  none: 'You have no role at any office yet: ask who administers the office.',
  counts: (expected, arrived) =>
    `Today: ${expected === 1 ? '1 person expected' : `${expected} people expected`}, ${arrived} arrived.`,
  day: 'The day at the counter',
  requests: (waiting) => (waiting === 1 ? 'Requests: 1 in the queue' : `Requests: ${waiting} in the queue`),
  agendas: 'Agendas and hours',
  closures: 'Closures and holidays',
  services: 'Services to book',
  notices: 'Notices to the public',
  network: 'Network',
  everybody: 'Notices for everybody',
  officials: 'Officials and roles',
  identity: 'Blocked registrations and contests',
  reports: 'Reports of the sale of appointments',
  choose: 'Open another office',
  office: 'Office',
  open: 'Open',
};
