import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AddressObject, ParsedMail } from 'mailparser';
import { codeAt } from '#modules/identity/public.ts';
import { findOffice, findSeat } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { escapeHtml, Html, html } from '#platform/web/html.ts';
import type { Outbox } from './outbox.ts';
import { demoCitizens, demoOfficials, demoPassword } from './people.ts';
import { demoPeople } from './registry/people.ts';
import { demoWords } from './words.ts';

/** Pages that exist in the demonstration only: the mailbox of the invented people, and their passwords. */
export function demoRoutes({ now }: Deps, outbox: Outbox): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('x-robots-tag', 'noindex'));

    app.get<{ Querystring: { address?: string } }>('/demo/mailbox', async (request, reply) => {
      const words = demoWords[request.locale];
      const address = String(request.query.address ?? '')
        .trim()
        .toLowerCase();
      const mails: { name: string; mail: ParsedMail }[] = [];
      for (const name of outbox.list()) {
        if (mails.length === 50) break;
        const mail = await outbox.read(name);
        if (mail && (address === '' || recipientOf(mail).toLowerCase().includes(address)))
          mails.push({ name, mail });
      }
      return reply.page({
        title: words.title,
        main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p><a href="/demo">${words.accounts}</a></p>
<form method="get" action="/demo/mailbox" class="search-form">${textField({ name: 'address', label: words.search, type: 'search', value: address })}${submitButton(words.submit)}</form>
${
  mails.length === 0
    ? html`<p>${words.empty}</p>`
    : html`<ul class="card-list">${mails.map(
        ({ name, mail }) =>
          html`<li class="card-line"><h2><a href="/demo/mailbox/${name}">${mail.subject}</a></h2><p>${words.to} ${recipientOf(mail)}</p></li>`,
      )}</ul>`
}`,
      });
    });

    app.get<{ Params: { name: string } }>('/demo/mailbox/:name', async (request, reply) => {
      const mail = await outbox.read(request.params.name);
      if (mail === undefined) return reply.notFound();
      const words = demoWords[request.locale];
      return reply.page({
        title: mail.subject ?? words.title,
        main: html`<p><a href="/demo/mailbox">${words.back}</a></p><h1>${mail.subject}</h1><p>${words.to} <strong>${recipientOf(mail)}</strong></p>
<div class="letter typed">${withLinks(mail.text ?? '')}</div>
${
  mail.attachments.length > 0 &&
  html`<h2>${words.attachments}</h2><ul>${mail.attachments.map(
    (attachment, index) =>
      html`<li><a href="/demo/mailbox/${request.params.name}/${index}">${attachment.filename ?? attachment.contentType}</a></li>`,
  )}</ul>`
}`,
      });
    });

    app.get<{ Params: { name: string; index: string } }>(
      '/demo/mailbox/:name/:index',
      async (request, reply) => {
        const attachment = (await outbox.read(request.params.name))?.attachments[
          Number(request.params.index)
        ];
        if (attachment === undefined) return reply.notFound();
        return reply
          .type(attachment.contentType)
          .header(
            'content-disposition',
            `attachment; filename="${attachment.filename?.replaceAll(/[^\w.-]/g, '-') ?? 'sportello.ics'}"`,
          )
          .send(attachment.content);
      },
    );

    app.get('/demo', async (request, reply) => {
      const words = demoWords[request.locale];
      const citizens = demoCitizens(60).filter((_, index) => index % 60 < 2);
      const seats = new Map(
        await Promise.all(
          demoOfficials
            .flatMap(({ roles }) => roles)
            .map(async ({ officeId }) => [officeId, await findSeat(officeId)] as const),
        ),
      );
      return reply.page({
        title: words.accounts,
        main: html`<h1>${words.accounts}</h1><p class="lead">${words.accountsLead}</p><p><a class="btn btn-primary" href="/demo/mailbox">${words.mailbox}</a></p>
<p>${words.password}: <code>${demoPassword}</code></p>
<h2>${words.citizens}</h2><ul>${citizens.map(
          (person) =>
            html`<li><code>${person.email}</code> – ${findOffice(person.officeId ?? '')?.name[request.locale]}</li>`,
        )}</ul>
<h2>${words.officials}</h2><p>${words.secondHint}</p><ul>${demoOfficials.map(
          (official) =>
            html`<li><code>${official.email}</code> – ${official.ministry ? words.role.ministry : official.roles.map((role) => `${words.role[role.role]}, ${seats.get(role.officeId)?.name[request.locale]}`).join('; ')} – ${words.second}: <code>${codeAt(official.totpSecret, now())}</code></li>`,
        )}</ul>
<h2>${words.registry}</h2><p>${words.registryHint}</p><ul>${demoPeople.map(
          (person) =>
            html`<li>${person.givenName} ${person.familyName}, <code>${person.taxCode}</code>, <code>${person.id}</code> – ${person.shows[request.locale]}</li>`,
        )}</ul>`,
      });
    });
  };
}

function recipientOf(mail: ParsedMail): string {
  const to = mail.to as AddressObject | AddressObject[] | undefined;
  return [to ?? []]
    .flat()
    .map((each) => each.text)
    .join(', ');
}

/** Addresses in a text become links: this page is a mail program, not part of the product. */
function withLinks(text: string): Html {
  return new Html(escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`));
}
