import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Entered, EnterRefusal } from '../use-cases/enter-by-spid.ts';
import type { ReceiveRefusal } from '../use-cases/receive-spid-answer.ts';
import { signOut } from '../use-cases/sign-out.ts';
import { type IdentityWeb, placeIn } from './identity-web.ts';
import { identityWords } from './words/words.ts';

/** What a browser brings along when it comes in. */
export function arrivingWith(request: FastifyRequest, { cookies }: IdentityWeb, arrival: string) {
  return {
    arrival,
    browserToken: cookies.readSpid(request),
    device: cookies.readDevice(request),
    place: placeIn(request),
  };
}

/** The new session takes the place of an older one; the registry is asked for the record of this person. */
export async function comeIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { deps, cookies, matchPerson }: IdentityWeb,
  { signedIn, identity, nextPath }: Entered,
): Promise<FastifyReply> {
  const old = cookies.citizenToken(request);
  if (old !== undefined) await signOut(deps, { tokens: [old], who: { kind: 'visitor' } });
  cookies.openSession(reply, signedIn.sessionToken);
  if (signedIn.deviceCookie !== undefined) cookies.keepDevice(reply, signedIn.deviceCookie);
  const match = await matchPerson?.({ accountId: signedIn.accountId, taxCode: identity.taxCode });
  return reply.seeOther(match?.ok === false ? '/account/registry-match' : (nextPath ?? '/account'));
}

/** Nobody came in: what happened, why, and what to do now. */
export function failedPage(reply: FastifyReply, refusal: EnterRefusal | ReceiveRefusal): FastifyReply {
  const { locale } = reply.request;
  const words = identityWords[locale].spid;
  const { failed } = words;
  const error = refusal.code === 'declined' ? refusal.error : null;
  const sentence = error === null ? failed[refusal.code] : failed.errors[error];
  const inside = refusal.code === 'entered_already';
  return reply.page({
    status: 422,
    title: failed.title,
    breadcrumb: [{ label: words.title, path: '/sign-in/spid' }, { label: failed.title }],
    main: html`<h1>${inside ? words.title : failed.title}</h1><p class="lead">${sentence}</p>${error !== null && html`<p>${failed.code(error)}</p>`}
<p><a class="btn btn-primary" href="${localized(locale, inside ? '/account' : '/sign-in/spid')}">${inside ? failed.toAccount : failed.retry}</a></p>
<p><a href="${localized(locale, '/sign-in')}">${words.withPassword}</a></p>`,
  });
}
