import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import { aRecord } from '#modules/registry/testing.ts';
import { qrSvg } from '#platform/pdf/qr.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { type Duty, exemptionIds, exemptions } from '../domain/exemptions.ts';
import { type KindId, kindIds } from '../domain/kinds.ts';
import type { CertificateLanguage } from '../domain/languages.ts';
import { recordStates } from '../domain/record-states.testing.ts';
import { aContract, anAireRecord, inCivilUnion, today } from '../testing.ts';
import { certificatePaper } from './certificate-paper.ts';
import { contentOf } from './printed/content-of.ts';
import { frameIt } from './printed/frame.ts';

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');
const towns: Record<string, { name: string; province: string }> = {
  A952: { name: 'Bolzano', province: 'BZ' },
  L424: { name: 'Trieste', province: 'TS' },
  D324: { name: 'San Dorligo della Valle', province: 'TS' },
};
const exempt: Duty = { kind: 'exempt', use: 'judicial' };

function content(
  record: RegistryRecord,
  kinds: readonly KindId[],
  { language = 'it', duty = exempt }: { language?: CertificateLanguage; duty?: Duty } = {},
) {
  return contentOf(record, { kinds, language, duty, dataOf: today }, (code) => towns[code]);
}

async function issued(of: ReturnType<typeof content>, facsimile = true) {
  const paper = certificatePaper({
    content: of,
    facsimile,
    at,
    issue: {
      number: 'A952/2026/000017',
      issuedOn: today,
      validUntil: civilDate('2027-02-24'),
      ...(of.duty.kind === 'stamp' ? { stamp: { iubd: '01234567890123', boughtOn: today } } : {}),
      qr: {
        svg: await qrSvg('https://sportello.example/v/ABCD'),
        code: 'ABCD-EFGH',
        address: 'sportello.example/verify',
      },
    },
  });
  return readPdf(await renderPdf(paper));
}

describe('the paper of a certificate', () => {
  test('CE-5, CE-6, CE-7: it says who, what, until when, for which use and under which law, and cannot be taken for real', async () => {
    const { text, title, standard, lang, alternatives } = await issued(content(aRecord(), ['residence']));
    const plain = text.replaceAll(/\s+/g, ' ');
    for (const sentence of [
      'FAC-SIMILE',
      'Comune di Bolzano',
      'Certificato di residenza',
      'Prova Ada',
      'Bolzano (BZ), 01/01/1980',
      'Via dei Saggi 3/A, scala B, interno 12, 39100 Bolzano (BZ)',
      frameIt.privateUse,
      'uso processuale',
      exemptions.judicial.law,
      'È valido fino al 24/02/2027 compreso.',
      'Certificato n. A952/2026/000017, rilasciato il 24/11/2026.',
      'alla data della richiesta: 24/11/2026',
      'ABCD-EFGH',
    ])
      expect(plain, sentence).toContain(sentence);
    expect({ title, standard, lang }).toEqual({
      title: 'Certificato di residenza',
      standard: '2A',
      lang: 'it',
    });
    expect(alternatives).toContain('Codice QR: Emesso da ANPR, codice di verifica ABCD-EFGH');
  });

  test('CE-6: outside of the demonstration nothing says FAC-SIMILE', async () => {
    expect((await issued(content(aRecord(), ['residence']), false)).text).not.toContain('FAC-SIMILE');
  });

  test('CE-7: with the stamp its number is printed, without one the use and its law', async () => {
    const stamped = await issued(content(aRecord(), ['residence'], { duty: { kind: 'stamp' } }));
    expect(stamped.text.replaceAll(/\s+/g, ' ')).toContain(
      'marca da bollo digitale n. 01234567890123 del 24/11/2026',
    );
    for (const use of exemptionIds) {
      const paper = certificatePaper({
        content: content(aRecord(), ['residence'], { duty: { kind: 'exempt', use } }),
        facsimile: true,
        at,
      });
      expect(JSON.stringify(paper.data)).toContain(exemptions[use].law);
      expect(JSON.stringify(paper.data)).toContain(frameIt.uses[use]);
    }
  });

  test('CE-8: the second language stands beside the Italian text', async () => {
    const german = await issued(
      content(aRecord(), ['residence', 'family_relationships'], { language: 'de' }),
    );
    const plain = german.text.replaceAll(/\s+/g, ' ');
    for (const word of [
      'Sammelbescheinigung',
      'Gemeinde Bozen',
      'Familienname und Vorname',
      'Ehemann',
      'Certificato contestuale',
    ])
      expect(plain, word).toContain(word);
    const record = aRecord({
      enrolment: { register: 'resident', municipality: 'D324', since: partialDate('2011-05') },
    });
    const slovene = await issued(content(record, ['existence'], { language: 'sl' }));
    for (const word of ['Potrdilo o življenju', 'Občina Dolina', 'Je pri življenju.', 'È in vita.'])
      expect(slovene.text.replaceAll(/\s+/g, ' '), word).toContain(word);
  });

  test('CE-1: every kind has something to say, in each language, of every record that can have it', () => {
    const records = [
      ...recordStates.map(([, record]) => record),
      aRecord({ maritalStatus: inCivilUnion(), cohabitationContract: aContract() }),
      anAireRecord({ cohabitationContract: aContract() }),
    ];
    const said = new Set<KindId>();
    for (const record of records)
      for (const kind of kindIds)
        for (const language of ['it', 'de', 'sl'] as const) {
          const [statement] = content(record, [kind], { language }).statements;
          if (statement === undefined) throw new Error('A kind without a statement');
          const texts = JSON.stringify(statement);
          expect(texts, `${kind} ${language}`).not.toMatch(/undefined|null|\[object| {2}|" | \./);
          if (statement.sentences.length > 0) said.add(kind);
          if (language !== 'it') for (const each of statement.sentences) expect(each.other).toBeTruthy();
        }
    expect([...said].toSorted()).toEqual([...kindIds].toSorted());
  });

  test('CE-5: of dates no more is printed than is known', () => {
    const texts = (record: RegistryRecord) => content(record, ['birth']).statements[0]?.sentences[0]?.it;
    const born = (on: string) => aRecord({ birth: { ...aRecord().birth, on: partialDate(on) } });
    expect(texts(born('1951'))).toBe('È nata a Bolzano (BZ) il 1951 (giorno e mese non noti).');
    expect(texts(born('1951-03'))).toContain('03/1951 (giorno non noto)');
  });
});
