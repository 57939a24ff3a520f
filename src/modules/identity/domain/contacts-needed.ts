import type { ContactKind } from './account.ts';

/** What cannot be done without a way to reach the person. */
export const tasksWithContacts = [
  'correction',
  'residence_change',
  'certificate_by_mail',
  'request',
  'appointment',
  'closing',
] as const;
export type TaskWithContacts = (typeof tasksWithContacts)[number];

/** Contacts are optional (recapiti facoltativi) until one of these is to be done; then they are verified first. */
const needed: Record<TaskWithContacts, readonly ContactKind[]> = {
  correction: ['email', 'mobile'],
  residence_change: ['email', 'mobile'],
  certificate_by_mail: ['email'],
  request: ['email'],
  appointment: ['email', 'mobile'],
  // Where the confirmation is sent.
  closing: ['email'],
};

export function contactsNeededFor(task: TaskWithContacts): readonly ContactKind[] {
  return needed[task];
}
