import { html as xml } from '../web/html.ts';
import { format, levelUri, ns, type SpidLevel } from './names.ts';
import type { IdentityProvider, ServiceProvider } from './parties.ts';
import { redirectQuery, signRoot } from './sign.ts';
import { instantText } from './xml.ts';

/** How a browser carries a message to a provider. */
export type Carriage =
  | { readonly by: 'form'; readonly action: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly by: 'link'; readonly url: string };

export interface AuthnRequest {
  readonly id: string;
  readonly issueInstant: string;
  /** The message as it leaves, for the register. */
  readonly xml: string;
  readonly carriage: Carriage;
}

/** Asks an identity provider who somebody is (AuthnRequest). */
export function writeAuthnRequest(
  party: ServiceProvider,
  provider: IdentityProvider,
  { level, relayState, at }: { level: SpidLevel; relayState: string; at: Temporal.Instant },
): AuthnRequest {
  const id = `_${crypto.randomUUID()}`;
  const issueInstant = instantText(at);
  const { post, redirect } = provider.signOn;
  const destination = post ?? redirect;
  if (destination === undefined) throw new Error('An identity provider without an address');
  // A single sign-on counts on the first level only: above, the person proves themself each time.
  const force = level > 1 && xml` ForceAuthn="true"`;
  const { text } =
    xml`<samlp:AuthnRequest xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" IssueInstant="${issueInstant}" Destination="${destination}"${force} AssertionConsumerServiceIndex="0" AttributeConsumingServiceIndex="0"><saml:Issuer NameQualifier="${party.entityId}" Format="${format.entity}">${party.entityId}</saml:Issuer><samlp:NameIDPolicy Format="${format.transient}"/><samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>${levelUri(level)}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`;
  if (post === undefined) {
    return {
      id,
      issueInstant,
      xml: text,
      carriage: carryByLink('SAMLRequest', destination, text, relayState, party),
    };
  }
  const signed = signRoot(text, party.key, 'after-issuer');
  return {
    id,
    issueInstant,
    xml: signed,
    carriage: {
      by: 'form',
      action: post,
      fields: { SAMLRequest: Buffer.from(signed).toString('base64'), RelayState: relayState },
    },
  };
}

export function carryByLink(
  kind: 'SAMLRequest' | 'SAMLResponse',
  destination: string,
  text: string,
  relayState: string | undefined,
  party: ServiceProvider,
): Carriage {
  const query = redirectQuery(kind, text, relayState, party.key);
  return { by: 'link', url: `${destination}${destination.includes('?') ? '&' : '?'}${query}` };
}
