import type { Means, Place } from '../../domain/browser.ts';
import type { access as it } from './access.it.ts';

const browsers: Record<Place['browser'], string> = {
  firefox: 'Firefox',
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'another browser',
};
const systems: Record<Place['system'], string> = {
  windows: 'Windows',
  ios: 'an iPhone or iPad',
  macos: 'a Mac',
  android: 'Android',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  other: 'another system',
};
const means: Record<Means, string> = {
  password: 'with the password',
  passkey: 'with a passkey',
  recovery: 'by recovering the password',
  counter: 'with the code from the counter',
  spid: 'with SPID',
};

export const access: typeof it = {
  title: 'Passkeys and devices',
  officialTitle: 'My access',
  passkeysTitle: 'Your passkeys',
  passkeysLead:
    'A passkey opens your account with the fingerprint, face or code of your device. Nobody can guess or copy it, and it works also while sign-in with the password is suspended.',
  officialLead:
    'A passkey takes the place of the app’s code: you sign in with the password and the fingerprint, face or code of your device. The app’s code always works too.',
  none: 'You have no passkeys yet.',
  made: (day) => `Made on ${day}.`,
  used: (day) => `Last used on ${day}.`,
  neverUsed: 'Never used.',
  rename: 'Change name',
  renameWhich: (label) => `Change the name of ${label}`,
  newName: 'New name',
  saveName: 'Save the name',
  remove: 'Remove',
  removeWhich: (label) => `Remove the passkey ${label}`,
  addTitle: 'Add a passkey',
  addLabel: 'Name of the passkey',
  addHint: 'To recognise it, for example “My phone”.',
  add: 'Make the passkey',
  needsScript:
    'To make a passkey you need a recent browser with JavaScript on. Without it you can get in with the password, with the recovery link, or at the counter.',
  needsScriptDesk:
    'To make a passkey you need a recent browser with JavaScript on. Without it you sign in with the password and the app’s code.',
  failed:
    'The device did not complete the request, or you cancelled it. Nothing has changed: try again when you like.',
  working: 'Follow the instructions of your device.',
  labelMissing: 'Enter a name of at most 80 characters.',
  passkeyNotMade:
    'The passkey was not made: the request took too long, or the device has one already. Try again.',
  tooMany: 'You have 10 passkeys already: remove one before you add another.',
  added: 'Passkey added.',
  saved: 'Done.',
  sessionsTitle: 'Where you are signed in',
  sessionsLead: 'If you do not recognise a device, sign it out and change your password.',
  where: ({ browser, system }) =>
    browser === 'other' && system === 'other'
      ? 'Unrecognised device'
      : `${browsers[browser]} on ${systems[system]}`,
  entered: (how, moment) => `Signed in ${means[how]} ${moment}.`,
  lastSeen: (moment) => `Last used ${moment}.`,
  thisOne: 'this device',
  signOutOne: 'Sign out',
  signOutWhich: (what) => `Sign out ${what}`,
  everywhereTitle: 'Sign out everywhere else',
  everywhereLead: 'Ends all other sessions and revokes the API tokens. You stay signed in here.',
  forget: 'Also forget the browsers that we know',
  forgetHint:
    'We know the browsers that you have signed in with: from there you get in even while others type wrong passwords for you. Afterwards the limit for everybody holds for them too.',
  signOutEverywhere: 'Sign out everywhere else',
  signInTitle: 'Sign in with a passkey',
  signInLead: 'It works also while sign-in with the password is suspended.',
  signIn: 'Sign in with a passkey',
  signInNeedsScript: 'With JavaScript on you can also sign in with a passkey.',
  deskSignIn: 'Sign in with password and passkey',
  refused:
    'This passkey opens no account: it may have been removed. Sign in with the password, or recover it.',
};
