import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { principalOf } from '#platform/web/who.ts';
import { protocolText } from '../../../domain/case-file.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { findForOfficial } from '../../../use-cases/see-case-files.ts';
import type { OneOfMany } from '../../../use-cases/work-on-many.ts';
import { notice } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { handlingOf } from '../handling.ts';
import { filesPath } from './paths.ts';

/** How it ended for each of several files: which were done, which were not and why. */
export async function endedPage(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  ended: readonly OneOfMany[],
): Promise<FastifyReply> {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { official, officeId } = handlingOf(request);
  const done = ended.filter(({ outcome }) => outcome.ok).length;
  const refused = await Promise.all(
    ended.flatMap(({ id, outcome }) =>
      outcome.ok
        ? []
        : [
            findForOfficial(deps, { as: principalOf(official), officeId }, id).then((file) => ({
              id,
              name: file?.protocol ? `${protocolText(file.protocol)}, ${file.personName ?? ''}` : undefined,
              why: words.refusals[outcome.refusal.code],
            })),
          ],
    ),
  );
  const path = localized(locale, filesPath(officeId));
  return reply.page({
    title: words.manyTitle,
    section: 'desk',
    status: refused.length === 0 ? 200 : 409,
    breadcrumb: [
      { label: words.desk, path: '/desk' },
      { label: words.title, path: filesPath(officeId) },
      { label: words.manyTitle },
    ],
    main: html`<h1>${words.manyTitle}</h1>${done > 0 && notice(words.manyDone(done))}${
      refused.length > 0 &&
      html`<div class="notice notice-warning"><p>${words.manyRefused(refused.length)}</p><ul>${refused.map(
        ({ id, name, why }) =>
          html`<li>${name !== undefined && html`<a href="${path}/${id}">${name}</a>: `}${why}</li>`,
      )}</ul></div>`
    }<p><a class="btn btn-primary" href="${path}">${words.backToLists}</a></p>`,
  });
}
