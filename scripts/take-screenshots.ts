// Takes the pictures of the README from a running demonstration: npm start, then npm run screenshots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const base = process.env['PUBLIC_URL'] ?? 'http://localhost:3000';
const folder = join(import.meta.dirname, '../docs/images');
const pictures = [
  { name: 'home', path: '/it', width: 1280 },
  { name: 'month', path: '/it/offices/manchester/services/passport/places', width: 1280 },
  { name: 'month-on-a-phone', path: '/en/offices/manchester/services/passport/places', width: 360 },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--headless=shell',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
for (const { name, path, width } of pictures) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${base}${path}`);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
