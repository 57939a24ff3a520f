import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { HouseholdMember, MaritalStatus, RegistryRecord, Relation } from '#modules/registry/public.ts';
import { municipalitiesIn, sentences } from '../letters/self-certification-sentences.ts';
import {
  declarantRefusal,
  isKnown,
  isLimited,
  parseDocumentNumber,
  statementIds,
  statementLetters,
  usableDocuments,
} from './self-certification.ts';

const today = civilDate('2026-11-24');
const bolzano = { country: 'IT', municipality: 'A952', name: 'Bolzano', province: 'BZ' } as const;
const names = new Map([
  ['A952', 'Bolzano'],
  ['L424', 'Trieste'],
]);

function aRecord(change: Partial<RegistryRecord> = {}): RegistryRecord {
  return {
    id: 'AB12345CD',
    taxCode: 'PRVDAA80A41A952X',
    familyName: 'Prova',
    givenName: 'Ada',
    sex: 'F',
    birth: { on: partialDate('1980-01-01'), place: bolzano },
    standing: { state: 'enrolled' },
    certifiability: 'full',
    openProcedures: [],
    enrolment: { register: 'resident', municipality: 'A952', since: partialDate('1980-01-01') },
    addresses: [
      { country: 'IT', municipality: 'A952', street: 'Via delle Prove', number: '3', postCode: '39100' },
    ],
    maritalStatus: { state: 'single' },
    citizenships: [{ of: 'IT' }],
    identityDocuments: [],
    joined: { on: civilDate('2020-01-01'), municipality: 'A952' },
    ...change,
  };
}

const member = (
  relation: Relation,
  sex: 'M' | 'F',
  change: Partial<HouseholdMember> = {},
): HouseholdMember => ({
  id: `${relation}`,
  givenName: sex === 'F' ? 'Carla' : 'Dino',
  familyName: 'Prova',
  sex,
  birth: { on: partialDate('2010-05-03'), place: bolzano },
  relation,
  ...change,
});

describe('who may declare', () => {
  test('CE-12: adults, also where a certificate is kept back: open procedures and partial records do not matter', () => {
    const kept = aRecord({
      certifiability: 'none',
      openProcedures: [{ id: '1', kind: 'residence', municipality: 'A952', openedOn: today }],
    });
    expect(declarantRefusal(kept, today)).toBeUndefined();
  });

  test.each([
    ['2008-11-24', undefined],
    ['2008-11-25', 'minor'],
    ['2008-11', 'minor'],
    ['2008-10', undefined],
    ['2008', 'minor'],
    ['2007', undefined],
  ])('CE-12: born %s: %s (art. 5)', (on, refusal) => {
    const record = aRecord({ birth: { on: partialDate(on), place: bolzano } });
    expect(declarantRefusal(record, today)).toBe(refusal);
  });

  test('CE-12: not who has a guardian, nor from a deleted record', () => {
    expect(declarantRefusal(aRecord({ certifiability: 'barred' }), today)).toBe('barred');
    expect(declarantRefusal(aRecord({ standing: { state: 'struck', why: 'emigration' } }), today)).toBe(
      'no_longer_enrolled',
    );
  });

  test('CE-12: citizens outside of the Union within the limits of art. 3, others without', () => {
    expect(isLimited(aRecord({ citizenships: [{ of: 'AR' }] }))).toBe(true);
    expect(isLimited(aRecord({ citizenships: [{ of: 'AR' }, { of: 'PT' }] }))).toBe(false);
  });
});

