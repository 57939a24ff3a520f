import { describe, expect, test } from 'vitest';
import type { FormAnswers, FormFacts } from '#modules/case-files/public.ts';
import { adaFromLondon, adaMoves, adaWithFamily, elioBornAbroad, factsOf, without } from '../testing.ts';
import { aireRegistration } from './definition.ts';

/** What a check says of Ada’s application with something changed. */
function verdict(id: string, change: FormAnswers = {}, facts: Partial<FormFacts> = {}, base = adaMoves) {
  const check = aireRegistration.form.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`No check ${id}`);
  return check.look?.(factsOf(aireRegistration, { ...base, ...change }, facts)) ?? 'to_be_seen';
}

const family = (change: Record<string, string>, at = 0) => ({
  family: (adaWithFamily['family'] as readonly Record<string, string>[]).map((each, index) =>
    index === at ? { ...each, ...change } : each,
  ),
});

/** check, what is changed, what it says then. */
type Case = [
  check: string,
  who: string,
  change: FormAnswers,
  says: string,
  facts?: Partial<FormFacts>,
  base?: FormAnswers,
];
const cases: Case[] = [
  ['must_register', 'stays for good', {}, 'holds'],
  ['must_register', 'comes for a season', { stay: 'seasonal' }, 'fails'],
  ['must_register', 'has not said', { stay: '' }, 'to_be_seen'],
  ['address_in_district', 'lives in Leeds', {}, 'holds'],
  ['address_in_district', 'lives in London', { place: 'London' }, 'fails'],
  ['address_in_district', 'lives somewhere in England', { place: 'England' }, 'to_be_seen'],
  ['address_in_district', 'lives where no district is known', { place: 'Atlantis' }, 'to_be_seen'],
  ['address_in_district', 'has no office yet', {}, 'to_be_seen', { officeId: null }],
  ['arrival_after_birth', 'arrived last month', {}, 'holds'],
  ['arrival_after_birth', 'arrived on the day of birth', { arrived_on: '1980-02-03' }, 'holds'],
  ['arrival_after_birth', 'arrived before the birth', { arrived_on: '1980-02-02' }, 'fails'],
  ['arrival_after_birth', 'arrives tomorrow', { arrived_on: '2026-11-26' }, 'fails'],
  ['arrival_after_birth', 'has not said when', { arrived_on: '' }, 'to_be_seen'],
  ['within_90_days', 'arrived 90 days ago', { arrived_on: '2026-08-27' }, 'holds'],
  ['within_90_days', 'arrived 91 days ago', { arrived_on: '2026-08-26' }, 'fails'],
  ['within_90_days', 'has not said when', { arrived_on: '' }, 'to_be_seen'],
  ['ages_possible', 'is 120', { born_on: '1906-11-25' }, 'holds'],
  ['ages_possible', 'would be 121', { born_on: '1905-11-25' }, 'fails'],
  [
    'ages_possible',
    'has a child born tomorrow',
    family({ born_on: '2026-11-26' }, 2),
    'fails',
    {},
    adaWithFamily,
  ],
  ['ages_possible', 'has not said when born', { born_on: '' }, 'to_be_seen'],
  ['tax_code_fits', 'has none', {}, 'holds'],
  ['tax_code_fits', 'has her own', { tax_code: 'NVNDAA80B43L424W' }, 'holds'],
  ['tax_code_fits', 'has that of another birthday', { tax_code: 'NVNDAA80B44L424Y' }, 'fails'],
  ['tax_code_fits', 'has not said her name', { tax_code: 'NVNDAA80B43L424W', given_name: '' }, 'to_be_seen'],
  ['document_valid', 'expires today', { document_expires_on: '2026-11-25' }, 'holds'],
  ['document_valid', 'expired yesterday', { document_expires_on: '2026-11-24' }, 'fails'],
  ['document_valid', 'has not said when', { document_expires_on: '' }, 'to_be_seen'],
  ['documents_readable', 'sent clear photos', {}, 'holds'],
  [
    'documents_readable',
    'sent a dark photo',
    {},
    'fails',
    { documents: [{ path: 'identity', name: 'a', readable: false }] },
  ],
  [
    'documents_readable',
    'sent a PDF',
    {},
    'to_be_seen',
    { documents: [{ path: 'identity', name: 'a', readable: null }] },
  ],
  ['municipality_known', 'comes from Trieste', {}, 'holds'],
  [
    'municipality_known',
    'relies on a record nobody has registered',
    { tie: 'birth_act' },
    'fails',
    {},
    elioBornAbroad,
  ],
  ['municipality_known', 'has not said why', { reason: '' }, 'to_be_seen'],
  ['municipality_follows', 'has an ancestor alone', {}, 'holds', {}, elioBornAbroad],
  [
    'municipality_follows',
    'was born in Italy and names an ancestor',
    { birth_municipality: 'F205' },
    'fails',
    {},
    elioBornAbroad,
  ],
  [
    'municipality_follows',
    'lived there as a resident',
    { birth_municipality: 'F205', tie: 'residence' },
    'holds',
    {},
    elioBornAbroad,
  ],
  ['municipality_follows', 'has not said what ties', { tie: '' }, 'to_be_seen', {}, elioBornAbroad],
  ['not_yet_in_aire', 'is not', {}, 'holds'],
  [
    'not_yet_in_aire',
    'is in AIRE already',
    {},
    'fails',
    { standing: { consularRegister: true, aire: true } },
  ],
  ['from_another_district', 'comes from London', {}, 'holds', {}, adaFromLondon],
  ['from_another_district', 'lived in Leeds before', { previous_place: 'Leeds' }, 'fails', {}, adaFromLondon],
  [
    'from_another_district',
    'lived somewhere in England',
    { previous_place: 'England' },
    'to_be_seen',
    {},
    adaFromLondon,
  ],
  ['everybody_once', 'names everybody once', {}, 'holds', {}, adaWithFamily],
  [
    'everybody_once',
    'names Carla twice',
    family({ given_name: 'CARLA', born_on: '2012-04-01' }, 2),
    'fails',
    {},
    adaWithFamily,
  ],
  [
    'everybody_once',
    'names herself',
    family({ given_name: 'Ada', family_name: 'Inventata', born_on: '1980-02-03' }),
    'fails',
    {},
    adaWithFamily,
  ],
  ['one_spouse', 'has one husband', {}, 'holds', {}, adaWithFamily],
  ['one_spouse', 'has two', family({ relationship: 'spouse' }, 1), 'fails', {}, adaWithFamily],
  ['spouse_and_status', 'is married to him', {}, 'holds', {}, adaWithFamily],
  ['spouse_and_status', 'says single', { marital_status: 'single' }, 'fails', {}, adaWithFamily],
  [
    'spouse_and_status',
    'has a civil partner but says married',
    family({ relationship: 'civil_partner' }),
    'fails',
    {},
    adaWithFamily,
  ],
  ['spouse_and_status', 'has not said', { marital_status: '' }, 'to_be_seen', {}, adaWithFamily],
  ['generations_fit', 'is older than the children', {}, 'holds', {}, adaWithFamily],
  [
    'generations_fit',
    'has a child older than herself',
    family({ born_on: '1979-01-01' }, 1),
    'fails',
    {},
    adaWithFamily,
  ],
  [
    'generations_fit',
    'has a parent younger than herself',
    family({ relationship: 'parent', born_on: '1990-01-01' }),
    'fails',
    {},
    adaWithFamily,
  ],
  [
    'generations_fit',
    'has a child without a birthday',
    family({ born_on: '' }, 1),
    'to_be_seen',
    {},
    adaWithFamily,
  ],
  ['family_tax_codes_fit', 'has no codes', {}, 'holds', {}, adaWithFamily],
  [
    'family_tax_codes_fit',
    'has Ada’s code for Bruno',
    family({ tax_code: 'NVNDAA80B43L424W' }),
    'fails',
    {},
    adaWithFamily,
  ],
  ['family_has_documents', 'has one each', {}, 'holds', {}, adaWithFamily],
  ['family_has_documents', 'has none', {}, 'fails', { documents: [] }, adaWithFamily],
  ['family_documents_valid', 'are valid', {}, 'holds', {}, adaWithFamily],
  [
    'family_documents_valid',
    'Carla’s has expired',
    family({ document_expires_on: '2026-01-01' }, 1),
    'fails',
    {},
    adaWithFamily,
  ],
  [
    'family_documents_valid',
    'Carla’s is not said',
    family({ document_expires_on: '' }, 1),
    'to_be_seen',
    {},
    adaWithFamily,
  ],
];

