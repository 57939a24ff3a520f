import type { Locale } from '#kernel/locale.ts';
import { access as accessEn } from './access.en.ts';
import { access } from './access.it.ts';
import { account as accountEn } from './account.en.ts';
import { account } from './account.it.ts';
import { desk as deskEn } from './desk.en.ts';
import { desk } from './desk.it.ts';
import { move as moveEn } from './move.en.ts';
import { move } from './move.it.ts';
import { people as peopleEn } from './people.en.ts';
import { people } from './people.it.ts';
import { reentry as reentryEn } from './reentry.en.ts';
import { reentry } from './reentry.it.ts';
import { registration as registrationEn } from './registration.en.ts';
import { registration } from './registration.it.ts';
import { signIn as signInEn } from './sign-in.en.ts';
import { signIn } from './sign-in.it.ts';
import { spid as spidEn } from './spid.en.ts';
import { spid } from './spid.it.ts';

const it = { registration, signIn, account, desk, access, move, people, reentry, spid };
const en: typeof it = {
  registration: registrationEn,
  signIn: signInEn,
  account: accountEn,
  desk: deskEn,
  access: accessEn,
  move: moveEn,
  people: peopleEn,
  reentry: reentryEn,
  spid: spidEn,
};

export const identityWords: Record<Locale, typeof it> = { it, en };
