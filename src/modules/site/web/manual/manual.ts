import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, locales } from '#kernel/locale.ts';
import type { Deps } from '#platform/deps.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { type Html, html } from '#platform/web/html.ts';
import { icon } from '#platform/web/icon.ts';
import { localized } from '#platform/web/page.ts';
import { siteWords } from '../words/words.ts';
import { type Block, type Chapter, chapters, type Piece, picturesOf } from './chapters.ts';

/** The PDF of a language, set once from the same chapters as the pages. */
const printed = new Map<Locale, Promise<Buffer>>();

/** The user manual (manuale utente): to read here and to download, both from one source. */
export function manualRoutes(app: FastifyInstance, { now }: Pick<Deps, 'now'>): void {
  app.get('/manual', (request, reply) => contentsPage(request, reply));

  app.get('/manual.pdf', async (request, reply) =>
    reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="sportello-${request.locale}.pdf"`)
      .send(await manualPdf(request.locale, now())),
  );

  const pictures = new Map(
    locales.flatMap((locale) =>
      readdirSync(picturesOf(locale))
        .filter((name) => name.endsWith('.jpg'))
        .map((name) => [`${locale}/${name}`, readFileSync(join(picturesOf(locale), name))] as const),
    ),
  );
  app.get<{ Params: { picture: string } }>('/manual/pictures/:picture', async (request, reply) => {
    const picture = pictures.get(`${request.locale}/${request.params.picture}`);
    if (picture === undefined) return reply.notFound();
    return reply.type('image/jpeg').header('cache-control', 'public, max-age=86400').send(picture);
  });

  app.get<{ Params: { chapter: string } }>('/manual/:chapter', async (request, reply) => {
    const list = chapters[request.locale];
    const at = list.findIndex(({ id }) => id === request.params.chapter);
    const chapter = list[at];
    if (chapter === undefined) return reply.notFound();
    return chapterPage(request, reply, { chapter, before: list[at - 1], after: list[at + 1] });
  });
}

/** The whole manual as a tagged PDF. */
export function manualPdf(locale: Locale, at: Temporal.Instant): Promise<Buffer> {
  const words = siteWords[locale].manual;
  const set =
    printed.get(locale) ??
    renderPdf({
      template: join(import.meta.dirname, 'manual.typ'),
      lang: locale,
      title: words.title,
      sender: words.sender,
      at,
      data: {
        title: words.title,
        contents: words.contents,
        folder: `/modules/site/web/manual/${locale}/`,
        chapters: chapters[locale].map(({ title, blocks }) => ({ title, blocks: blocks.filter(isThere) })),
      },
    });
  printed.set(locale, set);
  set.catch(() => printed.delete(locale));
  return set;

  function isThere(block: Block): boolean {
    return block.kind !== 'picture' || existsSync(join(picturesOf(locale), block.file));
  }
}

function contentsPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = siteWords[locale].manual;
  return reply.page({
    title: words.title,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<p><a class="btn btn-outline-primary" href="${localized(locale, '/manual.pdf')}">${icon('download')} ${words.download}</a></p>
<ol class="manual-contents">${chapters[locale].map(
      ({ id, title }) => html`<li><a href="${localized(locale, `/manual/${id}`)}">${title}</a></li>`,
    )}</ol>`,
  });
}

function chapterPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { chapter, before, after }: { chapter: Chapter; before: Chapter | undefined; after: Chapter | undefined },
): FastifyReply {
  const { locale } = request;
  const words = siteWords[locale].manual;
  const link = (to: Chapter | undefined, label: string, rel: string) =>
    to &&
    html`<a rel="${rel}" href="${localized(locale, `/manual/${to.id}`)}"><span class="source">${label}</span><br>${to.title}</a>`;
  return reply.page({
    title: chapter.title,
    breadcrumb: [{ label: words.title, path: '/manual' }, { label: chapter.title }],
    main: html`<article class="manual"><h1>${chapter.title}</h1>${chapter.blocks.map((block) => written(block, locale))}</article>
<nav class="manual-turn" aria-label="${words.turn}">${link(before, words.before, 'prev')}${link(after, words.after, 'next')}</nav>`,
  });
}

function run(pieces: readonly Piece[]): Html[] {
  return pieces.map(({ text, strong }) => (strong ? html`<strong>${text}</strong>` : html`${text}`));
}

function written(block: Block, locale: Locale): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${run(block.pieces)}</h2>`;
    case 'paragraph':
      return html`<p>${run(block.pieces)}</p>`;
    case 'note':
      return html`<p class="notice notice-info">${run(block.pieces)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${run(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'picture':
      return html`<p class="manual-picture"><img src="${localized(locale, `/manual/pictures/${block.file}`)}" alt="${block.alt}" width="720" height="540" loading="lazy"></p>`;
  }
}
