import type { it } from './it.ts';

export const en: typeof it = {
  title: 'Desk',
  hello: (name) => `Hello ${name}`,
  lead: 'What awaits you, office by office.',
  none: 'You have no role at any office yet: ask who administers the office.',
  counts: (expected, arrived) =>
    `Today: ${expected === 1 ? '1 person expected' : `${expected} people expected`}, ${arrived} arrived.`,
  day: 'The day at the counter',
  report: 'How the appointments went',
  arrivals: 'Arrivals',
  till: 'Till and receipts',
  files: (queued) =>
    queued === 0
      ? 'Files: none in the queue'
      : `Files: ${queued >= 1000 ? 'more than 1000' : queued} in the queue`,
  requests: (waiting) => (waiting === 1 ? 'Requests: 1 in the queue' : `Requests: ${waiting} in the queue`),
  consularRegister: 'Consular register',
  registry: 'Look for a resident',
  filesFromConsulates: (waiting) =>
    waiting === 1 ? 'Files from consulates: 1 new' : `Files from consulates: ${waiting} new`,
  municipality: 'Services and connection to the registry',
  registryLead: 'The residents of this municipality, and those in its AIRE.',
  chooseMunicipality: 'Or a municipality',
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
  payments: 'Online payments',
  certificateKeys: 'Keys of certificates',
  choose: 'Open another office',
  office: 'Office',
  open: 'Open',
};
