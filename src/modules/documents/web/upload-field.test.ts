import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../domain/document.ts';
import { askedForOf, documentList, uploadField } from './upload-field.ts';

const draft = (id: string, change: Partial<Draft> = {}): Draft => ({
  id,
  name: `${id}.jpg`,
  kind: 'jpeg',
  bytes: 50_000,
  askedFor: 'passport',
  pages: null,
  warnings: [],
  scanned: false,
  ...change,
});

const drafts = [
  draft('fronte', { warnings: ['small', 'blurred'] }),
  draft('retro'),
  draft('bolletta', { askedFor: 'proof_of_residence', kind: 'pdf', pages: 2, name: 'bolletta.pdf' }),
];
const fieldIn = (locale: 'it' | 'en', askedFor?: string) =>
  uploadField(
    { locale },
    {
      label: 'Documento',
      drafts,
      problems: ['foto.exe: no'],
      ...(askedFor === undefined ? {} : { askedFor }),
    },
  ).text;

describe('the fields for the documents that a form asks for', () => {
  test('CF-6: each shows its own files, in order, with the buttons that make sense', () => {
    const passport = fieldIn('it', 'passport');
    expect(passport).toContain('name="files_passport"');
    expect(passport).toContain('Sposta giù fronte.jpg');
    expect(passport).not.toContain('Sposta su fronte.jpg');
    expect(passport).toContain('Unisci 2 foto in un PDF');
    expect(passport).toContain('sembra sfocata');
    expect(passport).not.toContain('bolletta');
    const residence = fieldIn('en', 'proof_of_residence');
    expect(residence).toContain('2 pages, 49 kB');
    expect(residence).not.toContain('Turn bolletta');
    expect(fieldIn('it')).not.toContain('upload-list');
  });

  test('CF-6: several on one page are good HTML together', async () => {
    const page = `<form method="post" action="/x">${fieldIn('it', 'passport')}${fieldIn('it', 'proof_of_residence')}</form>`;
    const rules = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-unknown-elements': 'off',
        'no-trailing-whitespace': 'off',
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
      },
    });
    const { results } = await rules.validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  test.each([
    ['files_passport', 'passport'],
    ['camera_proof_of_residence', 'proof_of_residence'],
    ['transfer', null],
    ['files', null],
    ['files_../x', null],
  ])('CF-6: the field %s is for %s', (field, askedFor) => {
    expect(askedForOf(field)).toBe(askedFor);
  });
});

describe('a document that an official opens', () => {
  const document = {
    ...draft('fronte', { warnings: ['dark'] }),
    officeId: 'manchester',
    sha256: 'a'.repeat(64),
    partId: 'x',
    uploadedAt: Temporal.Instant.fromEpochMilliseconds(0),
    erasedAt: null,
  };
  const shown = (kind: 'desk' | 'own', scanned: boolean) => {
    const list = documentList({ locale: 'it' }, [{ ...document, scanned }], { kind });
    return list === false ? '' : list.text;
  };

  test('CF-6: says that nobody looked for viruses, and what makes it hard to read; its owner’s does not', () => {
    expect(shown('desk', false)).toContain('Non controllato dall’antivirus');
    expect(shown('desk', true)).not.toContain('antivirus');
    expect(shown('desk', true)).toContain('molto scura');
    expect(shown('own', false)).not.toContain('antivirus');
  });
});
