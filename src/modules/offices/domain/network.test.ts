import { describe, expect, test } from 'vitest';
import { countryCodes, isCountryCode } from '#kernel/country.ts';
import { locales } from '#kernel/locale.ts';
import { findOffice, listOffices, listOfficesFor, officeNamed } from './network.ts';

/** The States and territories of ANPR table 41, without Clipperton, which has no code of its own. */
const territoriesOf2015 = `
  AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI
  CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM
  GN GP GQ GR GS GT GW GY HN HR HT HU ID IE IL IM IN IO IQ IR IS JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU
  NZ OM PA PE PF PG PH PK PL PM PN PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX
  SY SZ TC TD TF TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

const offices = listOffices();

describe('the consular network', () => {
  test('OF-1: holds the 197 posts of 2016 and those added by hand, each with its reason', () => {
    expect(offices.filter(({ anprCode }) => anprCode !== null)).toHaveLength(197);
    const added = offices.filter(({ anprCode }) => anprCode === null);
    expect(added.map(({ id }) => id)).toContain('manchester');
    for (const { id, correction } of added) expect(correction, id).not.toBeNull();
  });

  test('OF-1: no two posts share an id or a code', () => {
    expect(new Set(offices.map(({ id }) => id)).size).toBe(offices.length);
    const codes = offices.flatMap(({ anprCode }) => anprCode ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id } of offices) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const code of codes) expect(code).toMatch(/^\d{7}$/);
  });

  test('OF-1: every post works in a time zone that exists', () => {
    for (const { id, timeZone } of offices)
      expect(() => new Intl.DateTimeFormat('en', { timeZone }), id).not.toThrow();
  });

  test('OF-1: every State named exists, and no post covers its own State twice', () => {
    for (const { id, country, covers } of offices) {
      for (const code of [country, ...covers]) expect(isCountryCode(code), `${id} ${code}`).toBe(true);
      expect(covers, id).not.toContain(country);
      expect(new Set(covers).size, id).toBe(covers.length);
    }
  });

  test('OF-1: wherever somebody could turn to in 2015, an open post answers today', () => {
    expect(territoriesOf2015.length).toBeGreaterThan(220);
    expect(territoriesOf2015.filter((code) => listOfficesFor(code).length === 0)).toEqual([]);
    expect(territoriesOf2015.filter((code) => !countryCodes.includes(code))).toEqual([]);
  });

  test('OF-1: a suspended post receives nobody and says where to go', () => {
    const suspended = offices.filter(({ standing }) => standing === 'suspended');
    expect(suspended.map(({ id }) => id).sort()).toEqual(['kabul', 'khartoum', 'sanaa']);
    for (const office of suspended) {
      expect(listOfficesFor(office.country)).not.toContain(office);
      expect(listOfficesFor(office.country)).toHaveLength(1);
      for (const locale of locales) expect(office.note?.[locale]).toBeTruthy();
    }
  });

  test('OF-1: contacts are plainly invented, hours lie in order, languages are known', () => {
    const languages = new Intl.DisplayNames('it', { type: 'language', fallback: 'none' });
    for (const office of offices) {
      expect(office.email).toBe(`${office.id}@consolati.example`);
      expect(new URL(office.web).hostname.endsWith('.example')).toBe(true);
      expect(office.opening.length).toBeGreaterThan(4);
      for (const { from, until } of office.opening) expect(from < until).toBe(true);
      expect(office.languages.slice(0, 1)).toEqual(['it']);
      for (const language of office.languages) expect(languages.of(language), office.id).toBeTruthy();
    }
  });

  test('OF-1: offices are called as people call them', () => {
    expect(officeNamed('manchester').name).toEqual({
      it: 'Consolato d’Italia a Manchester',
      en: 'Consulate of Italy in Manchester',
    });
    expect(officeNamed('athens').name.it).toBe('Ambasciata d’Italia ad Atene');
    expect(officeNamed('cairo').name.it).toBe('Ambasciata d’Italia al Cairo');
    expect(officeNamed('holy-see').name.en).toBe('Embassy of Italy to the Holy See');
    expect(findOffice('atlantis')).toBeUndefined();
    expect(() => officeNamed('atlantis')).toThrow('No such office');
  });

  test('OF-1: the week starts on Sunday where the country’s does', () => {
    expect(officeNamed('doha').opening.map(({ weekday }) => weekday)).toEqual([7, 1, 1, 2, 3, 3, 4]);
    expect(officeNamed('london').opening.map(({ weekday }) => weekday)).toEqual([1, 2, 2, 3, 4, 4, 5]);
  });
});
