import type { FastifyReply } from 'fastify';
import type { Carriage } from '#platform/spid/authn-request.ts';
import type { IdentityProvider } from '#platform/spid/parties.ts';
import { hidden } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { icon } from '#platform/web/icon.ts';
import { alsoSubmitTo } from '#platform/web/security-headers.ts';
import { listProviders } from '../use-cases/ask-spid.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

/** The same providers in another order each time, so that none of them comes first (regole di accesso SPID). */
export function shuffled<Each>(list: readonly Each[], chance: () => number): Each[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const [one, two] = [order[last] as Each, order[other] as Each];
    order[last] = two;
    order[other] = one;
  }
  return order;
}

/** The list of providers, each a button, and where to learn more. */
export async function providerList(
  reply: FastifyReply,
  { deps }: Pick<IdentityWeb, 'deps'>,
  next: string | undefined,
): Promise<Html> {
  const words = identityWords[reply.request.locale].spid;
  const providers = shuffled(await listProviders(deps), deps.chance);
  const links = [
    [words.more, 'https://www.spid.gov.it'],
    [words.noSpid, 'https://www.spid.gov.it/richiedi-spid'],
    [words.help, 'https://www.spid.gov.it/serve-aiuto'],
  ] as const;
  return html`${
    providers.length === 0
      ? html`<p>${words.none}</p>`
      : form(reply, {
          action: '/sign-in/spid',
          class: 'spid-providers',
          content: html`${next !== undefined && hidden('next', next)}<ul class="spid-list">${providers.map((each) => providerButton(each, words.with))}</ul>`,
        })
  }<ul class="spid-links">${links.map(
    ([label, href]) =>
      html`<li><a href="${href}" target="_blank" rel="noopener">${label} <span class="visually-hidden">(${words.otherSite})</span></a></li>`,
  )}</ul>`;
}

function providerButton({ entityId, name }: IdentityProvider, label: (name: string) => string): Html {
  return html`<li><button type="submit" name="provider" value="${entityId}" class="spid-provider">${icon('user')} <span>${label(name)}</span></button></li>`;
}

/** The button «Entra con SPID», which opens the list in its place. */
export async function spidButton(
  reply: FastifyReply,
  web: Pick<IdentityWeb, 'deps'>,
  next: string | undefined,
): Promise<Html> {
  const words = identityWords[reply.request.locale].spid;
  return html`<details class="spid-button"><summary class="btn btn-primary spid-summary">${icon('user')} <span lang="it">${words.button}</span></summary>
<div class="spid-menu">${await providerList(reply, web, next)}</div></details>`;
}

/** What a browser carries to a provider: by itself where it can, else by a button. This page may send it there, no other. */
export function carriageButton(
  reply: FastifyReply,
  carriage: Carriage,
  label: string,
  { byItself }: { byItself: boolean },
): Html {
  const button = (content: Html) => (byItself ? html`<spid-onward>${content}</spid-onward>` : content);
  if (carriage.by === 'link')
    return button(html`<p><a class="btn btn-primary" href="${carriage.url}">${label}</a></p>`);
  alsoSubmitTo(reply, carriage.action);
  return button(
    html`<form method="post" action="${carriage.action}">${Object.entries(carriage.fields).map(
      ([name, value]) => hidden(name, value),
    )}<button type="submit" class="btn btn-primary">${label}</button></form>`,
  );
}
