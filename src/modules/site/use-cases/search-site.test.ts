import { describe, expect, test } from 'vitest';
import { searchSite } from './search-site.ts';

describe('OF-3: what people call things', () => {
  test.each([
    ['passaporto', '/services/passport'],
    ['rinnovo pass', '/services/passport'],
    ['pasaporto scaduto', '/services/passport'],
    ['I lost my passport', '/services/passport'],
    ['come faccio a rinnovare il passaporto', '/services/passport'],
    ['carta d’identità', '/services/identity-card'],
    ['CARTA IDENTITA', '/services/identity-card'],
    ['CIE', '/services/identity-card'],
    ['driver license', '/services/driving-licence'],
    ['patente', '/services/driving-licence'],
    ['procura', '/services/notarial-acts'],
    ['power of attorney', '/services/notarial-acts'],
    ['iscrizione aire', '/services/aire-registration'],
    ['mi sono trasferita all’estero', '/services/aire-registration'],
    ['ho cambiato casa', '/services/change-of-address'],
    ['iure sanguinis', '/services/citizenship-descent'],
    ['my great grandfather was Italian', '/services/citizenship-descent'],
    ['bisnonno', '/services/citizenship-descent'],
    ['è nato mio figlio', '/services/direct-descendants'],
    ['baby', '/services/direct-descendants'],
    ['my husband is Italian', '/services/citizenship-marriage'],
    ['cognome', '/services/change-of-name'],
    ['register a marriage', '/services/civil-status'],
    ['disdire', '/appointments'],
    ['cancel my appointment', '/appointments'],
    ['ho dimenticato la password', '/recovery'],
    ['locked account', '/recovery'],
    ['truffa', '/report'],
    ['consolato manchester', '/offices/manchester'],
    ['londra', '/offices/london'],
  ])('“%s” leads to %s first', (text, path) => {
    expect(searchSite(text)[0]?.path, JSON.stringify(searchSite(text).map((each) => each.path))).toBe(path);
  });

  test('“cittadinanza” finds each route', () => {
    const paths = searchSite('cittadinanza').map(({ path }) => path);
    for (const service of ['citizenship-descent', 'citizenship-marriage', 'reacquisition', 'renunciation'])
      expect(paths).toContain(`/services/${service}`);
  });

  test('nonsense and nothing find none', () => {
    expect(searchSite('xyzzyqqq')).toEqual([]);
    expect(searchSite('  ')).toEqual([]);
    expect(searchSite('<script>…')).toEqual([]);
  });
});
