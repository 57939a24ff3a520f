import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Question {
  readonly challenge: string;
}

/** A device with one passkey, in software: it answers questions as a telephone does. */
export interface SoftPasskey {
  readonly id: string;
  /** The answer to "make a passkey". */
  make(question: Question, origin?: string): Record<string, unknown>;
  /** The answer to "sign in". */
  answer(question: Question, origin?: string): Record<string, unknown>;
}

const here = 'http://localhost:3000';
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** Texts and byte strings of CBOR, of the lengths that are met here. */
function cbor(major: 2 | 3, content: Uint8Array): Buffer {
  const { length } = content;
  const head =
    length < 24
      ? [major * 32 + length]
      : length < 256
        ? [major * 32 + 24, length]
        : [major * 32 + 25, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}
const text = (word: string) => cbor(3, Buffer.from(word));

export function softPasskey({ verified = true }: { verified?: boolean } = {}): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  let count = 0;

  const clientData = (type: string, { challenge }: Question, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (origin: string, attested: Uint8Array) => {
    count += 1;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), counter, attested]);
  };
  const coseKey = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cbor(2, Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cbor(2, Buffer.from(y, 'base64url')),
  ]);
  const whole = (response: Record<string, unknown>) => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    id,
    make(question, origin = here) {
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey,
      ]);
      const data = authenticatorData(origin, attested);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        cbor(2, data),
      ]);
      return whole({
        clientDataJSON: base64url(clientData('webauthn.create', question, origin)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      });
    },
    answer(question, origin = here) {
      const client = clientData('webauthn.get', question, origin);
      const data = authenticatorData(origin, new Uint8Array());
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return whole({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      });
    },
  };
}
