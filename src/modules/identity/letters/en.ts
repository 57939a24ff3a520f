import type { ContactKind } from '../domain/account.ts';
import type { BlockReason } from '../domain/registration-block.ts';
import type { it } from './it.ts';

const contact: Record<ContactKind, string> = { email: 'e-mail address', mobile: 'mobile number' };

const reasons: Record<BlockReason, (kind: ContactKind) => string> = {
  contact_of_another_account: (kind) =>
    `the ${contact[kind]} you gave already belongs to another registered person`,
  barred_contact: (kind) => `the ${contact[kind]} you gave was blocked in an earlier registration`,
  intermediary_contact: (kind) => `the ${contact[kind]} you gave is known to be used by an intermediary`,
  closed_for_abuse: (kind) => `the ${contact[kind]} belonged to an account that was closed for abuse`,
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
  strongIdentityConnected: (accessUrl, reentered) => ({
    subject: reentered ? 'Your account was taken back with SPID' : 'Your account is connected to SPID',
    paragraphs: [
      reentered
        ? 'Somebody with your tax code got back into your account with SPID, saying that they no longer have this contact. Open sessions, passkeys and tokens have been ended.'
        : 'From now on you also get into your account with your digital identity SPID.',
      'If that was you, there is nothing to do.',
      'If that was not you, write at once to the office responsible for your residence or to your municipality, and tell the provider of your SPID identity.',
    ],
    action: { label: 'See how your account is entered', url: accessUrl },
    sms: reentered
      ? 'Sportello: somebody with your tax code got back into your account with SPID. If it was not you, tell your office at once.'
      : 'Sportello: your account is now connected to SPID. If it was not you, tell your office at once.',
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
  closedForAbuse: (explanation, contestUrl) => ({
    subject: 'Your account was closed',
    paragraphs: [
      'An administrator of the office has closed your account for abuse. Your appointments to come are cancelled, and it is not possible to register again with these contacts.',
      `Reason: ${explanation}`,
      'If you think this is a mistake, you can contest it within 30 days: the office reads your explanation and decides.',
    ],
    action: { label: 'Contest the closing', url: contestUrl },
    sms: `Sportello: your account was closed for abuse. To contest this, within 30 days: ${contestUrl}`,
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
  passkeyAdded: (label, accessUrl) => ({
    subject: 'You have a new passkey',
    paragraphs: [
      `The passkey “${label}” was added to your account: whoever has that device and can unlock it gets in without a password.`,
      'If it was not you, remove it at once and change your password.',
    ],
    action: { label: 'Check how you sign in', url: accessUrl },
    sms: `Sportello: a passkey was added to your account. If it was not you, remove it: ${accessUrl}`,
  }),
  officeChanged: (office, effects, accountUrl) => ({
    subject: 'You have changed office',
    paragraphs: [
      office === undefined
        ? 'From now on no consular office is responsible for where you live.'
        : `From now on your office is ${office}.`,
      ...effects,
      'You cannot undo the change yourself. If it was a mistake, write to the office that you left or to the new one: an operator can bring you back once.',
    ],
    action: { label: 'Go to your page', url: accountUrl },
    sms: `Sportello: your office has changed. If this is a mistake write to the office: ${accountUrl}`,
  }),
  officeReversed: (office, effects, accountUrl) => ({
    subject: 'Your change of office was reversed',
    paragraphs: [
      'An operator has reversed your change of office, as you asked. Your residence is again what it was before.',
      office === undefined
        ? 'No consular office is responsible for where you live.'
        : `Your office is again ${office}.`,
      ...effects,
      'Appointments that ended with the change do not come back: their places may be somebody else’s already. If you did not ask for this, write to the office.',
    ],
    action: { label: 'Go to your page', url: accountUrl },
    sms: `Sportello: an operator has reversed your change of office: ${accountUrl}`,
  }),
  reentryIssued: (office, objectionUrl) => ({
    subject: 'Somebody has asked to get back into your account',
    paragraphs: [
      `At the counter (${office}) a person has shown a document with your name, has said that e-mail and mobile are lost, and was given a code to choose new contacts and a new password.`,
      'If it was you, you need not do anything.',
      'If it was not you, object at once: the code will open nothing any more.',
    ],
    action: { label: 'It was not me', url: objectionUrl },
    sms: `Sportello: somebody asked at the counter to get back into your account. If it was not you, object at once: ${objectionUrl}`,
  }),
  reentryUsed: () => ({
    subject: 'This contact no longer belongs to your account',
    paragraphs: [
      'With the code from the counter new contacts and a new password were chosen. Earlier sessions, passkeys and tokens are closed, and this contact belongs to no account any more.',
      'If it was not you, write to your office at once: its records show who checked the document.',
    ],
    sms: 'Sportello: your account has new contacts and a new password, chosen with the code from the counter. If it was not you, write to your office at once.',
  }),
};