describe('what is declared', () => {
  test('CE-12: only what the record has can be chosen', () => {
    const bare = aRecord({ addresses: [], citizenships: [{ of: 'undefined_yet' }] });
    const { taxCode: _, maritalStatus: __, ...without } = bare;
    expect(statementIds.filter((id) => isKnown(id, without))).toEqual(['birth', 'existence']);
  });

  test.each<[MaritalStatus['state'], 'M' | 'F', string]>([
    ['single', 'F', 'di essere nubile'],
    ['single', 'M', 'di essere celibe'],
    ['married', 'F', 'di essere coniugata'],
    ['widowed', 'M', 'di essere vedovo'],
    ['divorced', 'F', 'di essere di stato libero, per divorzio'],
    ['civil_union', 'M', 'di essere unito civilmente'],
  ])('CE-12: %s, %s: %s', (state, sex, sentence) => {
    const record = aRecord({ sex, maritalStatus: { state } });
    expect(sentences.marital_status(record, names)).toEqual([sentence]);
  });

  test('CE-12: every statement that the record knows has its words and its letter', () => {
    const record = aRecord({
      maritalStatus: {
        state: 'married',
        bond: {
          on: partialDate('2010-06'),
          place: { country: 'IT', municipality: 'L424', name: 'Trieste', province: 'TS' },
          act: { number: '7', part: '2', series: 'A', year: 2010, municipality: 'L424' },
          partner: { givenName: 'Bruno', familyName: 'Esempio' },
        },
      },
      enrolment: {
        register: 'aire',
        municipality: 'A952',
        since: partialDate('2015-10-01'),
        why: 'expatriation',
        beforeJoining: false,
      },
      addresses: [{ country: 'AR', locality: 'Rosario', street: 'Calle 1', number: '12' }],
      citizenships: [{ of: 'IT' }, { of: 'AR' }, { of: 'not_attributable' }],
      electoral: { mayVote: true },
      household: {
        id: 'h',
        register: 'aire',
        certifiable: true,
        members: [member('holder', 'F', { id: 'AB12345CD' }), member('child', 'M')],
      },
    });
    const said = statementIds.map((id) => {
      expect(isKnown(id, record), id).toBe(true);
      return [statementLetters[id], sentences[id](record, names).join(' | ')];
    });
    expect(said).toEqual([
      ['a', 'di essere nata a Bolzano (BZ) il 1/1/1980'],
      ['b', 'di risiedere all’estero, in Calle 1 12, Rosario, Argentina'],
      ['c', 'di avere la cittadinanza italiana | di avere la cittadinanza dello Stato: Argentina'],
      ['d', 'di godere dei diritti civili e politici'],
      ['e', 'di essere coniugata'],
      [
        'f',
        'che la propria famiglia anagrafica è composta da: | Carla Prova, nata a Bolzano (BZ) il 3/5/2010 (intestataria della scheda) | Dino Prova, nato a Bolzano (BZ) il 3/5/2010 (figlio)',
      ],
      ['g', 'di essere in vita'],
      ['h', 'di essere genitore di: | Dino Prova, nato a Bolzano (BZ) il 3/5/2010'],
      [
        'i',
        'di essere iscritta all’anagrafe degli italiani residenti all’estero (AIRE) del comune di Bolzano dal 1/10/2015',
      ],
      ['q', 'di avere il codice fiscale PRVDAA80A41A952X'],
      [
        'dd',
        'di avere contratto matrimonio il 6/2010 a Trieste (TS) con Bruno Esempio (atto n. 7, parte 2, serie A, anno 2010, comune di Trieste)',
      ],
    ]);
    expect(municipalitiesIn(record)).toEqual(['A952', 'L424']);
  });

  test('CE-12: children are those of the holder: nobody else’s are taken for the declarant’s', () => {
    const record = aRecord({
      household: {
        id: 'h',
        register: 'resident',
        certifiable: true,
        members: [member('holder', 'M'), member('sibling', 'F', { id: 'AB12345CD' }), member('child', 'M')],
      },
    });
    expect(isKnown('children', record)).toBe(false);
  });
});

test('CE-12: a document is one of the record that is valid, or a number that can be one', () => {
  const record = aRecord({
    identityDocuments: [
      { kind: 'identity_card', number: 'CA12345AA', expiresOn: civilDate('2026-11-23') },
      { kind: 'passport', number: 'YA1234567', expiresOn: civilDate('2026-11-24') },
    ],
  });
  expect(usableDocuments(record, today).map(({ number }) => number)).toEqual(['YA1234567']);
  expect(parseDocumentNumber(' ca 123.45-aa ')).toBe('CA12345AA');
  for (const raw of ['', 'abc', 'a'.repeat(21), 'CA12345à', '<b>12345'])
    expect(parseDocumentNumber(raw)).toBeUndefined();
});
