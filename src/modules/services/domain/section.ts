import type { Text } from '#kernel/locale.ts';

/** The sections of a service page, in the order of Italian service pages. */
export const serviceSections = [
  { id: 'who', title: { it: 'A chi è rivolto', en: 'Who it is for' } },
  { id: 'how', title: { it: 'Come fare', en: 'What to do' } },
  { id: 'needs', title: { it: 'Cosa serve', en: 'What you need' } },
  { id: 'result', title: { it: 'Cosa si ottiene', en: 'What you get' } },
  { id: 'costs', title: { it: 'Quanto costa', en: 'What it costs' } },
  { id: 'times', title: { it: 'Tempi e scadenze', en: 'Times and deadlines' } },
  { id: 'access', title: { it: 'Accedi al servizio', en: 'Start' } },
  { id: 'conditions', title: { it: 'Condizioni di servizio', en: 'Conditions' } },
  { id: 'contacts', title: { it: 'Contatti', en: 'Contacts' } },
] as const satisfies readonly { id: string; title: Text }[];
export type ServiceSection = (typeof serviceSections)[number]['id'];
