import type { it } from './it.ts';

export const en: typeof it = {
  title: 'Desk',
  hello: (name) => `Hello ${name}`,
  lead: 'What awaits you, office by office.',
  none: 'You have no role at any office yet: ask who administers the office.',
  counts: (expected, arrived) =>
    `Today: ${expected === 1 ? '1 person expected' : `${expected} people expected`}, ${arrived} arrived.`,
  day: 'The day at the counter',
  agendas: 'Agendas and hours',
  closures: 'Closures and holidays',
  services: 'Services to book',
  notices: 'Notices to the public',
  network: 'Network',
  everybody: 'Notices for everybody',
  officials: 'Officials and roles',
  people: 'People of the office',
  access: 'My access and passkeys',
  identity: 'Blocked registrations and contests',
  reports: 'Reports of the sale of appointments',
  citizenship: 'Reasoning about citizenship',
  choose: 'Open another office',
  office: 'Office',
  open: 'Open',
};
