import { describe, expect, test } from 'vitest';
import { passwordFault, shortest } from './password-policy.ts';

const about = ['ada.ferri@example.org', 'Ada', 'Ferrighi'];
const alone = { minimum: shortest.alone, about };

describe('choosing a password', () => {
  test.each([
    ['corto', 'too_short'],
    ['quattordici.ca', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['aaaaaaaaaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabcabcabc', 'repeated'],
    ['1234567890123456', 'sequence'],
    ['qwertyuiopasdfghjkl', 'sequence'],
    ['Passaporto.Italia.2026!', 'common'],
    ['P4ss4p0rt0C0ns0l4t0', 'common'],
    ['passwordpassword1', 'repeated'],
    ['sportelloconsolato', 'common'],
    ['forzanapoli-amore-1926', 'common'],
    ['ada.ferri@example.org', 'about_you'],
    ['Ferrighi.Ada.1980!!', 'about_you'],
  ] as const)('ID-17: %s is refused, with the reason: %s', (password, fault) => {
    expect(passwordFault(password, alone)).toBe(fault);
  });

  test.each([
    'tre gatti sul tetto rosso',
    'vZ8#kq!pL0mwX2^r',
    'пароль из пятнадцати',
    '正しい馬電池ホッチキス正しい馬電池',
    'il passaporto di zia Carmela',
    'x7Qm!t2Lr9Wd4Fs',
  ])('ID-17: any characters will do: %s', (password) => {
    expect(passwordFault(password, alone)).toBeUndefined();
  });

  test('ID-17: length is counted in characters, not in bytes', () => {
    expect(passwordFault('🐈🐕🐎🐖🐑🐐🐓🦆🦉🐝🐞🐌🐢🐍', alone)).toBe('too_short');
    expect(passwordFault('🐈🐕🐎🐖🐑🐐🐓🦆🦉🐝🐞🐌🐢🐍🐙', alone)).toBeUndefined();
  });

  test('ID-17: eight characters are enough beside a second factor', () => {
    expect(passwordFault('gufo-9-tè', { minimum: shortest.with_second_factor, about })).toBeUndefined();
    expect(passwordFault('passaporto', { minimum: shortest.with_second_factor, about })).toBe('common');
  });
});