describe('CF-4: the checklist, the same for the person and the clerk', () => {
  test.each(cases)('%s: who %s', (...[id, , change, says, facts, base]: Case) => {
    expect(verdict(id, change, facts, base)).toBe(says);
  });

  test('every check that the program looks at has a case where it holds, one where it fails', () => {
    const looked = aireRegistration.form.checks.filter(({ look }) => look !== undefined).map(({ id }) => id);
    for (const says of ['holds', 'fails'])
      expect(looked.filter((id) => !cases.some((each) => each[0] === id && each[3] === says))).toEqual([]);
  });

  test('what only an official can see is left to the official', () => {
    const left = aireRegistration.form.checks.filter(({ look }) => look === undefined).map(({ id }) => id);
    expect(left).toEqual([
      'document_shows_person',
      'proof_shows_address',
      'signature_matches',
      'citizenship_seen',
    ]);
  });
});

describe('CF-4: the municipality of origin, with how it was found', () => {
  const origin = (answers: FormAnswers) => aireRegistration.form.municipality?.(answers);
  test.each<[what: string, answers: FormAnswers, code: string | undefined]>([
    ['the last residence of whoever comes from Italy', adaMoves, 'L424'],
    ['the AIRE of whoever is in it already', { ...adaFromLondon, aire_municipality: 'F205' }, 'F205'],
    [
      'the new one of whoever passes to a relative’s',
      { ...adaFromLondon, reason: 'to_other_municipality', new_municipality: 'A952' },
      'A952',
    ],
    [
      'the former residence before the birth record',
      { ...elioBornAbroad, tie: 'residence', birth_municipality: 'F205' },
      'L424',
    ],
    ['the birth record before an ancestor', { ...elioBornAbroad, birth_act_municipality: 'F205' }, 'F205'],
    ['an ancestor’s', elioBornAbroad, 'L424'],
    ['Rome, where there is nothing', { ...elioBornAbroad, tie: 'none' }, 'H501'],
    ['nobody’s while nothing is said', { ...elioBornAbroad, tie: '' }, undefined],
    ['nobody’s while the town is not said', without(adaMoves, 'last_municipality'), undefined],
  ])('is %s', (_, answers, code) => expect(origin(answers)).toBe(code));
});
