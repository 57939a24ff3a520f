import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { seeOpenings } from '#modules/appointments/public.ts';
import { addressNoticeOn } from '#modules/identity/public.ts';
import { findOffice, readNotices } from '#modules/offices/public.ts';
import { standingSection } from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { reportApi } from './api-reports.ts';
import { homePage } from './home-page.ts';
import { manualRoutes } from './manual/manual.ts';
import { reportRoutes } from './report.ts';
import { searchRoutes } from './search.ts';
import { siteWords } from './words/words.ts';

/** The home page, the legal pages, and the report of appointments offered for money. */
export function siteRoutes(deps: Deps): FastifyPluginAsync {
  const addressNotice = addressNoticeOn(deps);
  const standing = standingSection(deps);
  return async (app: FastifyInstance) => {
    app.get('/', async (request, reply) => {
      const { who } = request;
      const office = who.kind === 'citizen' ? findOffice(who.officeId ?? '') : undefined;
      const [notices, openings, address, registered] = await Promise.all([
        readNotices(deps, office?.id),
        office === undefined ? [] : seeOpenings(deps, office.id),
        addressNotice(request),
        standing(request),
      ]);
      const mine = html`${address}${registered}`;
      return homePage(request, reply, { notices, office, openings, mine });
    });
    searchRoutes(app);
    manualRoutes(app, deps);
    reportRoutes(app, deps);
    reportApi(app, deps);
    for (const [path, page] of [
      ['/privacy', 'privacy'],
      ['/legal-notes', 'legal'],
      ['/accessibility', 'accessibility'],
    ] as const) {
      app.get(path, async (request, reply) => textPage(request, reply, page));
    }
    app.get('/cookies', async (request, reply) => cookiesPage(request, reply));
    app.get('/site-map', async (request, reply) => mapPage(request, reply));
    app.get('/robots.txt', async (_request, reply) =>
      reply
        .type('text/plain')
        .send('User-agent: *\nDisallow: /demo\nDisallow: /desk\nDisallow: /*/citizenship/assessments/\n'),
    );
  };
}

function textPage(request: FastifyRequest, reply: FastifyReply, page: 'privacy' | 'legal' | 'accessibility') {
  const { title, paragraphs } = siteWords[request.locale][page];
  return reply.page({
    title,
    breadcrumb: [{ label: title }],
    main: html`<h1>${title}</h1>${paragraphs.map(([heading, text]) => html`<h2>${heading}</h2><p>${text}</p>`)}`,
  });
}

function cookiesPage(request: FastifyRequest, reply: FastifyReply) {
  const words = siteWords[request.locale].cookies;
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<table class="stacked"><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.purpose}</th><th scope="col">${words.lasts}</th></tr></thead><tbody>${words.rows.map(
      ([name, purpose, lasts]) =>
        html`<tr><td data-label="${words.name}"><code>${name}</code></td><td data-label="${words.purpose}">${purpose}</td><td data-label="${words.lasts}">${lasts}</td></tr>`,
    )}</tbody></table>`,
  });
}

function mapPage(request: FastifyRequest, reply: FastifyReply) {
  const words = siteWords[request.locale];
  const pages: readonly (readonly [string, string])[] = [
    ['/', words.map.home],
    ['/offices', words.home.office],
    ['/services', words.home.services],
    ['/citizenship', words.home.citizenship],
    ['/appointments', words.home.mine],
    ['/certificates', words.home.certificates],
    ['/your-data', words.home.data],
    ['/municipalities', words.home.municipality],
    ['/manual', words.manual.title],
    ['/photograph-a-document', words.map.photograph],
    ['/report', words.report.title],
    ['/privacy', words.privacy.title],
    ['/cookies', words.cookies.title],
    ['/legal-notes', words.legal.title],
    ['/accessibility', words.accessibility.title],
  ];
  return reply.page({
    title: words.map.title,
    breadcrumb: [{ label: words.map.title }],
    main: html`<h1>${words.map.title}</h1><p class="lead">${words.map.lead}</p><ul>${pages.map(
      ([path, label]) => html`<li><a href="${localized(request.locale, path)}">${label}</a></li>`,
    )}</ul>`,
  });
}
