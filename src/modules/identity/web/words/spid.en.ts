import type { SpidError } from '#platform/spid/error-codes.ts';
import type { MatchCase } from '../../domain/registry-match.ts';
import type { StrongReason } from '../strong-reason.ts';
import type { spid as italian } from './spid.it.ts';

const protocol =
  'The provider and this service did not understand each other: it is nothing you did. Try again in a few minutes; if it happens again, report it with the help form and give the code below.';

const errors: Record<SpidError, string> = {
  8: protocol,
  9: protocol,
  11: protocol,
  12: protocol,
  13: protocol,
  14: protocol,
  15: protocol,
  16: protocol,
  17: protocol,
  18: protocol,
  19: 'You typed wrong credentials several times and the provider stopped the sign-in. Check user name and password with your provider, then try again.',
  20: 'This service needs SPID of level 2, and your identity has no credentials for that level yet. Activate them with your provider (usually with its app), then try again.',
  21: 'Too much time has passed and the provider closed the request. Try again and finish within a few minutes.',
  22: 'You did not allow the provider to send us your data. Without name, date of birth and tax code we cannot know who you are. If you change your mind, try again and allow it.',
  23: 'Your SPID identity is suspended or revoked, or its credentials are blocked. Ask your provider to reactivate it.',
  25: 'You cancelled the sign-in. Nothing has happened: try again whenever you like.',
  30: 'You used a SPID identity of a kind that is not accepted here. The identity of a natural person is needed: try again with your personal one.',
};

const reasons: Record<StrongReason, string> = {
  registry:
    'Your data in the registry are shown to you alone: we must be sure who you are, and a password is not enough.',
  certificates:
    'A certificate is proof for everybody: to issue it we must be sure who asks for it, and a password is not enough.',
  payments:
    'The payment belongs to a certificate in your name: we must be sure who you are, and a password is not enough.',
  corrections:
    'A correction changes official data: we must be sure who asks for it, and a password is not enough.',
  residence:
    'A declaration of residence has legal effect: we must be sure who makes it, and a password is not enough.',
  contacts: 'Only somebody who proves who they are may replace contacts without using the old ones.',
};

const cases: Record<MatchCase, { title: string; why: string }> = {
  no_record: {
    title: 'We cannot find your record in the registry',
    why: 'Your identity is fine, but the national registry has no record with your tax code. This happens for example to people who never lived in Italy and are not registered with AIRE.',
  },
  invalid: {
    title: 'Your tax code is not valid',
    why: 'The tax code of your digital identity is not valid in the registry, and with that code we cannot open your record.',
  },
  deleted: {
    title: 'Your record in the registry has been deleted',
    why: 'There is a record with your tax code, but it is marked as deleted: for example because you could not be found, or because a move abroad was only half registered.',
  },
  duplicated: {
    title: 'The registry has two records with your data',
    why: 'Your tax code appears in more than one record. Until the municipality joins them we cannot know which one is right.',
  },
  differs: {
    title: 'The tax code of SPID and that of the registry differ',
    why: 'We find you in the registry, but with a tax code other than that of your SPID identity. One of the two has to be corrected.',
  },
};

