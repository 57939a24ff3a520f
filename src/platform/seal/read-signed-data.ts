import { verify, X509Certificate } from 'node:crypto';
import { named, setOf } from './der.ts';
import { oid } from './object-ids.ts';
import { expected, type Piece, partsOf, readPiece } from './read-der.ts';
import { sha256 } from './signed-data.ts';

/** A signed message whose signature holds; whose it is, the chain of its certificates tells. */
export interface ReadSignedData {
  readonly signer: X509Certificate;
  readonly others: readonly X509Certificate[];
  readonly digest: Buffer;
  readonly signature: Buffer;
  /** What is signed, with its type, where the message holds it. */
  readonly within: { readonly type: 'time_stamp'; readonly content: Buffer } | undefined;
  readonly stamp: Buffer | undefined;
  /** How many bytes of the input the message takes. */
  readonly length: number;
}

/**
 * Reads a signed message (CMS, RFC 5652) with exactly one signer and checks its own signature: attributes that belong
 * together, the certificate that the signer means, SHA-256 with ECDSA or RSA. Answers nothing where any of it does not hold.
 */
export function readSignedData(bytes: Uint8Array): ReadSignedData | undefined {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return undefined;
  }
}

const is = (piece: Piece | undefined, id: string) => piece?.whole.equals(named(id)) === true;

function must(holds: boolean): void {
  if (!holds) throw new Error('A signed message does not hold');
}

function read(bytes: Buffer): ReadSignedData {
  const outer = expected(readPiece(bytes), 0x30);
  const [type, wrapped] = partsOf(outer);
  must(is(type, oid.signedData));
  const [message] = partsOf(expected(wrapped, 0xa0));
  const [version, algorithms, inner, ...more] = partsOf(expected(message, 0x30));
  expected(version, 0x02);
  expected(algorithms, 0x31);
  const [certificates, signers, ...rest] = more.filter((each) => each.tag !== 0xa1);
  must(rest.length === 0);
  const [signerPiece, second] = partsOf(expected(signers, 0x31));
  must(second === undefined);
  const known = partsOf(expected(certificates, 0xa0)).map((each) => new X509Certificate(each.whole));
  const signer = signerIn(expected(signerPiece, 0x30), known);
  const within = contentIn(expected(inner, 0x30));
  must(is(signer.contentType, within === undefined ? oid.data : oid.timeStampInfo));
  must(within === undefined || sha256(within.content).equals(signer.digest));
  const { certificate, digest, signature, stamp } = signer;
  return {
    signer: certificate,
    others: known.filter((each) => each !== certificate),
    digest,
    signature,
    within,
    stamp,
    length: outer.whole.length,
  };
}

function contentIn(piece: Piece): ReadSignedData['within'] {
  const [type, held] = partsOf(piece);
  if (held === undefined) {
    must(is(type, oid.data));
    return undefined;
  }
  must(is(type, oid.timeStampInfo));
  const [content] = partsOf(expected(held, 0xa0));
  return { type: 'time_stamp', content: expected(content, 0x04).content };
}

const signatureKinds = [oid.ecdsaWithSha256, oid.rsaWithSha256, oid.rsa];

function signerIn(piece: Piece, known: readonly X509Certificate[]) {
  const [version, name, hash, attributes, kind, value, unsigned, ...rest] = partsOf(piece);
  expected(version, 0x02);
  must(name !== undefined && rest.length === 0);
  must(is(partsOf(expected(hash, 0x30))[0], oid.sha256));
  const [algorithm] = partsOf(expected(kind, 0x30));
  must(signatureKinds.some((each) => is(algorithm, each)));
  const signed = partsOf(expected(attributes, 0xa0));
  const digest = expected(single(signed, oid.messageDigest), 0x04).content;
  const meant = hashIn(expected(single(signed, oid.signingCertificateV2), 0x30));
  const certificate = known.find((each) => sha256(each.raw).equals(meant));
  if (certificate === undefined) throw new Error('The certificate that the signer means is missing');
  const signature = expected(value, 0x04).content;
  must(verify('sha256', setOf(...signed.map((each) => each.whole)), certificate.publicKey, signature));
  return {
    certificate,
    digest,
    signature,
    contentType: single(signed, oid.contentType),
    stamp:
      unsigned === undefined
        ? undefined
        : single(partsOf(expected(unsigned, 0xa1)), oid.timeStampToken)?.whole,
  };
}

/** The one value of the one attribute of a type: two would let each reader choose another. */
function single(attributes: readonly Piece[], type: string): Piece | undefined {
  const found = attributes.map(partsOf).filter(([name]) => is(name, type));
  const [first, second] = found;
  if (first === undefined) return undefined;
  const values = partsOf(expected(first[1], 0x31));
  must(second === undefined && values.length === 1);
  return values[0];
}

/** The certificate's hash in a signing-certificate-v2 attribute; SHA-256 also where it is named (RFC 5035). */
function hashIn(attribute: Piece): Buffer {
  const [certificates] = partsOf(attribute);
  const [first] = partsOf(expected(certificates, 0x30));
  const hash = partsOf(expected(first, 0x30)).find((each) => each.tag === 0x04);
  return expected(hash, 0x04).content;
}
