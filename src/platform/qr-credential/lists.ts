import { fromBase64Url, toBase64Url } from './base64url.ts';

/** A key that signs QR codes, as anybody may know it. */
export interface PublishedKey {
  readonly key_id: string;
  /** Coordinates of the public key on P-256, base64url. */
  readonly x: string;
  readonly y: string;
  readonly signs_from: string;
  /** From this instant on it signs nothing any more; what it signed before stays good. */
  readonly signs_until: string;
  readonly withdrawn_at: string | null;
}

export interface KeyList {
  /** Grows with each issue: who has seen a higher one takes no lower one. */
  readonly number: number;
  readonly issued_at: string;
  readonly next_update: string;
  readonly items: readonly PublishedKey[];
}

/** The places of revoked documents that would still be valid, packed. */
export interface RevocationList {
  /** Grows with each issue: who has seen a higher one takes no lower one. */
  readonly number: number;
  readonly issued_at: string;
  readonly next_update: string;
  readonly revoked: string;
}

/** Packs places as the distances between them, seven bits a byte: some 15 kB for ten thousand. */
export function packSerials(serials: readonly number[]): string {
  const bytes: number[] = [];
  let last = 0;
  for (const serial of serials.toSorted((one, other) => one - other)) {
    let distance = serial - last;
    last = serial;
    while (distance >= 0x80) {
      bytes.push((distance % 0x80) | 0x80);
      distance = Math.floor(distance / 0x80);
    }
    bytes.push(distance);
  }
  return toBase64Url(new Uint8Array(bytes));
}

/** Reads packed places; answers nothing where they are broken. */
export function unpackSerials(packed: string): ReadonlySet<number> | undefined {
  const bytes = fromBase64Url(packed);
  if (bytes === undefined) return undefined;
  const serials = new Set<number>();
  let [last, distance, weight] = [0, 0, 1];
  for (const each of bytes) {
    distance += (each & 0x7f) * weight;
    weight *= 0x80;
    if (each >= 0x80) continue;
    last += distance;
    serials.add(last);
    [distance, weight] = [0, 1];
  }
  return weight === 1 ? serials : undefined;
}

/** Checks the signature of a list (JWS, RFC 7515, ES256) and answers what it holds. */
export async function readSignedList<List>(
  jws: string,
  keys: readonly PublishedKey[],
): Promise<List | undefined> {
  const [head = '', payload = '', signature = '', ...more] = jws.split('.');
  const [header, body, proof] = [head, payload, signature].map(fromBase64Url);
  if (!header || !body || !proof || more.length > 0) return undefined;
  try {
    const { alg, kid } = JSON.parse(new TextDecoder().decode(header)) as { alg?: string; kid?: string };
    const key = keys.find((each) => each.key_id === kid);
    if (alg !== 'ES256' || key === undefined || key.withdrawn_at !== null) return undefined;
    const signed = new TextEncoder().encode(`${head}.${payload}`);
    if (!(await holds(key, signed, proof))) return undefined;
    return JSON.parse(new TextDecoder().decode(body)) as List;
  } catch {
    return undefined;
  }
}

/** Whether a signature (ES256, r and s) is of this key. */
export async function holds(
  key: PublishedKey,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const jwk = { kty: 'EC', crv: 'P-256', x: key.x, y: key.y };
  const imported = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, imported, signature, signed);
}
