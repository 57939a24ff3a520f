import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { notifyPayment } from '#demo/pagopa/notify.ts';
import type { KeptWorld } from '#demo/pagopa/world.ts';
import { demoCitizens, demoOfficials } from '#demo/people.ts';
import { demoPersonId } from '#demo/registry/people.ts';
import { openOfficialSessions, openSessions } from '#modules/identity/public.ts';
import { connectAccount } from '#modules/registry/public.ts';
import { openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

const system = { kind: 'system', task: 'test' } as const;
const phone = { viewport: { width: 360, height: 800 } } satisfies BrowserContextOptions;

type Name = Parameters<typeof demoPersonId>[0];

const atTheCounter = ({ roles }: (typeof demoOfficials)[number]) =>
  roles.some(({ officeId, role }) => officeId === 'comune-a952' && role === 'operator');

/** One site, one browser and one clock for all the journeys of the registry and of payments. */
export interface Stage {
  readonly site: TestSite;
  /** A new browser on a telephone, in which somebody of the registry is signed in as by SPID. */
  citizen(name: Name, options?: BrowserContextOptions): Promise<Page>;
  /** The account with which somebody of the registry was matched. */
  accountOf(name: Name): Promise<string>;
  /** A telephone of somebody who is not signed in. */
  anybody(options?: BrowserContextOptions): Promise<Page>;
  /** A telephone of the counter of a municipality, or of whichever official is meant. */
  clerk(who?: (official: (typeof demoOfficials)[number]) => boolean): Promise<Page>;
  /** The node tells that the last notice was paid. */
  pagopaTells(): Promise<void>;
  forward(duration: Temporal.DurationLike): void;
  end(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  let ahead = Temporal.Duration.from({ seconds: 0 });
  const now = () => Temporal.Now.instant().add(ahead);
  // pagoPA sends the browser back to the address under which the site is reached.
  const [site, browser] = await Promise.all([startSite({ passkeys: true, now }), openChromium()]);
  const accounts = new Map<Name, string>();

  async function accountOf(name: Name): Promise<string> {
    const known = accounts.get(name);
    if (known !== undefined) return known;
    const accountId = demoCitizens(60)[accounts.size]?.id ?? '';
    accounts.set(name, accountId);
    await connectAccount(site.deps, { accountId, personId: demoPersonId(name), by: 'spid' });
    return accountId;
  }

  return {
    site,
    accountOf,
    async citizen(name, options) {
      const accountId = await accountOf(name);
      const [session] = await site.deps.db.transaction(system, (tx) =>
        openSessions(tx, [accountId], site.deps.now(), 2),
      );
      return pageIn(browser, site.url, { name: 'session', value: session?.cookie ?? '' }, options);
    },
    anybody: (options) => pageIn(browser, site.url, undefined, options),
    async clerk(who = atTheCounter) {
      const clerk = demoOfficials.find(who);
      const [session] = await site.deps.db.transaction(system, (tx) =>
        openOfficialSessions(tx, [clerk?.id ?? ''], site.deps.now()),
      );
      return pageIn(browser, site.url, { name: 'desk', value: session?.cookie ?? '' });
    },
    async pagopaTells() {
      const kept = JSON.parse(readFileSync(join(site.dataDir, 'pagopa.json'), 'utf8')) as KeptWorld;
      const notice = Object.values(kept.notices).at(-1);
      if (notice === undefined) throw new Error('Nobody has paid anything');
      await notifyPayment(`${site.url}/api/pagopa/receipts`, notice);
    },
    forward(duration) {
      ahead = ahead.add(duration);
    },
    async end() {
      await browser.close();
      await site.end();
    },
  };
}

async function pageIn(
  browser: Browser,
  url: string,
  cookie?: { name: string; value: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...phone, ...options });
  if (cookie !== undefined) await context.addCookies([{ ...cookie, url }]);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  return page;
}
