import { fromBase64Url, toBase64Url } from './base64url.ts';
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';

/** What the QR code of a sealed document says by itself: enough to compare with the paper, and no more. */
export interface Credential {
  /** The verification code, without its check characters. */
  readonly code: string;
  /** Place in the revocation list. */
  readonly serial: number;
  /** Kind of the document, as `residence` or `proof`. */
  readonly kind: string;
  /** Number of the certificate; proofs have none. */
  readonly number?: string;
  /** Days since 1 January 1970. */
  readonly issuedOn: number;
  readonly validUntil: number;
  /** Initials and year of birth: enough to see that the paper is not another person's, too little to find anybody. */
  readonly holder: string;
  /** What a proof says, in codes: `of_age`, `resident_in` … with their values. */
  readonly claims?: readonly (readonly [string, ...(readonly string[])])[];
}

export interface SignedCredential {
  readonly keyId: string;
  readonly credential: Credential;
  /** What is signed, and the signature (r and s, 64 bytes). */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** ES256 of COSE (RFC 9053). */
const es256 = -7;
/** Before what is signed stands that it is a message of one signer (RFC 9052, 4.4). */
const toSign = (header: Uint8Array, payload: Uint8Array) =>
  encodeCbor(['Signature1', header, new Uint8Array(), payload]);

const ascii = (text: string) => new TextEncoder().encode(text);

/** Writes a credential as COSE_Sign1 (RFC 9052); the signature is made of the bytes that `sign` is given. */
export async function writeCredential(
  credential: Credential,
  keyId: string,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  const header = encodeCbor(
    new Map<number, Cbor>([
      [1, es256],
      [4, ascii(keyId)],
    ]),
  );
  const payload = encodeCbor(
    new Map<number, Cbor>([
      [1, credential.code],
      [2, credential.serial],
      [3, credential.kind],
      ...(credential.number === undefined ? [] : [[4, credential.number] as const]),
      [5, credential.issuedOn],
      [6, credential.validUntil],
      [7, credential.holder],
      ...(credential.claims === undefined ? [] : [[8, credential.claims] as const]),
    ]),
  );
  const signature = await sign(toSign(header, payload));
  return toBase64Url(encodeCbor([header, new Map(), payload, signature]));
}

/** Reads a credential without believing it; answers nothing where it is none of ours. */
export function readCredential(text: string): SignedCredential | undefined {
  const bytes = fromBase64Url(text);
  const message = bytes && decodeCbor(bytes);
  if (!Array.isArray(message) || message.length !== 4) return undefined;
  const [header, open, payload, signature] = message as readonly Cbor[];
  if (!(header instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined;
  const named = decodeCbor(header);
  if (!(named instanceof Map) || named.size !== 2 || !(open instanceof Map) || open.size !== 0)
    return undefined;
  const keyId = named.get(4);
  if (named.get(1) !== es256 || !(keyId instanceof Uint8Array) || signature.length !== 64) return undefined;
  const credential = credentialIn(decodeCbor(payload));
  if (credential === undefined) return undefined;
  return {
    keyId: new TextDecoder().decode(keyId),
    credential,
    signed: toSign(header, payload),
    signature: new Uint8Array(signature),
  };
}

function credentialIn(payload: Cbor | undefined): Credential | undefined {
  if (!(payload instanceof Map)) return undefined;
  const at = (key: number): Cbor | undefined => payload.get(key);
  const [code, serial, kind, number, issuedOn, validUntil, holder, claims] = [1, 2, 3, 4, 5, 6, 7, 8].map(at);
  if (typeof code !== 'string' || typeof kind !== 'string' || typeof holder !== 'string') return undefined;
  if (typeof serial !== 'number' || typeof issuedOn !== 'number' || typeof validUntil !== 'number')
    return undefined;
  if (number !== undefined && typeof number !== 'string') return undefined;
  if (claims !== undefined && !isClaims(claims)) return undefined;
  return {
    code,
    serial,
    kind,
    issuedOn,
    validUntil,
    holder,
    ...(number === undefined ? {} : { number }),
    ...(claims === undefined ? {} : { claims }),
  };
}

function isClaims(value: Cbor): value is readonly (readonly [string, ...string[]])[] {
  return (
    Array.isArray(value) &&
    value.every(
      (each) =>
        Array.isArray(each) && each.length > 0 && each.every((part: unknown) => typeof part === 'string'),
    )
  );
}

/** What any scanner shows: who issued it, and the address with the credential behind the `#`, which no browser sends. */
export function qrText(issuer: string, publicUrl: string, credential: string): string {
  return `${issuer}\n${publicUrl}/v#${credential}`;
}

/** The credential in what a scanner has read, or in an address. */
export function credentialInText(text: string): string | undefined {
  return /\/v#([\w-]*)/.exec(text)?.[1];
}
