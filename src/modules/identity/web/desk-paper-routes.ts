import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { spelled } from '../domain/reentry.ts';
import { readPaper } from '../use-cases/issue-reentry.ts';
import type { IdentityWeb } from './identity-web.ts';
import { momentText } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** The sheet with the code, to print and hand over; in the language of the page, which the official chooses. */
export function deskPaperRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  app.get<{ Params: { id: string } }>(
    '/desk/re-entries/:id',
    { preHandler: officialsOnly },
    async (request, reply) => {
      const { id } = request.params;
      const { locale } = request;
      const { people: words } = identityWords[locale];
      const known = z.uuid().safeParse(id).success;
      const found = known ? await readPaper(deps, { id, by: officialOf(request) }) : undefined;
      const breadcrumb = [{ label: words.title, path: '/desk/people' }, { label: words.paper.title }];
      if (found === undefined) {
        return reply.page({
          status: 410,
          title: words.paper.title,
          section: 'desk',
          breadcrumb,
          main: html`<h1>${words.paper.title}</h1><p class="lead">${words.paper.gone}</p>`,
        });
      }
      const { reentry, code, name } = found;
      return reply.page({
        title: words.paper.title,
        section: 'desk',
        breadcrumb,
        main: html`<p class="notice no-print">${words.paper.print}</p><section class="letter paper" aria-labelledby="paper-title"><h1 id="paper-title">${words.paper.title}</h1>
<p>${words.paper.for(name)}</p><p class="paper-code"><strong>${spelled(code)}</strong></p>
<p>${words.paper.how(`${deps.publicUrl}/${locale}/re-entry`)}</p><p>${words.paper.opens(momentText(reentry.opensAt, locale))}</p>
<p>${words.paper.expires(momentText(reentry.expiresAt, locale))}</p><p>${words.paper.keep}</p></section>`,
      });
    },
  );
}
