import AxeBuilder from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

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

const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How a page is typed is the formatter's; what it means is checked.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'tel-non-breaking': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // The month and the lists that update themselves are elements of our own.
    'element-name': ['error', { pattern: '^[a-z][a-z0-9-]*$' }],
    'no-unknown-elements': 'off',
  },
});

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
  const report = await rules.validateString(await (await page.request.get(where)).text());
  expect(
    report.results.flatMap((result) =>
      result.messages.map((each) => `${each.ruleId}: ${each.message} (${each.line})`),
    ),
    where,
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
}
