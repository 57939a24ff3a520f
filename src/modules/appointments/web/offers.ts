import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { hidden } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { membersIn } from '../domain/appointment.ts';
import type { OfferLink } from '../domain/office-change.ts';
import { type AnswerRefusal, acceptOffer, refuseOffer, seeOffer } from '../use-cases/answer-offer.ts';
import { placesPath } from './month-page.ts';
import { endPage } from './own-pages.ts';
import { offerWords } from './words/offers.ts';

interface Route {
  Params: { change: string };
  Querystring: { office?: string; token?: string };
}

/**
 * Another date that the office offers. Opening the link changes nothing, because mail programs open links by
 * themselves; the two buttons do. It needs no sign-in: who reads the mail is who was asked.
 */
export function offerRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<Route>('/offers/:change', async (request, reply) => {
      const { office = '', token = '' } = request.query;
      return offerPage(deps, request, reply, { officeId: office, changeId: request.params.change, token });
    });

    for (const [path, answer, done] of [
      ['acceptance', acceptOffer, 'accepted'],
      ['refusal', refuseOffer, 'refused'],
    ] as const) {
      app.post<Route>(`/offers/:change/${path}`, async (request, reply) => {
        const { office = '', token = '' } = typedIn(request.body);
        const link = { officeId: office, changeId: request.params.change, token };
        if (findOffice(office) === undefined) return ended(request, reply, { code: 'no_such_offer' });
        const outcome = await answer(deps, link);
        if (!outcome.ok) return ended(request, reply, outcome.refusal);
        const seen = await seeOffer(deps, link);
        const words = offerWords[request.locale][done];
        const path =
          done === 'accepted'
            ? `/appointments/${outcome.value.id}`
            : `${placesPath(office, seen?.change.serviceId ?? '')}?priority=${link.changeId}`;
        return endPage(request, reply, {
          title: words.title,
          text: words.text,
          link: { label: words.link, path },
        });
      });
    }
  };
}

async function offerPage(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  link: OfferLink,
): Promise<FastifyReply> {
  const office = findOffice(link.officeId);
  const seen = office && (await seeOffer(deps, link));
  if (office === undefined || seen === undefined) return ended(request, reply, { code: 'no_such_offer' });
  const { change, unit } = seen;
  const held = membersIn(unit, ['held']);
  const [first] = held;
  if (first === undefined) {
    const lapsed = unit.members.some((member) => member.state === 'lapsed');
    return ended(request, reply, { code: lapsed ? 'lapsed' : 'over' });
  }
  const { locale } = request;
  const words = offerWords[locale];
  const moment = (instant: Temporal.Instant) =>
    `${formatMoment(instant, office.timeZone, locale)} (${office.city[locale]})`;
  const fields = html`${hidden('office', link.officeId)}${hidden('token', link.token)}`;
  const priorityDay = formatShortDay(dayAt(change.priorityUntil, office.timeZone), locale);
  return reply.page({
    title: words.title,
    section: 'appointments',
    main: html`<h1>${words.title}</h1><p class="lead">${words.sorry}</p>
<dl class="summary"><div><dt>${words.service}</dt><dd>${findService(change.serviceId)?.title[locale]}</dd></div>
<div><dt>${words.reason}</dt><dd>${change.reason[locale]}</dd></div>
<div><dt>${words.was}</dt><dd><s>${moment(change.wasAt)}</s></dd></div>
<div><dt>${words.offered}</dt><dd>${held.map(
      (member) =>
        html`<strong>${moment(member.startsAt)}</strong>, ${member.givenName} ${member.familyName}<br>`,
    )}</dd></div>
<div><dt>${words.where}</dt><dd>${office.name[locale]}<br>${office.address}</dd></div></dl>
${first.heldUntil !== null && html`<p>${words.until(moment(first.heldUntil))}</p>`}
<div class="actions">${form(reply, {
      action: `/offers/${change.id}/acceptance`,
      class: 'inline-form',
      content: html`${fields}${submitButton(words.accept)}`,
    })}${form(reply, {
      action: `/offers/${change.id}/refusal`,
      class: 'inline-form',
      content: html`${fields}${submitButton(words.refuse, 'secondary')}`,
    })}</div><p>${words.otherwise(priorityDay)}</p>`,
  });
}

const statuses: Record<AnswerRefusal['code'], number> = { no_such_offer: 404, lapsed: 410, over: 410 };

function ended(request: FastifyRequest, reply: FastifyReply, { code }: AnswerRefusal): FastifyReply {
  const words = offerWords[request.locale];
  return endPage(request, reply, {
    ...words.ends[code],
    link: { label: words.mine, path: '/appointments' },
    status: statuses[code],
  });
}
