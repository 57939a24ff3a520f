import { ns, parseLevel } from '#platform/spid/names.ts';
import type { ServiceProvider } from '#platform/spid/parties.ts';
import { readRedirect, signedPart } from '#platform/spid/sign.ts';
import { attributeOf, isNamed, onlyChild, parseXml, textOf } from '#platform/spid/xml.ts';

export interface ReadRequest {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly relayState: string;
}

/** The numbers that providers show on their own pages, and do not send back (tabella dei messaggi di errore). */
export type PageError = 4 | 5 | 10 | 11 | 14;

/** Reads a question as a provider does: signed by the service that it knows, and meant for this address. */
export function readRequest(
  sent: { readonly form?: Readonly<Record<string, string>>; readonly query?: string },
  party: ServiceProvider,
  signOnUrl: string,
): { readonly ok: true; readonly request: ReadRequest } | { readonly ok: false; readonly error: PageError } {
  try {
    const certificates = [party.key.certificate];
    let root: Element | undefined;
    let relayState = sent.form?.['RelayState'] ?? '';
    if (sent.query !== undefined) {
      const read = readRedirect('SAMLRequest', sent.query, certificates);
      root = read && parseXml(read.xml);
      relayState = read?.relayState ?? '';
    } else {
      const text = Buffer.from(sent.form?.['SAMLRequest'] ?? '', 'base64').toString('utf8');
      root = signedPart(text, parseXml(text), certificates);
    }
    if (root === undefined || !isNamed(root, ns.protocol, 'AuthnRequest')) return { ok: false, error: 5 };
    if (textOf(onlyChild(root, ns.assertion, 'Issuer')) !== party.entityId) return { ok: false, error: 10 };
    const id = attributeOf(root, 'ID');
    if (!id) return { ok: false, error: 11 };
    if (attributeOf(root, 'Destination') !== signOnUrl) return { ok: false, error: 14 };
    const context = onlyChild(root, ns.protocol, 'RequestedAuthnContext');
    const level = parseLevel(textOf(onlyChild(context, ns.assertion, 'AuthnContextClassRef'))) ?? 1;
    return { ok: true, request: { id, level, relayState } };
  } catch {
    return { ok: false, error: 4 };
  }
}
