import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { decodeProtectedHeader, importPKCS8, importSPKI, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { InadSettings } from '#platform/interoperability/inad.ts';

/** A digital domicile as the simulator keeps it; instants as they go over the line. */
export interface DemoDomicile {
  readonly address: string;
  readonly since: string;
  readonly profession?: string;
  readonly ended?: {
    readonly motivation: 'CESSAZIONE_UFFICIO' | 'CESSAZIONE_VOLONTARIA';
    readonly at: string;
  };
}

/** INAD and the platform that gives vouchers for it, on this machine, speaking the real protocol. */
export interface DemoInad {
  readonly settings: InadSettings;
  /** What the next requests answer instead of the truth: a status of the interface, silence, or nonsense. */
  fail(how: InadFailure, times?: number): void;
  register(taxCode: string, domicile: DemoDomicile): void;
  stop(): Promise<void>;
}

export type InadFailure =
  | 'voucher_refused'
  | 'voucher_of_another_service'
  | 400
  | 401
  | 403
  | 404
  | 429
  | 500
  | 503
  | 'hang_up'
  | 'not_json'
  | 'another_person';

const purposeId = '6f1c2f0a-8d5b-4a57-9c1e-0b2d9f6a7c11';
const clientId = '0e9d9a52-77c3-4c86-b0a7-3f5c1d2e4b68';
const keyId = 'demonstration-key';
const audiences = { pdnd: 'auth.demo.example/client-assertion', service: 'https://inad.demo.example' };
const taxCodeShape = /^[A-Z0-9]{16}$/;
/** The base of the published interface. */
const path = '/rest/inad/v1/domiciliodigitale';

function pair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

const stranger: DemoDomicile = { address: 'altri@pec.example', since: '2024-01-01T00:00:00Z' };

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** Starts the simulator with what it knows; `now` is the clock of the program it serves. */
export async function startDemoInad(
  domiciles: ReadonlyMap<string, DemoDomicile>,
  now: () => Temporal.Instant,
): Promise<DemoInad> {
  const known = new Map(domiciles);
  const own = pair();
  const client = pair();
  const [signing, checking, ofClient] = await Promise.all([
    importPKCS8(own.privateKey, 'RS256'),
    importSPKI(own.publicKey, 'RS256'),
    importSPKI(client.publicKey, 'RS256'),
  ]);
  const usedAssertions = new Set<string>();
  const planned: InadFailure[] = [];
  const seconds = () => Math.floor(now().epochMilliseconds / 1000);

  const checked = async (token: string, key: CryptoKey, audience: string): Promise<JWTPayload> => {
    const currentDate = new Date(now().epochMilliseconds);
    return (await jwtVerify(token, key, { audience, algorithms: ['RS256'], currentDate })).payload;
  };

  async function giveVoucher(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const assertion = form.get('client_assertion') ?? '';
    if (planned[0] === 'voucher_refused') {
      planned.shift();
      throw new Refusal(400, 'Client assertion refused');
    }
    if (
      form.get('grant_type') !== 'client_credentials' ||
      form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' ||
      form.get('client_id') !== clientId ||
      decodeProtectedHeader(assertion).kid !== keyId
    )
      throw new Refusal(400, 'Malformed request');
    const claims = await checked(assertion, ofClient, audiences.pdnd);
    const id = claims.jti ?? '';
    if (claims.iss !== clientId || claims.sub !== clientId || claims['purposeId'] !== purposeId)
      throw new Refusal(400, 'Unknown client or purpose');
    if (id === '' || usedAssertions.has(id)) throw new Refusal(400, 'Assertion used before');
    usedAssertions.add(id);
    const strange = planned[0] === 'voucher_of_another_service';
    if (strange) planned.shift();
    const voucher = await new SignJWT({ client_id: clientId, purposeId, digest: claims['digest'] })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
      .setAudience(strange ? 'https://another.demo.example' : audiences.service)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 600)
      .sign(signing);
    answer(response, 200, { access_token: voucher, token_type: 'Bearer', expires_in: 600 });
  }

  /** The voucher must be ours, for this service, and bound to the evidence that comes with it. */
  async function admit(request: IncomingMessage): Promise<void> {
    const voucher = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const evidence = String(request.headers['agid-jwt-trackingevidence'] ?? '');
    try {
      const claims = await checked(voucher, checking, audiences.service);
      const tracked = await checked(evidence, ofClient, audiences.service);
      const digest = (claims['digest'] as { value?: string } | undefined)?.value;
      const same = digest === createHash('sha256').update(evidence).digest('hex');
      if (!same || tracked['purposeId'] !== purposeId || !/^\d{13}$/.test(String(tracked['dnonce'])))
        throw new Error('other evidence');
    } catch {
      throw new Refusal(401, 'Voucher or tracking evidence refused');
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://inad.demo.example');
    if (request.method === 'POST' && url.pathname === '/token.oauth2') return giveVoucher(request, response);
    await admit(request);
    const failure = planned.shift();
    if (failure === 'hang_up') return void request.socket.destroy();
    if (failure === 'not_json') return void response.writeHead(200).end('<html>');
    if (typeof failure === 'number') throw new Refusal(failure, 'Demonstration of a failure');
    const taxCode = new RegExp(`^${path}/extract/([^/]+)$`).exec(url.pathname)?.[1]?.toUpperCase();
    if (taxCode === undefined) throw new Refusal(404, 'No such operation');
    if (!taxCodeShape.test(taxCode) || !url.searchParams.get('practicalReference'))
      throw new Refusal(400, 'Tax code or reference missing');
    if (failure === 'another_person') return answer(response, 200, entryOf('XXXXXX00X00X000X', stranger));
    const domicile = known.get(taxCode);
    if (domicile === undefined) throw new Refusal(404, 'CF non trovato');
    answer(response, 200, entryOf(taxCode, domicile));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 400;
      answer(response, status, {
        status,
        type: `https://inad.demo.example/problems/${status}`,
        detail: error instanceof Refusal ? error.message : 'Request not understood',
      });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      url: `${base}${path}`,
      pdnd: {
        tokenUrl: `${base}/token.oauth2`,
        audience: audiences.pdnd,
        clientId,
        keyId,
        privateKey: client.privateKey,
      },
      use: {
        purposeId,
        serviceAudience: audiences.service,
        userId: 'sportello',
        userLocation: 'sportello',
      },
    },
    fail: (how, times = 1) => void planned.push(...Array.from({ length: times }, () => how)),
    register: (taxCode, domicile) => void known.set(taxCode, domicile),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function entryOf(taxCode: string, { address, since, profession, ended }: DemoDomicile) {
  return {
    codiceFiscale: taxCode,
    since,
    digitalAddress: [
      {
        digitalAddress: address,
        ...(profession === undefined ? {} : { practicedProfession: profession }),
        ...(ended === undefined
          ? {}
          : { usageInfo: { motivation: ended.motivation, dateEndValidity: ended.at } }),
      },
    ],
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