export const spid: typeof italian = {
  title: 'Sign in with SPID',
  lead: 'Choose the provider that gave you your SPID identity. We take you to its site, where you prove who you are; then you come back here.',
  whatFor: 'What the provider tells us: name, family name, date of birth and tax code. Nothing else.',
  level: 'SPID of level 2 is needed: user name, password and a confirmation on your phone.',
  button: 'Entra con SPID',
  choose: 'Choose your provider',
  with: (name) => `Sign in with ${name}`,
  none: 'No SPID provider is connected to this service yet. You can sign in with your password.',
  more: 'More information',
  noSpid: 'You have no SPID?',
  help: 'Need help?',
  otherSite: 'opens in another tab',
  withPassword: 'Or sign in with your password',
  onSignInPage: 'With your digital identity you also see your data in the registry and get certificates.',
  noSuchProvider: 'This provider is not in the list. Choose one of these.',
  onward: {
    title: (name) => `You are going to ${name}`,
    lead: (name) =>
      `In a moment you are on the site of ${name}. If nothing happens, press the button: your browser does not run JavaScript, and that is fine.`,
    button: (name) => `Go on to ${name}`,
  },
  failed: {
    title: 'You are not signed in',
    retry: 'Try again',
    code: (number) => `SPID code: nr${String(number).padStart(2, '0')}.`,
    errors,
    declined:
      'The provider did not confirm your identity and did not say why. Try again; if it happens again, ask your provider.',
    not_believed:
      'The answer that came is not what we expected from your provider, and to be safe we did not use it. Start again, in this same window.',
    no_tax_code:
      'Your identity carries no Italian tax code, which is needed here to know who you are. If you have a personal SPID identity with a tax code, use that one; otherwise sign in with your password or ask at the counter.',
    no_such_request:
      'This answer belongs to no request that left from here. Start again from the button “Entra con SPID”.',
    answered_already:
      'This answer has been used: each answer is good once. Start again from the button “Entra con SPID”.',
    too_late: 'Too much time has passed since you asked to sign in. Start again: a few minutes are enough.',
    no_such_arrival:
      'This sign-in does not exist or has expired. Start again from the button “Entra con SPID”.',
    other_browser:
      'The sign-in was asked for in another browser, or the cookies of this one were deleted. Start again in this window.',
    arrived_too_late: 'Too much time has passed since the provider answered. Start again.',
    entered_already: 'You have signed in with this answer already: there is no need to repeat it.',
    account_closed:
      'Your account is closed or blocked. Ask the office responsible for you, or at the counter.',
    toAccount: 'Go to your page',
  },
  first: {
    title: 'It is your first sign-in with SPID',
    hello: (name) => `Hello ${name}. Your provider has confirmed who you are.`,
    question: 'Do you already have an account here?',
    openTitle: 'Connect the account that is open in this browser',
    openLead:
      'You have signed in with your password. If you connect it, that account opens with SPID too from now on.',
    openOther:
      'In this browser an account with data other than yours is open: we do not connect it. If it is yours, first ask for a correction of its data.',
    openSubmit: 'Connect this account',
    passwordTitle: 'Yes: connect it with its password',
    passwordLead:
      'Type what you usually sign in with. We connect the account only if it is the same person’s.',
    passwordSubmit: 'Sign in and connect',
    lostTitle: 'Yes, but I can no longer get in',
    lostLead: (contacts) =>
      `There is an account with your tax code, with these contacts: ${contacts}. If it is yours and you have lost both e-mail and mobile, take it back with SPID.`,
    lostWarning:
      'We end the sessions, passkeys and tokens of before, tell the old contacts, and a trace stays in your history.',
    lostSubmit: 'Take this account back',
    newTitle: 'No: open a new one',
    newLead: 'We only need to know where you live, to find the office or municipality that looks after you.',
    newSubmit: 'Open the account',
    wrongPassword: 'Wrong data, or sign-in suspended for 24 hours: see your e-mail.',
    otherPerson:
      'That account has another name, date of birth or tax code than SPID: we do not connect it. If it is yours, sign in with the password and ask for a correction of its data.',
    connectedOtherwise: 'This account or this identity is already connected to another. Start again.',
    nothingLost: 'The account to take back is no longer there. Choose another way.',
  },
  signedOut: {
    title: 'You are signed out',
    lead: 'Your session here has ended.',
    there: (name) => `Do you also want to end the session at ${name}?`,
    button: (name) => `Sign out of ${name} too`,
    complete: 'The session at the provider has ended, too.',
    partial: 'The provider could not end all sessions. If the computer is not yours, close the browser.',
    notBelieved: 'The request to sign out was not signed by the provider, and we did not follow it.',
    home: 'Back to the home page',
  },
  match: {
    cases,
    what: 'What to do',
    ask: 'Ask your municipality of residence, or the one where you are registered with AIRE: it can check the record and correct it.',
    municipality: 'The municipality that deals with it',
    email: 'E-mail',
    pec: 'Certified mail (PEC)',
    telephone: 'Telephone',
    address: 'Address',
    unknown:
      'We do not know which municipality looks after you. If you live abroad, ask your consular office where you are registered.',
    meanwhile: 'Meanwhile you can book appointments and send requests to your office.',
    again: 'Check again',
    fineTitle: 'Your record in the registry is connected',
    fine: 'Your tax code belongs to exactly one record. You can see your data and ask for certificates.',
  },
  reasons,
  connected: {
    title: 'SPID',
    yes: (day) => `Your account has been connected to your SPID identity since ${day}.`,
    no: 'Your account is not connected to SPID yet. Connect it to see your data in the registry and ask for certificates.',
    connect: 'Connect SPID',
  },
};
