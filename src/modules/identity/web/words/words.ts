import type { Locale } from '#kernel/locale.ts';
import { account as accountEn } from './account.en.ts';
import { account } from './account.it.ts';
import { desk as deskEn } from './desk.en.ts';
import { desk } from './desk.it.ts';
import { registration as registrationEn } from './registration.en.ts';
import { registration } from './registration.it.ts';
import { signIn as signInEn } from './sign-in.en.ts';
import { signIn } from './sign-in.it.ts';

const it = { registration, signIn, account, desk };
const en: typeof it = { registration: registrationEn, signIn: signInEn, account: accountEn, desk: deskEn };

export const identityWords: Record<Locale, typeof it> = { it, en };
