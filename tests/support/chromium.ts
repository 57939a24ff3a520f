import AxeBuilder from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { htmlOffences } from './html-offences.ts';

/** A real browser; our own launch arguments, because the package's share one process and switch web security off. */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--headless=shell',
      '--no-first-run',
      '--disable-background-networking',
      ...more,
    ],
  });
}

/** No violation of WCAG 2.2 AA that axe can see, no valid-HTML error, nothing wider than the screen. */
export async function expectGoodPage(page: Page): Promise<void> {
  const where = page.url();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // The pages have no frames: without looking for them a check takes two thirds of the time.
    .setLegacyMode()
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .join(' | ')
          .slice(0, 300)}`,
    ),
    where,
  ).toEqual([]);
  expect(await htmlOffences(await (await page.request.get(where)).text()), where).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
}
