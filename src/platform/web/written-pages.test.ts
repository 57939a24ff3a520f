import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { Who } from './who.ts';
import { writtenPages } from './written-pages.ts';

const visitor: Who = { kind: 'visitor' };
const ada: Who = {
  kind: 'citizen',
  accountId: 'a',
  sessionId: 's',
  name: 'Ada Prova',
  officeId: null,
  active: true,
  signedInWith: 'password',
  level: 1,
};

function asked(who: Who, pagePath = '/places', locale = 'it'): FastifyRequest {
  return { who, pagePath, locale } as FastifyRequest;
}

describe('pages that are the same for every visitor', () => {
  test('are written once as long as what they show lives', () => {
    const written = writtenPages();
    const places = {};
    expect(String(written(asked(visitor), places, () => 'five places'))).toBe('five places');
    expect(String(written(asked(visitor), places, () => 'not written again'))).toBe('five places');
    expect(String(written(asked(visitor), {}, () => 'four places'))).toBe('four places');
  });

  test('have a text of their own for each address and each language', () => {
    const written = writtenPages();
    const places = {};
    written(asked(visitor), places, () => 'dicembre');
    expect(String(written(asked(visitor, '/places', 'en'), places, () => 'December'))).toBe('December');
    expect(String(written(asked(visitor, '/places?view=list'), places, () => 'lista'))).toBe('lista');
  });

  test('never hold what was written for somebody who is signed in', () => {
    const written = writtenPages();
    const places = {};
    expect(written(asked(ada), places, () => 'Ada’s page')).toBe('Ada’s page');
    expect(String(written(asked(visitor), places, () => 'a visitor’s page'))).toBe('a visitor’s page');
    expect(written(asked(ada), places, () => 'Ada’s page again')).toBe('Ada’s page again');
  });
});
