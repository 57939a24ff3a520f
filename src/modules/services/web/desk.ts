import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { checkboxField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { actorOf, mayAdminister, principalOf } from '#platform/web/who.ts';
import { findService, listBookableServices } from '../domain/catalogue.ts';
import type { Offer } from '../domain/offer.ts';
import type { Service } from '../domain/service.ts';
import { decideOffer, readOffers } from '../use-cases/offers.ts';
import { serviceWords } from './words/words.ts';

interface Params {
  readonly office: string;
}

interface Attempt {
  readonly serviceId: string;
  readonly typed: Typed;
  readonly key: string;
  readonly problems: Readonly<Record<string, string>>;
}

const optionalDate = z
  .string()
  .default('')
  .refine((raw) => raw === '' || parseCivilDate(raw).ok, 'date')
  .transform((raw) => (raw === '' ? null : (raw as CivilDate)));
const numberUpTo = (min: number, max: number, code: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, code)
    .transform(Number)
    .refine((value) => value >= min && value <= max, code);
const offerForm = z.object({
  switchedOn: z
    .string()
    .optional()
    .transform((raw) => raw === 'yes'),
  firstBookableOn: optionalDate,
  newsOn: optionalDate,
  withoutEntry: z
    .string()
    .optional()
    .transform((raw) => raw === 'yes'),
  holdMinutes: numberUpTo(5, 4320, 'hold'),
  noticeHours: numberUpTo(0, 720, 'notice'),
  absences: z
    .string()
    .default('')
    .refine((raw) => /^([1-9]|10)?$/.test(raw), 'absences')
    .transform((raw) => (raw === '' ? null : Number(raw))),
  absenceMonths: numberUpTo(1, 24, 'absenceMonths').default(6),
  pauseDays: numberUpTo(1, 90, 'pauseDays').default(30),
});

async function administratorsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office } = request.params as Params;
  return findOffice(office) !== undefined && mayAdminister(request.who, office)
    ? undefined
    : reply.notFound();
}

/** Which services an office gives appointments for, and from when. */
export function offerDeskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', administratorsOnly);
    const path = '/desk/offices/:office/services';

    app.get<{ Params: Params; Querystring: { saved?: string } }>(path, (request, reply) =>
      page(deps, request, reply, undefined, request.query.saved !== undefined),
    );
    app.post<{ Params: Params & { service: string } }>(`${path}/:service`, async (request, reply) => {
      const { office, service: serviceId } = request.params;
      if (findService(serviceId)?.booking.kind !== 'appointment') return reply.notFound();
      const reading = readForm(offerForm, request.body);
      if (!reading.ok) return page(deps, request, reply, { serviceId, ...reading });
      const official = officialOf(request);
      const who = { as: principalOf(official), actor: actorOf(official), key: reading.key };
      const { absences, absenceMonths, pauseDays, ...settings } = reading.value;
      await decideOffer(deps, who, {
        officeId: office,
        serviceId,
        ...settings,
        absences: absences === null ? null : { most: absences, months: absenceMonths, pauseDays },
      });
      return reply.seeOther(`/desk/offices/${office}/services?saved=yes#${serviceId}`);
    });
  };
}

async function page(
  deps: Deps,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  attempt?: Attempt,
  saved = false,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = serviceWords[locale].desk;
  const offers = await readOffers(deps, request.params.office);
  return reply.page({
    title: words.title,
    section: 'desk',
    status: attempt === undefined ? 200 : 422,
    hasProblems: attempt !== undefined,
    breadcrumb: [{ label: words.back, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${findOffice(request.params.office)?.name[locale]}. ${words.lead}</p>
${saved && html`<div class="notice notice-success" role="status"><p>${words.saved}</p></div>`}
${listBookableServices().map((service) => offerSection(request, reply, service, offers, attempt))}`,
  });
}

function offerSection(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  service: Service,
  offers: readonly Offer[],
  attempt: Attempt | undefined,
): Html {
  const { locale } = request;
  const words = serviceWords[locale].desk;
  const mine = attempt?.serviceId === service.id ? attempt : undefined;
  const typed =
    mine?.typed ??
    typedOf(
      service,
      offers.find((offer) => offer.serviceId === service.id),
    );
  const base = (name: Exclude<keyof typeof words & keyof z.input<typeof offerForm>, 'withoutEntry'>) => {
    const code = mine?.problems[name];
    return {
      name,
      id: `${service.id}-${name}`,
      label: words[name],
      value: typed[name],
      problem: code && words.problems[code as keyof typeof words.problems],
    };
  };
  return html`<section id="${service.id}" aria-labelledby="${service.id}-title"><h2 id="${service.id}-title">${service.title[locale]}</h2>${form(
    reply,
    {
      action: `/desk/offices/${request.params.office}/services/${service.id}`,
      key: mine?.key,
      content: html`${checkboxField({
        name: 'switchedOn',
        id: `${service.id}-switchedOn`,
        label: words.switchedOn,
        checked: typed['switchedOn'] === 'yes',
      })}${
        service.entry !== 'none' &&
        checkboxField({
          name: 'withoutEntry',
          id: `${service.id}-withoutEntry`,
          label: words.withoutEntry[service.entry],
          checked: typed['withoutEntry'] === 'yes',
        })
      }<div class="field-row">${textField({ ...base('firstBookableOn'), type: 'date', width: 'medium' })}${textField(
        {
          ...base('newsOn'),
          type: 'date',
          width: 'medium',
        },
      )}</div><div class="field-row">${textField({ ...base('holdMinutes'), inputmode: 'numeric', width: 'short' })}${textField(
        {
          ...base('noticeHours'),
          inputmode: 'numeric',
          width: 'short',
        },
      )}</div><fieldset class="field-group"><legend class="field-label">${words.absenceRule}</legend><p class="field-hint">${words.absenceHint}</p><div class="field-row">${(['absences', 'absenceMonths', 'pauseDays'] as const).map((name) => textField({ ...base(name), inputmode: 'numeric', width: 'short' }))}</div></fieldset>${submitButton(words.save, 'secondary')}`,
    },
  )}</section>`;
}

function typedOf(service: Service, offer: Offer | undefined): Typed {
  const usual = service.booking.kind === 'appointment' ? service.booking.holdMinutes : 120;
  return {
    switchedOn: offer?.switchedOn === true ? 'yes' : '',
    withoutEntry: offer?.withoutEntry === true ? 'yes' : '',
    firstBookableOn: offer?.firstBookableOn ?? '',
    newsOn: offer?.newsOn ?? '',
    holdMinutes: String(offer?.holdMinutes ?? usual),
    noticeHours: String(offer?.noticeHours ?? 24),
    absences: String(offer?.absences?.most ?? ''),
    absenceMonths: String(offer?.absences?.months ?? 6),
    pauseDays: String(offer?.absences?.pauseDays ?? 30),
  };
}
