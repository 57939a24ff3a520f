import { verify, X509Certificate } from 'node:crypto';
import { type BaseBlock, fromBER, type OctetString, type Sequence } from 'asn1js';
import { Certificate, ContentInfo, type SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { setOf } from './der.ts';
import { oid } from './object-ids.ts';
import { sha256 } from './signed-data.ts';

/** A signed message whose signature holds; whose it is, the chain of its certificates tells. */
export interface ReadSignedData {
  readonly signer: X509Certificate;
  readonly others: readonly X509Certificate[];
  readonly digest: Buffer;
  readonly signature: Buffer;
  readonly contentType: string;
  /** What is signed, where the message holds it. */
  readonly content: Buffer | undefined;
  readonly stamp: Buffer | undefined;
  /** How many bytes of the input the message takes. */
  readonly length: number;
}

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

/**
 * Reads a signed message with exactly one signer and checks its own signature: attributes that belong together, the
 * certificate that the signer means, SHA-256 with ECDSA or RSA. Answers nothing where any of it does not hold.
 */
export function readSignedData(bytes: Uint8Array): ReadSignedData | undefined {
  try {
    return read(bytes);
  } catch {
    return undefined;
  }
}

function read(bytes: Uint8Array): ReadSignedData | undefined {
  const parsed = fromBER(buffer(bytes));
  if (parsed.offset <= 0) return undefined;
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== oid.signedData) return undefined;
  const message = new SignedData({ schema: info.content });
  const [signer, second] = message.signerInfos;
  if (signer === undefined || second !== undefined || signer.signedAttrs === undefined) return undefined;
  if (signer.digestAlgorithm.algorithmId !== oid.sha256) return undefined;
  const certificates = (message.certificates ?? [])
    .filter((each) => each instanceof Certificate)
    .map((each) => new X509Certificate(Buffer.from(each.toSchema().toBER())));
  const digest = single(signer.signedAttrs, oid.messageDigest);
  const contentType = single(signer.signedAttrs, oid.contentType);
  const means = single(signer.signedAttrs, oid.signingCertificateV2);
  if (digest === undefined || contentType === undefined || means === undefined) return undefined;
  const meant = hashIn(means);
  const own = certificates.find((each) => meant !== undefined && sha256(each.raw).equals(meant));
  if (own === undefined) return undefined;
  const type = String((contentType.valueBlock as { toString(): string }).toString());
  const eContentType = message.encapContentInfo.eContentType;
  const content = message.encapContentInfo.eContent;
  const held = content === undefined ? undefined : Buffer.from(content.getValue());
  const stated = Buffer.from((digest as OctetString).getValue());
  if (type !== eContentType || (held !== undefined && !sha256(held).equals(stated))) return undefined;
  const signature = Buffer.from(signer.signature.getValue());
  if (!algorithms.includes(signer.signatureAlgorithm.algorithmId)) return undefined;
  if (!verify('sha256', setOf(...attributesOf(signer.signedAttrs)), own.publicKey, signature))
    return undefined;
  const token = signer.unsignedAttrs && single(signer.unsignedAttrs, oid.timeStampToken);
  return {
    signer: own,
    others: certificates.filter((each) => each !== own),
    digest: stated,
    signature,
    contentType: type,
    content: held,
    stamp: token === undefined ? undefined : Buffer.from(token.toBER()),
    length: parsed.offset,
  };
}

const algorithms: readonly string[] = [oid.ecdsaWithSha256, oid.rsaWithSha256, oid.rsa];

function attributesOf(set: SignedAndUnsignedAttributes): Buffer[] {
  return set.attributes.map((each) => Buffer.from(each.toSchema().toBER()));
}

/** The one value of the one attribute of a type: two would let each reader choose another. */
function single(set: SignedAndUnsignedAttributes, type: string): BaseBlock | undefined {
  const found = set.attributes.filter((each) => each.type === type);
  const values = (found[0]?.values ?? []) as BaseBlock[];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

/** The certificate's hash in a signing-certificate-v2 attribute, where it is SHA-256. */
function hashIn(attribute: BaseBlock): Buffer | undefined {
  const [certificates] = (attribute as Sequence).valueBlock.value;
  const [first] = (certificates as Sequence).valueBlock.value;
  const parts = (first as Sequence).valueBlock.value;
  const hash = parts.find((each) => each.idBlock.tagNumber === 4 && each.idBlock.tagClass === 1);
  return hash === undefined ? undefined : Buffer.from((hash as OctetString).getValue());
}
