import { html as xml } from '../web/html.ts';
import { type Carriage, carryByLink } from './authn-request.ts';
import { clockSkew, format, ns, status } from './names.ts';
import type { IdentityProvider, ServiceProvider } from './parties.ts';
import { signedPart, signRoot } from './sign.ts';
import { attributeOf, instantText, isNamed, onlyChild, parseInstant, parseXml, textOf } from './xml.ts';

/** The session at the provider that a logout names. */
export interface NamedSession {
  readonly nameId: string;
  readonly nameQualifier: string;
  readonly sessionIndex: string | undefined;
}

const logoutWithin = { minutes: 5 } as const;

function carry(
  kind: 'SAMLRequest' | 'SAMLResponse',
  to: { readonly binding: 'post' | 'redirect'; readonly url: string },
  text: string,
  relayState: string | undefined,
  party: ServiceProvider,
): Carriage {
  if (to.binding === 'redirect') return carryByLink(kind, to.url, text, relayState, party);
  const signed = signRoot(text, party.key, 'after-issuer');
  return {
    by: 'form',
    action: to.url,
    fields: {
      [kind]: Buffer.from(signed).toString('base64'),
      ...(relayState === undefined ? {} : { RelayState: relayState }),
    },
  };
}

/** Asks a provider to end a session (LogoutRequest); nothing where it takes no logouts. */
export function writeLogoutRequest(
  party: ServiceProvider,
  { logout }: IdentityProvider,
  session: NamedSession,
  at: Temporal.Instant,
): { readonly id: string; readonly xml: string; readonly carriage: Carriage } | undefined {
  if (logout === undefined) return undefined;
  const id = `_${crypto.randomUUID()}`;
  const { text } =
    xml`<samlp:LogoutRequest xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" IssueInstant="${instantText(at)}" Destination="${logout.url}" NotOnOrAfter="${instantText(at.add(logoutWithin))}"><saml:Issuer NameQualifier="${party.entityId}" Format="${format.entity}">${party.entityId}</saml:Issuer><saml:NameID Format="${format.transient}" NameQualifier="${session.nameQualifier}">${session.nameId}</saml:NameID>${
      session.sessionIndex !== undefined &&
      xml`<samlp:SessionIndex>${session.sessionIndex}</samlp:SessionIndex>`
    }</samlp:LogoutRequest>`;
  return { id, xml: text, carriage: carry('SAMLRequest', logout, text, undefined, party) };
}

/** Tells a provider that the session here is over (LogoutResponse). */
export function writeLogoutResponse(
  party: ServiceProvider,
  { logout }: IdentityProvider,
  {
    inResponseTo,
    relayState,
    ended,
    at,
  }: { inResponseTo: string; relayState: string | undefined; ended: boolean; at: Temporal.Instant },
): Carriage | undefined {
  if (logout === undefined) return undefined;
  const state = ended
    ? xml`<samlp:StatusCode Value="${status.success}"/>`
    : xml`<samlp:StatusCode Value="${status.requester}"><samlp:StatusCode Value="${status.partialLogout}"/></samlp:StatusCode>`;
  const { text } =
    xml`<samlp:LogoutResponse xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="_${crypto.randomUUID()}" Version="2.0" IssueInstant="${instantText(at)}" Destination="${logout.answerUrl}" InResponseTo="${inResponseTo}"><saml:Issuer NameQualifier="${party.entityId}" Format="${format.entity}">${party.entityId}</saml:Issuer><samlp:Status>${state}</samlp:Status></samlp:LogoutResponse>`;
  return carry('SAMLResponse', { ...logout, url: logout.answerUrl }, text, relayState, party);
}

/** A logout message as it came: by a form with its signature inside, or by an address that was checked before. */
export interface LogoutMessage {
  readonly xml: string;
  readonly signedOutside: boolean;
}

interface Head {
  readonly root: Element;
  readonly id: string;
}

/** Reads what both messages have: one root that the provider has signed, for this address, of this moment. */
function readHead(
  name: 'LogoutRequest' | 'LogoutResponse',
  { xml: text, signedOutside }: LogoutMessage,
  { party, provider, now }: { party: ServiceProvider; provider: IdentityProvider; now: Temporal.Instant },
): Head | undefined {
  const outside = parseXml(text);
  const root = signedOutside ? outside : signedPart(text, outside, provider.certificates);
  if (root === undefined || !isNamed(root, ns.protocol, name)) return undefined;
  const issued = parseInstant(attributeOf(root, 'IssueInstant'));
  const id = attributeOf(root, 'ID');
  const fits =
    attributeOf(root, 'Version') === '2.0' &&
    attributeOf(root, 'Destination') === party.logoutUrl &&
    textOf(onlyChild(root, ns.assertion, 'Issuer')) === provider.entityId &&
    issued !== undefined &&
    Temporal.Instant.compare(issued, now.add(clockSkew)) <= 0 &&
    Temporal.Instant.compare(issued, now.subtract(logoutWithin)) >= 0;
  return fits && id ? { root, id } : undefined;
}

type Around = { party: ServiceProvider; provider: IdentityProvider; now: Temporal.Instant };

/** A provider asks to end a session; nothing where it does not say so in due form. */
export function readLogoutRequest(
  message: LogoutMessage,
  around: Around,
): (NamedSession & { readonly id: string }) | undefined {
  try {
    const head = readHead('LogoutRequest', message, around);
    const nameId = onlyChild(head?.root, ns.assertion, 'NameID');
    if (head === undefined || textOf(nameId) === '') return undefined;
    return {
      id: head.id,
      nameId: textOf(nameId),
      nameQualifier: attributeOf(nameId, 'NameQualifier') ?? '',
      sessionIndex: textOf(onlyChild(head.root, ns.protocol, 'SessionIndex')) || undefined,
    };
  } catch {
    return undefined;
  }
}

/** A provider has ended a session that we named: to which of our requests it answers, and whether all of it is over. */
export function readLogoutResponse(
  message: LogoutMessage,
  around: Around,
): { readonly inResponseTo: string; readonly complete: boolean } | undefined {
  try {
    const head = readHead('LogoutResponse', message, around);
    const inResponseTo = attributeOf(head?.root, 'InResponseTo');
    if (head === undefined || !inResponseTo) return undefined;
    const code = onlyChild(onlyChild(head.root, ns.protocol, 'Status'), ns.protocol, 'StatusCode');
    return { inResponseTo, complete: attributeOf(code, 'Value') === status.success };
  } catch {
    return undefined;
  }
}

/** Who sent a logout message, to be believed once its signature is looked at. */
export function issuerOf(text: string): string | undefined {
  try {
    return textOf(onlyChild(parseXml(text), ns.assertion, 'Issuer')) || undefined;
  } catch {
    return undefined;
  }
}
