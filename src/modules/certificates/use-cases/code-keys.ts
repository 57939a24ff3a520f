import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { seal, unseal } from '#platform/credentials/secret-box.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { PublishedKey } from '#platform/qr-credential/lists.ts';
import {
  type CodeKeyRow,
  insertCodeKey,
  listCodeKeys,
  lockCodeKeys,
  saveWithdrawal,
} from '../store/code-keys.ts';
import { asVerification } from './sealed-deps.ts';

/** A key that signs QR codes now. */
export interface CodeKey {
  readonly id: string;
  /** ES256: r and s, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /** It is out of trust: what it signed counts no more. */
  readonly withdrawn: boolean;
}

type KeyDeps = Pick<Deps, 'db' | 'now' | 'keys'>;

/** A key signs for sixty days; its successor is made when half of them are over. */
const signsFor = Temporal.Duration.from({ hours: 24 * 60 });
const renewedAfter = Temporal.Duration.from({ hours: 24 * 30 });
/** Phones that have the list of yesterday shall know a key before papers bear it. */
const knownBefore = Temporal.Duration.from({ hours: 24 });

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const signsAt = (at: Temporal.Instant) => (key: CodeKeyRow) =>
  key.withdrawn_at === null && !isBefore(at, key.signs_from) && isBefore(at, key.signs_until);

const opened = new Map<string, KeyObject>();

/** The key that signs now; the first one of an installation is made here. */
export async function currentCodeKey({ db, now, keys }: KeyDeps): Promise<CodeKey> {
  const at = now();
  const row = await db.transaction(asVerification, async (tx) => {
    const known = (await listCodeKeys(tx)).find(signsAt(at));
    if (known !== undefined) return known;
    await lockCodeKeys(tx);
    return (await listCodeKeys(tx)).find(signsAt(at)) ?? makeCodeKey(tx, keys, at, at);
  });
  return opening(keys, row);
}

/** The key with which a document was reserved, also where it has a successor by now. */
export async function codeKeyById({ db, keys }: Omit<KeyDeps, 'now'>, id: string): Promise<CodeKey> {
  const rows = await db.transaction(asVerification, listCodeKeys);
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error('A document was reserved with a key that is not there');
  return opening(keys, row);
}

function opening(keys: Deps['keys'], row: CodeKeyRow): CodeKey {
  const secret = opened.get(row.secret) ?? openKey(keys, row);
  opened.set(row.secret, secret);
  return {
    id: row.id,
    sign: (bytes) => sign('sha256', bytes, { key: secret, dsaEncoding: 'ieee-p1363' }),
    withdrawn: row.withdrawn_at !== null,
  };
}

function openKey(keys: Deps['keys'], row: CodeKeyRow): KeyObject {
  const packed = unseal(keys, 'code-key', row.id, row.secret);
  return createPrivateKey({ key: Buffer.from(packed, 'base64'), format: 'der', type: 'pkcs8' });
}

async function makeCodeKey(
  tx: Tx,
  keys: Deps['keys'],
  from: Temporal.Instant,
  at: Temporal.Instant,
): Promise<CodeKeyRow> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = createHash('sha256').update(`${x}.${y}`).digest('hex').slice(0, 16);
  const packed = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const row = {
    id,
    x,
    y,
    secret: seal(keys, 'code-key', id, packed),
    signs_from: from,
    signs_until: from.add(signsFor),
  };
  await insertCodeKey(tx, row);
  await record(tx, {
    type: 'code-key.made',
    subject: { kind: 'code-key', id },
    actor: system('verification'),
    at,
  });
  return { ...row, withdrawn_at: null };
}

/** Makes the next key in time, so that one always signs and everybody knows it before (rotation). */
export async function renewCodeKeys({ db, now, keys }: KeyDeps): Promise<boolean> {
  const at = now();
  return db.transaction(asVerification, async (tx) => {
    await lockCodeKeys(tx);
    const newest = (await listCodeKeys(tx)).find((key) => key.withdrawn_at === null);
    if (newest !== undefined && isBefore(at, newest.signs_from.add(renewedAfter))) return false;
    await makeCodeKey(tx, keys, newest === undefined ? at : at.add(knownBefore), at);
    return true;
  });
}

/** Takes a key out of trust: whatever it signed counts no more; again it changes nothing. */
export async function withdrawCodeKey(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  if (!(await saveWithdrawal(tx, id, at))) return;
  await record(tx, {
    type: 'code-key.withdrawn',
    subject: { kind: 'code-key', id },
    actor: system('verification'),
    at,
  });
}

/** The keys as anybody may know them. */
export async function listPublishedKeys(tx: Tx): Promise<PublishedKey[]> {
  return (await listCodeKeys(tx)).map((key) => ({
    key_id: key.id,
    x: key.x,
    y: key.y,
    signs_from: key.signs_from.toString(),
    signs_until: key.signs_until.toString(),
    withdrawn_at: key.withdrawn_at?.toString() ?? null,
  }));
}
