import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, selectField, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed, typedIn } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { findMunicipalOffice, type MunicipalOffice } from '../domain/municipal-office.ts';
import { disconnectionReasons } from '../domain/registry-connection.ts';
import {
  type AtTheMunicipality,
  publishMunicipalService,
  readMunicipalServices,
  withdrawMunicipalService,
} from '../use-cases/municipal-services.ts';
import { decideRegistryConnection, readRegistryConnection } from '../use-cases/registry-connection.ts';
import { disconnectedNotice } from './disconnected-notice.ts';
import { municipalityWords } from './words/municipality.ts';

interface Params {
  readonly office: string;
}

const title = z.string().trim().min(1, 'title').max(120, 'title');
const text = z.string().trim().min(1, 'text').max(2000, 'text');
const serviceForm = z.object({
  titleIt: title,
  titleEn: title,
  textIt: text,
  textEn: text,
  url: z
    .string()
    .trim()
    .max(500, 'url')
    .refine((raw) => raw === '' || (raw.startsWith('https://') && URL.canParse(raw)), 'url'),
});
const disconnectionForm = z.object({
  why: z.enum(disconnectionReasons, 'why'),
  backOn: z
    .string()
    .default('')
    .refine((raw) => raw === '' || parseCivilDate(raw).ok, 'date')
    .transform((raw) => (raw === '' ? null : (raw as CivilDate))),
});

interface State {
  readonly typed: Typed;
  /** Sentences by field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
}

const path = '/desk/offices/:office/municipality';

/** Lets those pass who administer the municipality of the address. */
export async function municipalAdministratorsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  const id = office ?? officeId ?? '';
  const may = mayAdminister(request.who, id) && (await findMunicipalOffice(id)) !== undefined;
  return may ? undefined : reply.notFound();
}

/** What the administrator of a municipality sets up: its own services, and whether it is connected. */
export function municipalityDeskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalAdministratorsOnly);
    const back = (reply: FastifyReply, office: string) => reply.seeOther(path.replace(':office', office));

    app.get<{ Params: Params }>(path, (request, reply) =>
      page(deps, request, reply, { typed: {}, problems: {} }),
    );

    app.post<{ Params: Params }>(`${path}/services`, async (request, reply) => {
      const reading = readForm(serviceForm, request.body);
      if (!reading.ok) return page(deps, request, reply, stateOf(request, reading));
      const { titleIt, titleEn, textIt, textEn, url } = reading.value;
      const published = await publishMunicipalService(deps, actingIn(request, reading.key), {
        title: { it: titleIt, en: titleEn },
        text: { it: textIt, en: textEn },
        url: url === '' ? null : url,
      });
      if (published.ok) return back(reply, request.params.office);
      return page(
        deps,
        request,
        reply,
        stateOf(request, { typed: reading.typed, problems: { titleIt: published.refusal.code } }),
      );
    });

    app.post<{ Params: Params & { service: string } }>(
      `${path}/services/:service/withdrawal`,
      async (request, reply) => {
        if (!z.uuid().safeParse(request.params.service).success) return reply.notFound();
        const key = readForm(z.object({}), request.body).key;
        const withdrawn = await withdrawMunicipalService(
          deps,
          actingIn(request, key),
          request.params.service,
        );
        return withdrawn.ok ? back(reply, request.params.office) : reply.notFound();
      },
    );

    app.post<{ Params: Params }>(`${path}/disconnection`, async (request, reply) => {
      const reading = readForm(disconnectionForm, request.body);
      if (!reading.ok) return page(deps, request, reply, stateOf(request, reading));
      const wish = { connected: false, ...reading.value } as const;
      const decided = await decideRegistryConnection(deps, actingIn(request, reading.key), wish);
      if (decided.ok) return back(reply, request.params.office);
      return page(
        deps,
        request,
        reply,
        stateOf(request, { typed: reading.typed, problems: { backOn: decided.refusal.code } }),
      );
    });

    app.post<{ Params: Params }>(`${path}/connection`, async (request, reply) => {
      const { key } = readForm(z.object({}), typedIn(request.body));
      const decided = await decideRegistryConnection(deps, actingIn(request, key), { connected: true });
      return decided.ok ? back(reply, request.params.office) : reply.notFound();
    });
  };
}

