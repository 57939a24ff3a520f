import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { searchSite } from '../use-cases/search-site.ts';
import { searchPage } from './search-page.ts';

const answer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        kind: z.enum(['service', 'task', 'office']),
        path: z.string().max(200),
        title: z.string().max(200),
        summary: z.string().max(500),
      }),
    )
    .max(20),
  next: z.string().max(200).nullable(),
});

/** The search of the home page, as a page and for machines. */
export function searchRoutes(plain: FastifyInstance): void {
  plain.get<{ Querystring: { q?: string } }>('/search', async (request, reply) => {
    const text = String(request.query.q ?? '')
      .trim()
      .slice(0, 100);
    return searchPage(request, reply, text, searchSite(text));
  });

  plain.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/search-results',
    {
      schema: {
        tags: ['services'],
        operationId: 'search',
        summary: 'Services, offices and things to do, found by what people call them',
        querystring: z.strictObject({
          q: z.string().min(1).max(100),
          language: z.enum(['it', 'en']).default('it'),
        }),
        response: { 200: answer },
      },
    },
    async ({ query: { q, language } }) => ({
      items: searchSite(q).map(({ kind, path, title, summary }) => ({
        kind,
        path: `/${language}${path}`,
        title: title[language],
        summary: summary[language],
      })),
      next: null,
    }),
  );
}
