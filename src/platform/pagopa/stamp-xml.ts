import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { parseXml } from './xml.ts';

/** What a digital stamp says, once its signature holds (schema MarcaDaBollo of the Revenue Agency). */
export interface StampXml {
  readonly iubd: string;
  readonly boughtAt: Temporal.Instant;
  readonly amountCents: number;
  readonly documentHash: string;
  readonly provider: string;
}

export type StampReading =
  | { readonly ok: true; readonly stamp: StampXml }
  | { readonly ok: false; readonly problem: 'malformed' | 'signature' };

export const stampNamespace = 'http://www.agenziaentrate.gov.it/2014/MarcaDaBollo';
const signatures = 'http://www.w3.org/2000/09/xmldsig#';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** Reads a stamp: first who signed it, then, from the signed part alone, what it says. */
export function readStamp(xml: string, authority: readonly string[]): StampReading {
  const document = parseXml(xml);
  if (document === undefined) return { ok: false, problem: 'malformed' };
  const signed = signedPart(xml, document, authority);
  if (signed === undefined) return { ok: false, problem: 'signature' };
  const content = parseXml(signed.text);
  const stamp = content && contentOf(content);
  if (stamp === undefined) return { ok: false, problem: 'malformed' };
  return mayHaveSigned(signed.signer, stamp.boughtAt)
    ? { ok: true, stamp }
    : { ok: false, problem: 'signature' };
}

/** The text that the signature covers, where it covers the whole stamp and its signer stands under the authority. */
function signedPart(
  xml: string,
  document: Document,
  authority: readonly string[],
): { readonly text: string; readonly signer: X509Certificate } | undefined {
  const root = document.documentElement;
  const found = document.getElementsByTagNameNS(signatures, 'Signature');
  const signature = found[0];
  if (found.length !== 1 || signature === undefined || signature.parentNode !== root) return undefined;
  const signer = signerOf(signature, authority);
  if (signer === undefined || !hasOnlySafeMethods(signature)) return undefined;
  try {
    const check = new SignedXml({ publicCert: signer.toString() });
    check.loadSignature(signature);
    if (!check.checkSignature(xml)) return undefined;
    const [text, ...more] = check.getSignedReferences();
    return text === undefined || more.length > 0 ? undefined : { text, signer };
  } catch {
    return undefined;
  }
}

/** A certificate speaks only for the time in which it is valid. */
function mayHaveSigned({ validFromDate, validToDate }: X509Certificate, at: Temporal.Instant): boolean {
  const moment = at.epochMilliseconds;
  return validFromDate.getTime() <= moment && moment <= validToDate.getTime();
}

function hasOnlySafeMethods(signature: Element): boolean {
  const algorithms = (name: string) =>
    [...elements(signature, signatures, name)].map((each) => each.getAttribute('Algorithm'));
  const references = [...elements(signature, signatures, 'Reference')];
  return (
    algorithms('SignatureMethod').every((each) => each === rsaSha256) &&
    algorithms('DigestMethod').every((each) => each === sha256) &&
    references.length === 1 &&
    references[0]?.getAttribute('URI') === ''
  );
}

/** The signer's certificate, where the authority issued it. */
function signerOf(signature: Element, authority: readonly string[]): X509Certificate | undefined {
  const certificates = [...elements(signature, signatures, 'X509Certificate')];
  const text = certificates[0]?.textContent?.replace(/\s+/g, '');
  if (certificates.length !== 1 || !text) return undefined;
  try {
    const signer = new X509Certificate(Buffer.from(text, 'base64'));
    const issued = authority.some((pem) => {
      const issuer = new X509Certificate(pem);
      return signer.checkIssued(issuer) && signer.verify(issuer.publicKey) && issuer.ca && !signer.ca;
    });
    return issued ? signer : undefined;
  } catch {
    return undefined;
  }
}

function contentOf(document: Document): StampXml | undefined {
  const root = document.documentElement;
  if (root.namespaceURI !== stampNamespace || root.localName !== 'marcaDaBollo') return undefined;
  const value = (namespace: string, name: string) => {
    const found = [...elements(root, namespace, name)];
    return found.length === 1 ? (found[0]?.textContent?.trim() ?? '') : '';
  };
  const iubd = value(stampNamespace, 'IUBD');
  const amount = value(stampNamespace, 'Importo');
  const documentHash = value(signatures, 'DigestValue');
  const method = [...elements(root, signatures, 'DigestMethod')][0]?.getAttribute('Algorithm');
  const own = [...elements(root, stampNamespace, 'DigestMethod')][0]?.getAttribute('Algorithm');
  const fits =
    /^[A-Za-z0-9-]{1,35}$/.test(iubd) &&
    /^\d{1,6}\.\d{2}$/.test(amount) &&
    value(stampNamespace, 'TipoBollo') === '01' &&
    /^[A-Za-z0-9+/]{43}=$/.test(documentHash) &&
    (method ?? own) === sha256;
  const boughtAt = momentOf(value(stampNamespace, 'OraAcquisto'));
  if (!fits || boughtAt === undefined) return undefined;
  return {
    iubd,
    boughtAt,
    amountCents: Math.round(Number(amount) * 100),
    documentHash,
    provider: value(stampNamespace, 'Denominazione').slice(0, 200) || 'PSP',
  };
}

/** An XML dateTime; without a zone it is Italian time. */
function momentOf(raw: string): Temporal.Instant | undefined {
  try {
    return /(Z|[+-]\d{2}:\d{2})$/.test(raw)
      ? Temporal.Instant.from(raw)
      : Temporal.PlainDateTime.from(raw).toZonedDateTime('Europe/Rome').toInstant();
  } catch {
    return undefined;
  }
}

function* elements(parent: Element, namespace: string, name: string): Generator<Element> {
  const found = parent.getElementsByTagNameNS(namespace, name);
  for (let index = 0; index < found.length; index += 1) yield found[index] as Element;
}
