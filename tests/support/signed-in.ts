import type { FastifyInstance } from 'fastify';
import { createOfficials, openOfficialSessions, openSessions } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

const task = { kind: 'system', task: 'test' } as const;

/** A browser without JavaScript in which a citizen is signed in. */
export async function citizenBrowser(
  app: FastifyInstance,
  deps: Deps,
  accountId: string,
  { spidLevel, ...options }: { locale?: string; spidLevel?: 2 | 3 } = {},
): Promise<TestBrowser> {
  const [session] = await deps.db.transaction(task, (tx) =>
    openSessions(tx, [accountId], deps.now(), spidLevel),
  );
  const browser = openBrowser(app, options);
  browser.cookies.set('session', session?.cookie ?? '');
  return browser;
}

export interface OfficialBrowser {
  readonly browser: TestBrowser;
  readonly officialId: string;
}

/** A browser in which an official of an office is signed in, made for the occasion. */
export async function officialBrowser(
  app: FastifyInstance,
  deps: Deps,
  officeId: string,
  {
    role = 'operator',
    familyName = 'Sportelli',
    locale = 'it',
    ministry = false,
  }: {
    role?: 'operator' | 'office_admin';
    familyName?: string;
    locale?: string;
    /** An administrator of the ministry, with no role at the office. */
    ministry?: boolean;
  } = {},
): Promise<OfficialBrowser> {
  const mark = crypto.randomUUID().slice(0, 8);
  const officialId = await deps.db.transaction(task, async (tx) => {
    const [id = ''] = await createOfficials(
      deps,
      tx,
      [
        {
          givenName: 'Olga',
          familyName,
          email: `olga.${mark}@sede.example`,
          locale: 'it',
          roles: ministry ? [] : [{ officeId, role }],
          ministry,
          totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        },
      ],
      'no password',
    );
    return id;
  });
  const [session] = await deps.db.transaction(task, (tx) =>
    openOfficialSessions(tx, [officialId], deps.now()),
  );
  const browser = openBrowser(app, { locale });
  browser.cookies.set('desk', session?.cookie ?? '');
  return { browser, officialId };
}
