import type { ContactKind } from '../domain/account.ts';
import type { BlockReason } from '../domain/registration-block.ts';
import type { it } from './it.ts';

const contact: Record<ContactKind, string> = { email: 'e-mail address', mobile: 'mobile number' };

const reasons: Record<BlockReason, (kind: ContactKind) => string> = {
  contact_of_another_account: (kind) =>
    `the ${contact[kind]} you gave already belongs to another registered person`,
  barred_contact: (kind) => `the ${contact[kind]} you gave was blocked in an earlier registration`,
  intermediary_contact: (kind) => `the ${contact[kind]} you gave is known to be used by an intermediary`,
  disposable_address: () => 'the e-mail address you gave comes from a service of temporary addresses',
};

export const en: typeof it = {
  code: (code) => ({
    subject: `${code} is your code`,
    paragraphs: [
      `Your code is ${code}.`,
      'Type it into the page where you asked for it. It works for 10 minutes and once only.',
      'Never give this code to anybody: whoever asks for it is deceiving you. If you did not ask for it, do nothing: without the code nothing happens.',
    ],
    sms: `Sportello: your code is ${code}. It works for 10 minutes. Give it to nobody.`,
  }),
  alreadyYours: (signInUrl) => ({
    subject: 'You already have an account',
    paragraphs: [
      'Somebody used this contact to register or to change a profile, but it is already verified in your account.',
      'If it was you: sign in to your account. If you do not remember the password, you can choose a new one from the sign-in page.',
      'If it was not you, you need not do anything: your account was not touched.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    sms: 'Sportello: somebody gave this number, which is already in your account. If it was you, sign in. If not, do nothing: your account was not touched.',
  }),
  barred: () => ({
    subject: 'This contact is blocked',
    paragraphs: [
      'Somebody used this contact to register, but an earlier registration with it was blocked.',
      'The reason and the way to contest the block are in the message that we sent you then. If you cannot find it, write to the office responsible for your residence.',
    ],
    sms: 'Sportello: this number is blocked for registrations. The reason and how to contest are in our earlier message.',
  }),
  activated: (signInUrl) => ({
    subject: 'Your account is active',
    paragraphs: [
      'The code was right: your account is active.',
      'Sign in and verify your second contact too: you need it before your first booking.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    sms: `Sportello: your account is active. Sign in: ${signInUrl}`,
  }),
  blocked: (kind, reason, contestUrl) => ({
    subject: 'Your registration was blocked',
    paragraphs: [
      `The registration was blocked automatically: ${reasons[reason](kind)}.`,
      'E-mail and mobile must be yours alone. While the block stands, the contact we are writing to cannot be used to register again.',
      'If you think that this is a mistake, you can contest it within 30 days: an operator of the office reads your explanation and decides.',
    ],
    action: { label: 'Contest the block', url: contestUrl },
    sms: `Sportello: registration blocked, ${reasons[reason](kind)}. To contest, within 30 days: ${contestUrl}`,
  }),
  lifted: (signInUrl) => ({
    subject: 'The block was lifted',
    paragraphs: [
      'An operator lifted the block of your registration: your account is active.',
      'Sign in and check your contacts: the second one must be verified before your first booking.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    sms: `Sportello: the block was lifted, your account is active. Sign in: ${signInUrl}`,
  }),
  upheld: () => ({
    subject: 'The block stays',
    paragraphs: [
      'An operator read your explanation and decided that the block of the registration stays.',
      'If you have anything new to add, write to the office responsible for your residence.',
    ],
    sms: 'Sportello: we read your explanation, the block stays. If you have anything new to add, write to your office.',
  }),
  locked: (unlockUrl) => ({
    subject: 'Access suspended for 24 hours',
    paragraphs: [
      'Somebody typed a wrong password for your account five times. To protect you, signing in with a password from browsers that we do not know is suspended for 24 hours; then it opens again by itself.',
      'If it is you and you want to get in now: open the link below in the browser that you want to use (it works for 30 minutes, once), then sign in with your password. Sessions that are already open stay open.',
      'If it was not you, your password was not guessed: you need not do anything.',
    ],
    action: { label: 'Unlock this browser', url: unlockUrl },
    sms: `Sportello: access suspended for 24 hours after 5 wrong passwords. To get in now, within 30 minutes: ${unlockUrl}`,
  }),
  recovery: (url) => ({
    subject: 'Choose a new password',
    paragraphs: [
      'You asked to choose a new password. The link works for 30 minutes and once only.',
      'When you change it, sessions open elsewhere are ended. If you did not ask for it, do nothing: your password stays as it was.',
    ],
    action: { label: 'Choose the new password', url },
    sms: `Sportello: to choose a new password, within 30 minutes: ${url}`,
  }),
  passwordChanged: (recoveryUrl) => ({
    subject: 'Your password has changed',
    paragraphs: [
      'The password of your account was changed and your other sessions were ended.',
      'If it was not you, choose a new password at once.',
    ],
    action: { label: 'Recover the account', url: recoveryUrl },
    sms: `Sportello: your password has changed. If it was not you: ${recoveryUrl}`,
  }),
  contactChanged: (kind, masked) => ({
    subject: 'One of your contacts has changed',
    paragraphs: [
      `From now on the ${contact[kind]} of your account is ${masked}.`,
      'If it was not you, change your password at once and write to your office.',
    ],
    sms: `Sportello: from now on the ${contact[kind]} of your account is ${masked}. If it was not you, change your password.`,
  }),
  invited: (url) => ({
    subject: 'Your staff access to Sportello',
    paragraphs: [
      'An administrator gave you access to the desk of the office.',
      'With the link below you choose your password and connect your telephone as a second factor. It works for 72 hours, once.',
    ],
    action: { label: 'Set up your access', url },
    sms: `Sportello: set up your access, within 72 hours: ${url}`,
  }),
  factorReset: (url) => ({
    subject: 'Set up your access again',
    paragraphs: [
      'An administrator reset your second factor and your sessions were ended.',
      'With the link below you choose a new password and connect your telephone again. It works for 72 hours, once. If you did not ask for it, tell your administrator.',
    ],
    action: { label: 'Set up access', url },
    sms: `Sportello: set up your access again, within 72 hours: ${url}`,
  }),
};
