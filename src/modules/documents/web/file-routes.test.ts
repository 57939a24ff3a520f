import { describe, expect, test } from 'vitest';
import { plainName } from '../domain/document.ts';
import { attachment } from './file-routes.ts';

describe('the name under which a document is saved', () => {
  test.each([
    ['patente di Núñez.jpg', 'patente di Nunez.jpg'],
    ['certidão de nascença.jpg', 'certidao de nascenca.jpg'],
    ['Свидетельство.jpg', 'Svidetelstvo.jpg'],
    ['شهادة.jpg', 'XSHHADXTA.jpg'],
    ['出生証明書.jpg', 'documento.jpg'],
  ])('CF-6: %s is kept as it is, and in plain letters for old programs', (name, plain) => {
    expect(plainName(name, 'jpeg')).toBe(name);
    const header = attachment(name);
    expect(header).toContain(`filename="${plain}"`);
    const encoded = /filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe(name);
  });
});
