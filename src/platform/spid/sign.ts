import { createSign, createVerify, X509Certificate } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { longestMessage, ns } from './names.ts';
import { attributeOf, childElements, childrenNamed, isNamed, onlyChild, parseXml } from './xml.ts';

export interface SigningKey {
  /** PEM. */
  readonly privateKey: string;
  readonly certificate: string;
}

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const signatureMethods: Readonly<Record<string, string>> = {
  [rsaSha256]: 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};
const digestMethods = new Set([sha256, 'http://www.w3.org/2001/04/xmlenc#sha512']);

/** Signs the root of a document; the signature stands after the issuer, or first where there is none (metadata). */
export function signRoot(xml: string, key: SigningKey, place: 'after-issuer' | 'first'): string {
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusive,
  });
  signer.addReference({ xpath: '/*', transforms: [enveloped, exclusive], digestAlgorithm: sha256 });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location:
      place === 'first'
        ? { reference: '/*', action: 'prepend' }
        : { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
  });
  return signer.getSignedXml();
}

/** Whether a signature uses nothing but what the rules know, and covers the whole element in which it stands. */
function isPlain(signature: Element, id: string): boolean {
  const parts = childElements(signature).map((each) => each.localName);
  const order = ['SignedInfo', 'SignatureValue', 'KeyInfo'];
  if (parts.some((name, index) => name !== order[index]) || parts.length < 2) return false;
  const info = onlyChild(signature, ns.signature, 'SignedInfo');
  if (info === undefined) return false;
  const algorithm = (parent: Element | undefined, name: string) =>
    attributeOf(onlyChild(parent, ns.signature, name), 'Algorithm') ?? '';
  if (algorithm(info, 'CanonicalizationMethod') !== exclusive) return false;
  if (signatureMethods[algorithm(info, 'SignatureMethod')] === undefined) return false;
  const reference = onlyChild(info, ns.signature, 'Reference');
  if (reference === undefined || attributeOf(reference, 'URI') !== `#${id}`) return false;
  if (!digestMethods.has(algorithm(reference, 'DigestMethod'))) return false;
  const transforms = onlyChild(reference, ns.signature, 'Transforms');
  const used =
    transforms === undefined ? [] : childElements(transforms).map((each) => attributeOf(each, 'Algorithm'));
  return used.length === 2 && used[0] === enveloped && used[1] === exclusive;
}

/**
 * What a signature inside an element covers, read anew from the signed bytes: whatever stands around or between them in
 * the document has no say. Nothing where no given certificate has signed it.
 */
export function signedPart(
  text: string,
  element: Element,
  certificates: readonly string[],
): Element | undefined {
  const [signature, more] = childrenNamed(element, ns.signature, 'Signature');
  const id = attributeOf(element, 'ID');
  if (signature === undefined || more !== undefined || !id || !isPlain(signature, id)) return undefined;
  for (const certificate of certificates) {
    try {
      const checker = new SignedXml({
        publicCert: certificate,
        getCertFromKeyInfo: () => null,
      });
      checker.loadSignature(signature);
      if (!checker.checkSignature(text)) continue;
      const [covered, ...others] = checker.getSignedReferences();
      if (covered === undefined || others.length > 0) continue;
      const part = parseXml(covered);
      const same =
        isNamed(part, element.namespaceURI ?? '', element.localName) && attributeOf(part, 'ID') === id;
      if (same) return part;
    } catch {
      // Signed by another key, or not at all.
    }
  }
  return undefined;
}

/** A message in an address (HTTP-Redirect): packed, signed as text, without a signature inside. */
export function redirectQuery(
  kind: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  relayState: string | undefined,
  key: SigningKey,
): string {
  const parts = [
    `${kind}=${encodeURIComponent(deflateRawSync(Buffer.from(xml)).toString('base64'))}`,
    ...(relayState === undefined ? [] : [`RelayState=${encodeURIComponent(relayState)}`]),
    `SigAlg=${encodeURIComponent(rsaSha256)}`,
  ].join('&');
  const signature = createSign('sha256').update(parts).sign(key.privateKey, 'base64');
  return `${parts}&Signature=${encodeURIComponent(signature)}`;
}

/** The message of an address, where one of the certificates has signed it; the query as it was sent. */
export function readRedirect(
  kind: 'SAMLRequest' | 'SAMLResponse',
  query: string,
  certificates: readonly string[],
): { readonly xml: string; readonly relayState: string | undefined } | undefined {
  const raw = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    if (raw.has(name)) return undefined;
    raw.set(name, value);
  }
  const sent = ([kind, 'RelayState', 'SigAlg'] as const).flatMap((name) => {
    const value = raw.get(name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  try {
    const method = signatureMethods[decodeURIComponent(raw.get('SigAlg') ?? '')];
    const signature = Buffer.from(decodeURIComponent(raw.get('Signature') ?? ''), 'base64');
    if (method === undefined) return undefined;
    const signed = certificates.some((certificate) =>
      createVerify(method).update(sent.join('&')).verify(certificate, signature),
    );
    const relayState = raw.get('RelayState');
    return signed
      ? {
          xml: unpack(decodeURIComponent(raw.get(kind) ?? '')),
          relayState: relayState === undefined ? undefined : decodeURIComponent(relayState),
        }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a packed message, and no more of it than a message may have. */
export function unpack(base64: string): string {
  return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: longestMessage }).toString('utf8');
}

/** A certificate as metadata writes it, in the form that verifiers take. */
export function pemOf(base64: string): string {
  return new X509Certificate(Buffer.from(base64.replace(/\s/g, ''), 'base64')).toString();
}
