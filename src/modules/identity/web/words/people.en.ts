import type { DocumentKind, ReentryState } from '../../domain/reentry.ts';
import type { people as it } from './people.it.ts';

const documents: Record<DocumentKind, string> = {
  passport: 'Passport',
  identity_card: 'Identity card',
  driving_licence: 'Driving licence',
  residence_permit: 'Residence permit',
};
const states: Record<ReentryState, string> = {
  issued: 'handed over, waiting',
  confirmed: 'confirmed by a second operator',
  used: 'used',
  objected: 'stopped by the holder of the old contacts',
  replaced: 'replaced',
};

export const people: typeof it = {
  title: 'People of the office',
  lead: 'Search by e-mail, mobile, tax code or name. Every search is recorded, and people can learn who has read their data.',
  sought: 'Whom are you looking for?',
  soughtHint: 'At least three letters of first or family name, or the whole contact or tax code.',
  search: 'Search',
  tooShort: 'Enter at least three letters of the name, or the whole contact or tax code.',
  none: 'Nobody of your office matches. People of other offices do not appear here.',
  born: (day) => `born on ${day}`,
  livesIn: (place, country) => `lives in ${place} (${country})`,
  changesLink: 'Changes of office to review',
  contactsTitle: 'Contacts',
  verified: 'verified',
  unverified: 'to be verified',
  changesTitle: 'Changes of office',
  noChanges: 'No change of office.',
  change: (from, to, day) => `From ${from} to ${to}, on ${day}`,
  noOffice: 'no office',
  reversed: 'reversed',
  changesLead:
    'Recent changes from and to your offices. If a person made a mistake and asks you, you can reverse the change: once for each person.',
  changeTitle: (name) => `Change of office of ${name}`,
  before: 'Before',
  after: 'After',
  reverseTitle: 'Reverse the change',
  reverseLead:
    'Residence and office become again what they were, and the person gets a letter. Appointments to come at the new office are cancelled; those lost with the change do not come back.',
  reason: 'Reason, with the person’s request',
  reasonMissing: 'Enter the reason: what the person asked for, and when.',
  reverse: 'Reverse the change of office',
  reversedDone: 'The change of office was reversed.',
  problems: {
    reversed_already:
      'A change of office of this person was reversed once already: that cannot be done again.',
    moved_on: 'The person has changed again: this change is no longer the last one and cannot be reversed.',
    no_such_change: 'This change is not there any more.',
    key_reused: 'This form was sent already with other data. Reload the page.',
  },
  reentryTitle: 'Has lost e-mail and mobile',
  reentryLead:
    'Identify the person with an original document, then print a code with which they choose new contacts and a new password. The old contacts get a warning and can object for 48 hours; if a second operator confirms, the code opens at once.',
  document: 'Document that you saw',
  documents,
  documentNumber: 'Number of the document',
  documentNumberHint: 'Only its last three characters stay on record, until the code is used or has expired.',
  documentMissing: 'Enter the number of the document that you saw: at least five characters.',
  seen: 'I have seen the person and the original document, and they match',
  seenMissing: 'Confirm that you have seen the person and the original document.',
  issue: 'Print the code',
  codesTitle: 'Codes handed over',
  codeLine: (day, state) => `${day}: ${state}`,
  states,
  seenDocument: (kind, tail) => `${kind}, ends in ${tail}`,
  confirm: 'Confirm as second operator',
  confirmHint: 'Only if you too have seen the person and the document.',
  confirmed: 'Confirmed: the code opens at once.',
  confirmProblems: {
    no_such_code: 'There is no such code.',
    not_by_yourself: 'You handed this code over: another operator must confirm it.',
    over_already: 'This code is used, stopped or replaced already.',
  },
  toAbuse: 'Close the account for abuse',
  noSuchPerson: 'This person does not belong to your office.',
  paper: {
    title: 'Code to get back in',
    for: (name) => `For ${name}`,
    how: (url) =>
      `Open ${url} and enter the code. Then choose a new e-mail address, mobile number and password.`,
    opens: (moment) => `It opens ${moment}, or at once if a second operator confirms.`,
    expires: (moment) => `It expires ${moment}. It works once only.`,
    keep: 'Do not give it to anybody: whoever has it gets into your account.',
    print: 'Print this page and hand it over. You can open it again for 30 minutes.',
    gone: 'The code can be printed for 30 minutes and only by who handed it over. If it is still needed, hand over a new one.',
  },
};