function actingIn(request: FastifyRequest<{ Params: Params }>, key: string): AtTheMunicipality {
  return { by: officialOf(request), officeId: request.params.office, key };
}

function stateOf(
  request: FastifyRequest,
  { typed, problems, key }: { typed: Typed; problems: Readonly<Record<string, string>>; key?: string },
): State {
  const sentences = municipalityWords[request.locale].desk.problems;
  return {
    typed,
    key,
    problems: Object.fromEntries(
      Object.entries(problems).map(([name, code]) => [
        name,
        sentences[code as keyof typeof sentences] ?? code,
      ]),
    ),
  };
}

async function page(
  deps: Deps,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  state: State,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = municipalityWords[locale].desk;
  const office = await findMunicipalOffice(request.params.office);
  if (office === undefined) return reply.notFound();
  const [own, connection] = await Promise.all([
    readMunicipalServices(deps, office.id),
    readRegistryConnection(deps, office.municipality.code),
  ]);
  const wrong = Object.entries(state.problems);
  return reply.page({
    title: words.title,
    section: 'desk',
    status: wrong.length > 0 ? 422 : 200,
    hasProblems: wrong.length > 0,
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead(office.name[locale])}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  wrong.map(([name, sentence]) => ({ name, text: sentence })),
)}
<p><a href="${localized(locale, `/municipalities/${office.municipality.code.toLowerCase()}`)}">${words.page}</a></p>
<h2>${words.connection}</h2>${
      connection.connected
        ? html`<p>${words.connected}</p><h3>${words.disconnect}</h3><p>${words.disconnectLead}</p>${disconnectionFields(reply, office, state)}`
        : html`${disconnectedNotice(connection, locale)}${form(reply, {
            action: `/desk/offices/${office.id}/municipality/connection`,
            content: submitButton(words.reconnect),
          })}`
    }
<h2>${municipalityWords[locale].own}</h2>${
      own.length === 0
        ? html`<p>${municipalityWords[locale].noOwn}</p>`
        : html`<ul class="card-list">${own.map(
            (each) =>
              html`<li class="card-line"><h3>${each.title[locale]}</h3><p class="typed">${each.text[locale]}</p>${form(
                reply,
                {
                  action: `/desk/offices/${office.id}/municipality/services/${each.id}/withdrawal`,
                  class: 'inline-form',
                  content: html`<button type="submit" class="btn btn-sm btn-outline-danger" aria-label="${words.withdraw}: ${each.title[locale]}">${words.withdraw}</button>`,
                },
              )}</li>`,
          )}</ul>`
    }
<h3>${words.add}</h3>${serviceFields(reply, office, state)}`,
  });
}

function disconnectionFields(
  reply: FastifyReply,
  office: MunicipalOffice,
  { typed, problems, key }: State,
): Html {
  const own = 'why' in problems || 'backOn' in problems;
  const { locale } = reply.request;
  const { desk: words, disconnected } = municipalityWords[locale];
  return form(reply, {
    action: `/desk/offices/${office.id}/municipality/disconnection`,
    key: own ? key : undefined,
    content: html`${selectField({
      name: 'why',
      label: words.why,
      empty: '',
      value: typed['why'],
      problem: problems['why'],
      choices: disconnectionReasons.map((value) => ({ value, label: disconnected.why[value] })),
    })}${textField({
      name: 'backOn',
      label: words.backOn,
      hint: words.backOnHint,
      type: 'date',
      width: 'medium',
      value: typed['backOn'],
      problem: problems['backOn'],
    })}${submitButton(words.submit, 'danger')}`,
  });
}

function serviceFields(reply: FastifyReply, office: MunicipalOffice, { typed, problems, key }: State): Html {
  const words = municipalityWords[reply.request.locale].desk;
  const own = !('why' in problems || 'backOn' in problems);
  const base = (name: 'titleIt' | 'titleEn' | 'textIt' | 'textEn' | 'url') => ({
    name,
    label: words[name],
    value: typed[name],
    problem: problems[name],
  });
  return form(reply, {
    action: `/desk/offices/${office.id}/municipality/services`,
    key: own ? key : undefined,
    content: html`${textField(base('titleIt'))}${textField(base('titleEn'))}${textArea(base('textIt'))}${textArea(base('textEn'))}${textField({ ...base('url'), hint: words.urlHint, inputmode: 'url' })}${submitButton(words.publish)}`,
  });
}
