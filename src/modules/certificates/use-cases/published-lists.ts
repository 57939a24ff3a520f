import { dayAt } from '#kernel/civil-date.ts';
import { type KeyList, packSerials, type RevocationList } from '#platform/qr-credential/lists.ts';
import { withoutDer, writeSignedList } from '#platform/qr-credential/write-list.ts';
import { listRevokedSerials } from '../store/sealed-documents.ts';
import { currentCodeKey, listPublishedKeys } from './code-keys.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

/** After so long a device that was not on the network cannot tell any more whether a document was revoked. */
const freshFor = Temporal.Duration.from({ hours: 24 });

export interface Published<List> {
  readonly list: List;
  /** The same, signed (JWS). */
  readonly signed: string;
}

/** The number is the instant of issue: it grows whichever instance issues, and after the database was restored. */
const dates = (at: Temporal.Instant) => ({
  number: at.epochMilliseconds,
  issued_at: at.toString(),
  next_update: at.add(freshFor).toString(),
});

/** The keys of QR codes, signed with the key of the seal: whoever trusts the authority can trust a copy of the list. */
export async function publishKeys(deps: SealedDeps): Promise<Published<KeyList>> {
  await currentCodeKey(deps);
  const items = await deps.db.transaction(asVerification, listPublishedKeys);
  const list = { ...dates(deps.now()), items };
  const { key } = deps.sealing;
  const x5c = key.chain.map((each) => Buffer.from(each).toString('base64'));
  const signed = await writeSignedList(list, { x5c }, async (bytes) => withoutDer(await key.sign(bytes)));
  return { list, signed };
}

/** The revoked documents that would still be valid, signed with the key that signs QR codes now. */
export async function publishRevocations(deps: SealedDeps): Promise<Published<RevocationList>> {
  const at = deps.now();
  const key = await currentCodeKey(deps);
  const serials = await deps.db.transaction(asVerification, (tx) =>
    listRevokedSerials(tx, dayAt(at, 'Europe/Rome')),
  );
  const list = { ...dates(at), revoked: packSerials(serials) };
  return { list, signed: await writeSignedList(list, { kid: key.id }, async (bytes) => key.sign(bytes)) };
}
