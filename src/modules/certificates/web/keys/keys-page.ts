import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment } from '#kernel/moment.ts';
import { problemSummary, selectField, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { certificateZone } from '../../use-cases/certificate-deps.ts';
import type { SeenKey, SeenKeys } from '../../use-cases/see-keys.ts';
import { shortDay } from '../pieces.ts';
import { keyWords } from '../words/keys.ts';

export const keysPath = '/desk/certificate-keys';

export interface KeysPage {
  readonly seen: SeenKeys;
  readonly typed?: Typed;
  readonly key?: string | undefined;
  readonly problems?: Readonly<Record<string, string>>;
  readonly warning?: string | undefined;
}

/** The keys, and how one is taken out of trust. */
export function keysPage(request: FastifyRequest, reply: FastifyReply, page: KeysPage): FastifyReply {
  const words = keyWords[request.locale];
  const { seen, typed = {}, key, problems = {}, warning } = page;
  const failed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  return reply.page({
    title: words.title,
    section: 'desk',
    status: failed.length > 0 ? 422 : warning === undefined ? 200 : 409,
    hasProblems: failed.length > 0,
    breadcrumb: [{ label: words.title }],
    main: html`${failed.length > 0 && problemSummary(webWords[request.locale].problems.summaryTitle, failed)}
${warning && html`<div class="notice notice-warning" role="alert"><p>${warning}</p></div>`}
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${table(request, seen.keys)}
<h2>${words.distrusts}</h2>
${seen.distrusts.length === 0 ? html`<p>${words.none}</p>` : seen.distrusts.map((each) => line(request, reply, each))}
<h2>${words.propose}</h2><p>${words.proposeLead}</p>
${form(reply, {
  action: `${keysPath}/distrusts`,
  key,
  content: html`${selectField({
    name: 'trusted_key',
    label: words.key,
    empty: '',
    value: typed['trusted_key'],
    problem: problems['trusted_key'],
    choices: seen.keys
      .filter(({ standing }) => standing !== 'distrusted')
      .map(({ keyKind, keyId, standing }) => ({
        value: `${keyKind}:${keyId}`,
        label: `${words.kinds[keyKind]}: ${keyId.slice(0, 16)} (${words.standings[standing]})`,
      })),
  })}${textArea({
    name: 'reason',
    label: words.reason,
    hint: words.reasonHint,
    value: typed['reason'],
    problem: problems['reason'],
    maxlength: 500,
  })}${submitButton(words.submit)}`,
})}`,
  });
}

function table({ locale }: FastifyRequest, keys: readonly SeenKey[]): Html {
  const words = keyWords[locale];
  const { columns } = words;
  const day = (instant: Temporal.Instant) => shortDay(dayAt(instant, certificateZone), locale);
  return html`<table class="stacked"><thead><tr><th scope="col">${columns.kind}</th><th scope="col">${columns.key}</th><th scope="col">${columns.standing}</th><th scope="col">${columns.days}</th><th scope="col" class="amount">${columns.counting}</th></tr></thead><tbody>${keys.map(
    ({ keyKind, keyId, standing, signsFrom, signsUntil, counting }) =>
      html`<tr><td data-label="${columns.kind}">${words.kinds[keyKind]}</td><td data-label="${columns.key}"><code class="fingerprint">${keyId}</code></td><td data-label="${columns.standing}">${words.standings[standing]}</td><td data-label="${columns.days}">${
        signsFrom === undefined || signsUntil === undefined ? '–' : `${day(signsFrom)} – ${day(signsUntil)}`
      }</td><td data-label="${columns.counting}" class="amount">${String(counting)}</td></tr>`,
  )}</tbody></table>`;
}

function line(
  request: FastifyRequest,
  reply: FastifyReply,
  { distrust, progress }: SeenKeys['distrusts'][number],
): Html {
  const { locale } = request;
  const words = keyWords[locale];
  const when = (instant: Temporal.Instant) => formatMoment(instant, certificateZone, locale);
  const mine = distrust.proposedBy === officialOf(request).officialId;
  const { state, confirmedAt, proposedBy, proposedAt } = distrust;
  const began = state === 'running' || state === 'done';
  return html`<article class="card-line"><h3>${words.kinds[distrust.keyKind]}: <code class="fingerprint">${distrust.keyId}</code></h3>
<p><strong>${words.states[state]}</strong></p><p>${words.reason}: <span class="typed">${distrust.reason}</span></p>
<p>${proposedBy === null ? words.command(when(proposedAt)) : words.proposed(when(proposedAt), mine)}${
    proposedBy !== null && confirmedAt !== null && html`. ${words.confirmed(when(confirmedAt))}`
  }</p>
${began && html`<p>${words.progress(progress.revoked, progress.told, progress.issuedAgain)}</p>`}
${
  state === 'proposed' &&
  html`${
    mine
      ? html`<p>${words.own}</p>`
      : html`<p>${words.confirmLead}</p>${form(reply, {
          action: `${keysPath}/distrusts/${distrust.id}/confirmation`,
          content: submitButton(words.confirm, 'danger'),
        })}`
  }${form(reply, {
    action: `${keysPath}/distrusts/${distrust.id}/withdrawal`,
    content: submitButton(words.withdraw, 'secondary'),
  })}`
}</article>`;
}
