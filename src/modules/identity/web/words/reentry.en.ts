import type { reentry as it } from './reentry.it.ts';

export const reentry: typeof it = {
  title: 'Get back in with the code from the counter',
  lead: 'Have you lost both the e-mail address and the mobile number of your account? Go to your office with a document: an operator identifies you and gives you a code on paper. Enter it here.',
  link: 'Lost both your e-mail and your mobile?',
  code: 'Code of 20 characters',
  codeHint: 'It is on the sheet that you were given. Capitals and dashes do not matter.',
  next: 'Continue',
  codeNotGood:
    'This code opens nothing: check that you have copied it well. It works for 14 days and once only; whoever holds your old contacts may also have stopped it. If you still need one, go back to the counter.',
  codeTooEarly: (moment) =>
    `The code is right but opens ${moment}: until then whoever holds your old contacts can object. To get in earlier, ask at the counter that a second operator confirms it.`,
  contactsTitle: 'Your new contacts',
  contactsLead:
    'They take the place of the old ones. When you confirm, whatever was open with the old ones is closed: sessions, passkeys, tokens. Then you verify the new ones with a code.',
  submit: 'Get in with the new contacts',
  objectTitle: 'It was not me',
  objectLead:
    'If you did not go to the counter, stop the code: it will open nothing any more. If it was you, close this page.',
  object: 'Stop the code',
  stoppedTitle: 'Code stopped',
  stopped:
    'The code opens nothing any more and the office sees your objection. To be safe, change your password.',
  lateTitle: 'The code had been used already',
  late: 'We have written your objection into the office’s records, but contacts and password have changed already. Write to or call your office at once: it can find out who is right.',
  toOffices: 'Find your office',
};
