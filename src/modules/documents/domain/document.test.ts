import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedKind, documentKinds, mediaTypes, plainName } from './document.ts';

describe('the kind of a file', () => {
  test.each([
    ['a photo', 'IMG_0001.JPG', 'image/jpeg', 'image/jpeg', 'jpeg'],
    ['a photo of an old browser', 'foto.jpeg', 'image/jpg', 'image/jpeg', 'jpeg'],
    ['a browser that knows nothing', 'atto.pdf', 'application/octet-stream', 'application/pdf', 'pdf'],
  ])('CF-6: %s is taken', (_, name, declaredType, contentType, kind) => {
    expect(agreedKind({ name, declaredType, contentType })).toEqual({ ok: true, value: kind });
  });

  test.each([
    ['a program called a photo', 'foto.jpg', 'image/jpeg', 'application/x-elf', 'kind_not_accepted'],
    ['a word processor’s file', 'lettera.docx', 'application/zip', 'application/zip', 'kind_not_accepted'],
    ['text without any mark', 'note.txt', 'text/plain', undefined, 'kind_not_accepted'],
    [
      'a drawing that may hold scripts',
      'stemma.svg',
      'image/svg+xml',
      'application/xml',
      'kind_not_accepted',
    ],
    ['a photo called a document', 'atto.pdf', 'application/pdf', 'image/jpeg', 'kinds_disagree'],
    ['a photo said to be a page', 'foto.jpg', 'text/html', 'image/jpeg', 'kinds_disagree'],
    ['a photo with a second ending', 'foto.jpg.php', 'image/jpeg', 'image/jpeg', 'kinds_disagree'],
  ])('CF-6: %s is refused', (_, name, declaredType, contentType, code) => {
    expect(agreedKind({ name, declaredType, contentType })).toEqual({ ok: false, refusal: { code } });
  });
});

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\ada\\patente.png', 'patente.png'],
    ['fattura\u202Egnp.exe.png', 'fatturagnp.exe.png'],
    ['a\0b\r\n"c.png', 'abc.png'],
    ['.png', 'documento.png'],
    ['', 'documento.png'],
    ['atto di nascita è qui.PNG', 'atto di nascita è qui.png'],
  ])('CF-6: %j becomes %j', (raw, name) => {
    expect(plainName(raw, 'png')).toBe(name);
  });

  test('CF-6: whatever it was, it names one file of its kind', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...documentKinds),
        (raw, kind) => {
          const name = plainName(raw, kind);
          expect(name).not.toMatch(/[/\\\p{C}"]/u);
          expect(Array.from(name).length).toBeLessThanOrEqual(120);
          expect(agreedKind({ name, declaredType: '', contentType: mediaTypes[kind] })).toEqual({
            ok: true,
            value: kind,
          });
        },
      ),
    );
  });
});
