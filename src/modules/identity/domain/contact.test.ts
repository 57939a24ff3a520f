import { describe, expect, test } from 'vitest';
import { maskContact, parseEmail, parseIdentifier, parseMobile } from './contact.ts';

const normalEmail = (raw: string) => {
  const parsed = parseEmail(raw);
  return parsed.ok ? parsed.value.normal : parsed.refusal.code;
};
const normalMobile = (raw: string, country?: string) => {
  const parsed = parseMobile(raw, country);
  return parsed.ok ? parsed.value.normal : parsed.refusal.code;
};

describe('comparing contacts', () => {
  test.each([
    ['Ada.Ferri@Example.org', 'ada.ferri@example.org'],
    ['ada+prenotami@example.org', 'ada@example.org'],
    ['ada.ferri@example.org', 'ada.ferri@example.org'],
    ['a.d.a+x@gmail.com', 'ada@gmail.com'],
    ['ada@googlemail.com', 'ada@gmail.com'],
    ['a.d-a_x@pm.me', 'adax@proton.me'],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    [' ada@example.org ', 'ada@example.org'],
  ])('ID-3: %s is compared as %s', (raw, normal) => {
    expect(normalEmail(raw)).toBe(normal);
  });

  test.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'a b@example.org',
    'ada@exa mple.org',
    'ada@example.org\r\nBcc: x@y.it',
    `${'a'.repeat(65)}@example.org`,
    'ada@@example.org',
    'ada..x@example.org',
  ])('ID-1: %j is no e-mail address', (raw) => {
    expect(normalEmail(raw)).toBe('not_an_email');
  });

  test.each([
    ['07911 123456', 'GB', '+447911123456'],
    ['+44 7911 123456', 'GB', '+447911123456'],
    ['0044 7911-123456', 'IT', '+447911123456'],
    ['333 123 4567', 'IT', '+393331234567'],
    ['(0151) 23456789', 'DE', '+4915123456789'],
  ])('ID-3: the number %s of %s is compared as %s', (raw, country, normal) => {
    expect(normalMobile(raw, country)).toBe(normal);
  });

  test('ID-1: a landline, a piece of a number and words are no mobile numbers', () => {
    for (const raw of ['020 7946 0000', '12', 'my phone', '', '+44 7911 123456 ext 5']) {
      expect(normalMobile(raw, 'GB')).toBe('not_a_mobile');
    }
    expect(normalMobile('333 123 4567')).toBe('country_prefix_missing');
  });

  test('ID-7: one signs in with either contact', () => {
    expect(parseIdentifier('ADA@example.org')?.normal).toBe('ada@example.org');
    expect(parseIdentifier('+39 333 1234567')?.normal).toBe('+393331234567');
    expect(parseIdentifier('ada')).toBeUndefined();
  });

  test('a masked contact tells its owner enough and others little', () => {
    expect(maskContact({ kind: 'email', value: 'ada.ferri@example.org' })).toBe('a•••@example.org');
    expect(maskContact({ kind: 'mobile', value: '+447911123456' })).toBe('+44 ••• 456');
  });
});
