import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { countDay } from '#modules/appointments/public.ts';
import { countFilesInQueue, countMunicipalFiles, countOpenFiles } from '#modules/case-files/public.ts';
import {
  findMunicipalOffice,
  findOffice,
  listOffices,
  type MunicipalOffice,
  municipalityNamed,
  type Office,
} from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { selectField, textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { actorOf, mayAdminister, type Official, principalOf } from '#platform/web/who.ts';
import { startWords } from './words/words.ts';

/** The officials' start page: composes what the modules offer, with no rules of its own. */
export function deskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<{ Querystring: { office?: string; municipality?: string } }>(
      '/desk',
      { preHandler: officialsOnly },
      async (request, reply) => {
        const { locale } = request;
        const words = startWords[locale];
        const official = officialOf(request);
        const chosen = official.ministry ? findOffice(request.query.office ?? '') : undefined;
        const offices = officesOf(official, chosen);
        const municipalities = await municipalitiesOf(official, request.query.municipality);
        const cards = await Promise.all(offices.map((office) => officeCard(deps, request, official, office)));
        const towns = await Promise.all(
          municipalities.map((each) => municipalityCard(deps, request, official, each)),
        );
        return reply.page({
          title: words.title,
          section: 'desk',
          main: html`<h1>${words.hello(official.name)}</h1><p class="lead">${words.lead}</p>
${offices.length + municipalities.length === 0 && !official.ministry && html`<p>${words.none}</p>`}
${cards}${towns}${networkCard(request, official)}`,
        });
      },
    );
  };
}

function officesOf(official: Official, chosen: Office | undefined): Office[] {
  const own = [...new Set(official.roles.map((each) => each.officeId))].flatMap((id) => findOffice(id) ?? []);
  return chosen === undefined || own.includes(chosen) ? own : [chosen, ...own];
}

/** The municipalities where an official works; the ministry opens any. */
async function municipalitiesOf(official: Official, chosen: string | undefined): Promise<MunicipalOffice[]> {
  const own = await Promise.all(
    [...new Set(official.roles.map((each) => each.officeId))].map(findMunicipalOffice),
  );
  const other =
    official.ministry && chosen ? await municipalityNamed(String(chosen).slice(0, 100)) : undefined;
  return [...(other === undefined ? [] : [other]), ...own.flatMap((each) => each ?? [])];
}

async function municipalityCard(
  deps: Deps,
  request: FastifyRequest,
  official: Official,
  office: MunicipalOffice,
): Promise<Html> {
  const { locale } = request;
  const words = startWords[locale];
  const base = `/desk/offices/${office.id}`;
  const files = await countMunicipalFiles(deps, { official, municipalityId: office.id });
  const links = [
    [`/desk/municipalities/${office.id}/files`, words.filesFromConsulates(files.new)],
    [`${base}/registry`, words.registry],
    ...(mayAdminister(official, office.id)
      ? [
          [`${base}/municipality`, words.municipality],
          [`${base}/notices`, words.notices],
        ]
      : []),
  ] as const;
  return html`<section class="desk-office" aria-labelledby="o-${office.id}"><h2 id="o-${office.id}">${office.name[locale]}</h2><p>${words.registryLead}</p><ul class="link-list">${links.map(
    ([path, label]) => html`<li><a href="${localized(locale, path ?? '')}">${label}</a></li>`,
  )}</ul></section>`;
}

async function officeCard(
  deps: Deps,
  request: FastifyRequest,
  official: Official,
  office: Office,
): Promise<Html> {
  const { locale } = request;
  const words = startWords[locale];
  const serving = { as: principalOf(official), actor: actorOf(official), officeId: office.id };
  const today = await countDay(deps, serving, dayAt(deps.now(), office.timeZone));
  const base = `/desk/offices/${office.id}`;
  const requests = await countOpenFiles(deps, { official, officeId: office.id });
  const files = await countFilesInQueue(deps, { official, officeId: office.id });
  const links = [
    [`${base}/days`, words.day],
    [`${base}/arrivals`, words.arrivals],
    [`${base}/till`, words.till],
    [`${base}/reports/appointments`, words.report],
    [`${base}/files`, words.files(files)],
    [`${base}/consular-register`, words.consularRegister],
    [`${base}/requests`, words.requests(requests.submitted ?? 0)],
    ...(mayAdminister(official, office.id)
      ? [
          [`${base}/agendas`, words.agendas],
          [`${base}/closures`, words.closures],
          [`${base}/services`, words.services],
          [`${base}/notices`, words.notices],
        ]
      : []),
  ] as const;
  return html`<section class="desk-office" aria-labelledby="o-${office.id}"><h2 id="o-${office.id}">${office.name[locale]}</h2><p>${words.counts(today.expected, today.waiting)}</p><ul class="link-list">${links.map(
    ([path, label]) => html`<li><a href="${localized(locale, path ?? '')}">${label}</a></li>`,
  )}</ul></section>`;
}

function networkCard(request: FastifyRequest, official: Official): Html {
  const { locale } = request;
  const words = startWords[locale];
  const administers = official.ministry || official.roles.some((each) => each.role === 'office_admin');
  // Who works for municipalities alone has nothing to do with appointments and accounts of consulates.
  const consular =
    official.ministry || official.roles.some((each) => findOffice(each.officeId) !== undefined);
  const links = [
    ...(consular
      ? [
          ['/desk/reports', words.reports],
          ['/desk/citizenship', words.citizenship],
          ['/desk/payments', words.payments],
        ]
      : []),
    ...(administers ? [['/desk/officials', words.officials]] : []),
    ...(consular
      ? [
          ['/desk/people', words.people],
          ['/desk/identity', words.identity],
        ]
      : []),
    ['/desk/access', words.access],
    ...(official.ministry
      ? [
          ['/desk/offices/all/notices', words.everybody],
          ['/desk/certificate-keys', words.certificateKeys],
        ]
      : []),
  ] as const;
  return html`<section aria-labelledby="network-title"><h2 id="network-title">${words.network}</h2><ul class="link-list">${links.map(
    ([path, label]) => html`<li><a href="${localized(locale, path ?? '')}">${label}</a></li>`,
  )}</ul>${
    official.ministry &&
    html`<form method="get" action="${localized(locale, '/desk')}" class="form">${selectField({
      name: 'office',
      label: words.choose,
      empty: '',
      choices: listOffices().map((office) => ({ value: office.id, label: office.name[locale] })),
    })}${textField({ name: 'municipality', label: words.chooseMunicipality, maxlength: 100 })}${submitButton(words.open, 'secondary')}</form>`
  }</section>`;
}
