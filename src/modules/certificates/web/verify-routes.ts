import { X509Certificate } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { readCode } from '#platform/qr-credential/code.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { takeUploads, uploadsOf } from '#platform/web/form/uploads.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { SealedDeps } from '../use-cases/sealed-deps.ts';
import { verifyCode, verifyPdf } from '../use-cases/verify-document.ts';
import { verdictPage, verifyPage } from './verify-page.ts';
import { withRegister } from './with-register.ts';
import { verifyWords } from './words/verify.ts';

export const largestFile = 10 * 1024 * 1024;

/** Nobody tries codes out: thirty checks a minute are plenty for a counter and nothing against 80 random bits. */
export const checksPerMinute = { rateLimit: { timeWindow: '1 minute', max: 30 } };

/** Checking documents: open to everybody, without an account. */
export function verifyRoutes(deps: SealedDeps): FastifyPluginAsync {
  const { facSimile } = deps.sealing;
  return async (app: FastifyInstance) => {
    await takeUploads(app, { largestFile, mostFiles: 1 });

    app.get('/v', async (request, reply) => verifyPage(request, reply, { facSimile }));

    app.post('/v/files', { config: checksPerMinute }, async (request, reply) => {
      const words = verifyWords[request.locale].file;
      const [file] = uploadsOf(request);
      if (file?.tooLarge)
        return verifyPage(request, reply, { facSimile, problems: { file: words.tooLarge } });
      if (file === undefined || file.content.length === 0)
        return verifyPage(request, reply, { facSimile, problems: { file: words.missing } });
      return verdictPage(request, reply, await withRegister(verifyPdf(deps, file.content)), facSimile);
    });

    app.post('/v/codes', { config: checksPerMinute }, async (request, reply) => {
      const typed = (typedIn(request.body)['code'] ?? '').slice(0, 200);
      const code = readCode(typed);
      if (code === undefined) {
        const problems = { code: verifyWords[request.locale].code.wrong };
        return verifyPage(request, reply, { facSimile, typed, problems });
      }
      return verdictPage(request, reply, await withRegister(verifyCode(deps, code)), facSimile);
    });

    app.get('/v/authority', async (request, reply) => {
      const { locale } = request;
      const words = verifyWords[locale];
      const page = words.authority;
      const print = new X509Certificate(deps.sealing.authorityPem).fingerprint256;
      return reply.page({
        title: page.title,
        breadcrumb: [{ label: words.title, path: '/v' }, { label: page.title }],
        main: html`<h1>${page.title}</h1><p class="lead">${page.lead}</p>
${facSimile && html`<div class="notice notice-warning"><p>${words.facSimile}</p></div>`}
<h2>${page.root}</h2><p>${page.rootText}</p><p>${page.print}: <code class="fingerprint">${print}</code></p>
<p class="actions"><a class="btn btn-primary" href="${localized(locale, '/v/authority.pem')}">${page.download}</a></p>
<h2>${page.lists}</h2><p>${page.listsText}</p>
<ul><li><a href="/api/v1/certificate-keys">${page.keys}</a></li><li><a href="/api/v1/certificate-revocations">${page.revocations}</a></li></ul>
<p>${page.format}</p>`,
      });
    });

    app.get('/v/authority.pem', async (_request, reply) =>
      reply
        .type('application/x-pem-file')
        .header('content-disposition', 'attachment; filename="sportello-authority.pem"')
        .send(deps.sealing.authorityPem),
    );
  };
}
