import type { signIn as it } from './sign-in.it.ts';

export const signIn: typeof it = {
  title: 'Sign in',
  identifier: 'E-mail or mobile number',
  identifierHint: 'The mobile number with its prefix, for example +44 or +39.',
  password: 'Password',
  submit: 'Sign in',
  forgot: 'Forgotten your password?',
  register: 'No account? Register',
  welcomeBack: 'Using a password manager, or pasting? That is fine.',
  refused: 'Wrong data, or access suspended for 24 hours: see your e-mail.',
  identifierMissing: 'Enter your e-mail address or mobile number.',
  passwordMissing: 'Enter the password.',
  unlock: {
    title: 'Unlock this browser',
    lead: 'Press the button in the browser that you want to sign in with. Then enter with your password, as always.',
    submit: 'Unlock this browser',
    doneTitle: 'Browser unlocked',
    done: 'You can now sign in from here with your password.',
  },
  linkExpiredTitle: 'The link no longer works',
  linkExpired: 'It works for 30 minutes and once only. If you still need it, ask for a new one.',
  recovery: {
    title: 'Recover your password',
    lead: 'Enter the e-mail address you registered with: we send you a link to choose a new password.',
    submit: 'Send the link',
    sentTitle: 'Check your mail',
    sent: 'If there is an account with this contact, a message with the link arrives within a minute. Look into the junk folder too.',
    again: 'Nothing arrives? Check that you typed the right contact and try again: at most 5 messages a day.',
  },
  newPassword: {
    title: 'Choose the new password',
    lead: 'When you confirm, sessions open elsewhere are ended.',
    field: 'New password',
    submit: 'Save the password',
  },
  faults: {
    too_short: (shortest) =>
      `The password is too short: at least ${shortest} characters are needed. A sentence is fine.`,
    too_long: () => 'The password is too long: 200 characters at most.',
    common: () =>
      'This password uses words that somebody trying to get in types first. Choose words that have nothing to do with this service.',
    repeated: () => 'This password repeats the same characters: it is quickly guessed. Choose another.',
    sequence: () =>
      'This password follows the alphabet, the digits or the keyboard: it is quickly guessed. Choose another.',
    about_you: () =>
      'This password contains your name or address: whoever knows you will guess it. Choose another.',
  },
};
