import type { FastifyRequest } from 'fastify';
import { type Html, html } from '#platform/web/html.ts';
import type { FileView } from '../use-cases/see-file.ts';
import { momentAt, officeName } from './pieces.ts';
import { filesDeskWords } from './words/files-desk.ts';

/** Who opened a file and when, by office: the person reads the same list as the desk (GDPR art. 15). */
export function readingsList(
  { locale }: Pick<FastifyRequest, 'locale'>,
  { file, readings }: Pick<FileView, 'file' | 'readings'>,
): Html {
  const words = filesDeskWords[locale];
  if (readings.length === 0) return html`<p>${words.readingsNone}</p>`;
  return html`<ul class="readings">${readings.map(
    ({ at, officeId }) =>
      html`<li>${momentAt(at, file, locale)}: ${officeId === null ? words.readingByMinistry : words.readingBy(officeName(officeId, locale))}</li>`,
  )}</ul>`;
}
