import { parseMobileNumber } from '#kernel/mobile-number.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { ContactKind } from './account.ts';

/** An address or number as it is written to, and in the one form in which it is compared. */
export interface Contact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly normal: string;
}

/** Providers at which these signs mean nothing, and the name under which their several domains are one. */
const providers: Readonly<Record<string, { readonly name: string; readonly ignored: RegExp }>> = {
  'gmail.com': { name: 'gmail.com', ignored: /\./g },
  'googlemail.com': { name: 'gmail.com', ignored: /\./g },
  'proton.me': { name: 'proton.me', ignored: /[._-]/g },
  'protonmail.com': { name: 'proton.me', ignored: /[._-]/g },
  'pm.me': { name: 'proton.me', ignored: /[._-]/g },
};

const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The name of a domain as machines write it: `münchen.example` is `xn--mnchen-3ya.example`. */
function asciiDomain(raw: string): string {
  const url = /^[^\s/?#@:\\]+$/.test(raw) ? URL.parse(`http://${raw}`) : null;
  return url?.hostname ?? '';
}

/** Reads an e-mail address; aliases of one mailbox (`+tag`, dots that a provider ignores) compare as one. */
export function parseEmail(raw: string): Outcome<Contact, { code: 'not_an_email' }> {
  const value = raw.trim().normalize('NFC');
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const domain = asciiDomain(value.slice(at + 1));
  if (
    at < 1 ||
    value.length > 254 ||
    local.length > 64 ||
    !localPart.test(local) ||
    !domainName.test(domain)
  ) {
    return refused({ code: 'not_an_email' });
  }
  const provider = providers[domain];
  const mailbox = local.toLowerCase().split('+')[0] || local.toLowerCase();
  const bare = provider === undefined ? mailbox : mailbox.replace(provider.ignored, '') || mailbox;
  return granted({
    kind: 'email',
    value: `${local}@${domain}`,
    normal: `${bare}@${provider?.name ?? domain}`,
  });
}

/** Reads a mobile number, national numbers after the country of residence; the form is the international one. */
export function parseMobile(
  raw: string,
  country?: string,
): Outcome<Contact, { code: 'not_a_mobile' | 'country_prefix_missing' }> {
  const number = parseMobileNumber(raw, country);
  return number.ok ? granted({ kind: 'mobile', value: number.value, normal: number.value }) : number;
}

/** Reads what a person signs in with: an e-mail address, or a mobile number with the prefix of its country. */
export function parseIdentifier(raw: string): Contact | undefined {
  const parsed = raw.includes('@') ? parseEmail(raw) : parseMobile(raw);
  return parsed.ok ? parsed.value : undefined;
}

/** Enough of a contact for its owner to recognise it, and too little for others to learn it. */
export function maskContact({ kind, value }: Pick<Contact, 'kind' | 'value'>): string {
  if (kind === 'mobile') return `${value.slice(0, 3)} ••• ${value.slice(-3)}`;
  const at = value.lastIndexOf('@');
  return `${value.slice(0, 1)}•••${value.slice(at)}`;
}
