import type { Locale } from '#kernel/locale.ts';
import type { Message } from '#modules/notifications/public.ts';
import type { ContactKind } from '../domain/account.ts';
import { en } from './en.ts';
import { it } from './it.ts';

/** What a letter says: whole as mail, in one line as a short text. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly sms: string;
}

export const letters: Record<Locale, typeof it> = { it, en };

export function letterTo(
  contact: { readonly kind: ContactKind; readonly value: string },
  locale: Locale,
  letter: Letter,
  accountId?: string,
): Message {
  const about = {
    to: contact.value,
    locale,
    subject: letter.subject,
    ...(accountId === undefined ? {} : { accountId }),
  };
  if (contact.kind === 'mobile') return { ...about, channel: 'sms', paragraphs: [letter.sms] };
  return {
    ...about,
    channel: 'mail',
    paragraphs: letter.paragraphs,
    ...(letter.action === undefined ? {} : { action: letter.action }),
  };
}

/** Addresses of pages that letters lead to, in the reader's language. */
export const linkTo = {
  signIn: (publicUrl: string, locale: Locale) => `${publicUrl}/${locale}/sign-in`,
  recovery: (publicUrl: string, locale: Locale) => `${publicUrl}/${locale}/recovery`,
  newPassword: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/recovery/password?token=${token}`,
  unlock: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/sign-in/unlock?token=${token}`,
  deskUnlock: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/desk/sign-in/unlock?token=${token}`,
  contest: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/register/contest?token=${token}`,
  account: (publicUrl: string, locale: Locale) => `${publicUrl}/${locale}/account`,
  access: (publicUrl: string, locale: Locale, official: boolean) =>
    `${publicUrl}/${locale}${official ? '/desk/access' : '/account/access'}`,
  objection: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/re-entry/objection?token=${token}`,
  enrolment: (publicUrl: string, locale: Locale, token: string) =>
    `${publicUrl}/${locale}/desk/enrolment?token=${token}`,
};
