import type { FastifyInstance } from 'fastify';
import { codeAt, createOfficials, hashPassword, type NewOfficial } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

const password = 'gufo-9-tè';
const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** An official of a test, signed in with the second factor, in a browser without JavaScript. */
export async function signedInOfficial(
  app: FastifyInstance,
  deps: Deps,
  {
    locale = 'it',
    ...official
  }: Pick<NewOfficial, 'email' | 'roles' | 'ministry'> & { locale?: 'it' | 'en' },
): Promise<TestBrowser> {
  const hash = await hashPassword(deps.keys, password);
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    createOfficials(
      deps,
      tx,
      [{ givenName: 'Olga', familyName: 'Bozza', locale, totpSecret, ...official }],
      hash,
    ),
  );
  const browser = openBrowser(app, { locale });
  await browser.open('/desk/sign-in');
  await browser.send('/desk/sign-in', {
    email: official.email,
    password,
    code: codeAt(totpSecret, deps.now()),
  });
  if (!browser.path.endsWith('/desk')) throw new Error(`Not signed in: ${browser.text.slice(0, 200)}`);
  return browser;
}
