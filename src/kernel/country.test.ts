import { describe, expect, test } from 'vitest';
import { countryCodes, countryName, isCountryCode } from './country.ts';
import { fold } from './fold.ts';
import { locales } from './locale.ts';

describe('names of countries', () => {
  test('OF-12: every country has a name in every language', () => {
    for (const code of countryCodes)
      for (const locale of locales) expect(countryName(code, locale), `${code} ${locale}`).not.toBe(code);
  });

  test('OF-12: people read the everyday name, not the formal one', () => {
    expect(countryName('MK', 'it')).toBe('Macedonia del Nord');
    expect(countryName('TW', 'it')).toBe('Taiwan');
    expect(countryName('RU', 'en')).toBe('Russia');
    expect(countryName('US', 'en')).toBe('United States');
  });

  test('a made-up code is no country', () => {
    expect(isCountryCode('XX')).toBe(false);
    expect(isCountryCode('gb')).toBe(false);
    expect(isCountryCode('XK')).toBe(true);
  });
});

test('OF-1: accents, case and punctuation do not matter when names are compared', () => {
  expect(fold('  Genève, ')).toBe(fold('GENEVE'));
  expect(fold('Reggio nell’Emilia')).toBe(fold("reggio nell'emilia"));
  expect(fold('Gießen')).toBe('giessen');
});
