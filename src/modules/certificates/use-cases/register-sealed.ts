import { randomBytes } from 'node:crypto';
import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import { makeCode, printedCode } from '#platform/qr-credential/code.ts';
import { qrText, writeCredential } from '#platform/qr-credential/credential.ts';
import { checkPdf } from '#platform/seal/check-pdf.ts';
import { sha256 } from '#platform/seal/signed-data.ts';
import type { SealedDocument } from '../domain/verification.ts';
import { areTrusted } from '../store/distrusts.ts';
import { findSealed, insertReservation, type Reservation, saveSeal } from '../store/sealed-documents.ts';
import type { CodeKey } from './code-keys.ts';
import type { SealedDeps } from './sealed-deps.ts';

/**
 * Takes a place in the register for a document that is going to be printed and sealed. Its code and its QR code stand on the paper,
 * so the place comes first; until `registerSealed` nobody finds it. The same id again gives the same place.
 */
export function reserveSealed(
  { now }: Pick<SealedDeps, 'now'>,
  tx: Tx,
  key: CodeKey,
  wanted: Omit<Reservation, 'code' | 'keyId'>,
): Promise<SealedDocument> {
  return insertReservation(tx, { ...wanted, code: makeCode(randomBytes(10)), keyId: key.id }, now());
}

const dayNumber = (day: CivilDate) => plainDate(day).since('1970-01-01', { largestUnit: 'days' }).days;

const issuers = {
  real: 'Emesso da ANPR / Issued by ANPR',
  facSimile: 'FAC-SIMILE – Emesso da ANPR / Issued by ANPR',
};

/** The text of a document's QR code: who issued it, and the signed credential in an address (CE-6). */
export async function qrFor(
  {
    publicUrl,
    sealing,
  }: Pick<SealedDeps, 'publicUrl'> & { sealing: Pick<SealedDeps['sealing'], 'facSimile'> },
  document: SealedDocument,
  key: CodeKey,
): Promise<string> {
  if (document.keyId !== key.id)
    throw new Error('A document is signed with the key that it was reserved with');
  const credential = await writeCredential(
    {
      code: document.code,
      serial: document.serial,
      kind: document.subject,
      issuedOn: dayNumber(document.issuedOn),
      validUntil: dayNumber(document.validUntil),
      holder: document.holder,
      ...(document.number === null ? {} : { number: document.number }),
      ...(document.claims.length === 0 ? {} : { claims: document.claims }),
    },
    key.id,
    async (bytes) => key.sign(bytes),
  );
  return qrText(sealing.facSimile ? issuers.facSimile : issuers.real, publicUrl, credential);
}

/** The code as it is printed on the document. */
export const codeOf = ({ code }: Pick<SealedDocument, 'code'>): string => printedCode(code);

/**
 * Enters a sealed file into the register: from now on it can be checked. The first file counts; a repetition after a
 * break finds it registered and answers that it is not this one.
 */
export async function registerSealed(
  { now, sealing }: Pick<SealedDeps, 'now' | 'sealing'>,
  tx: Tx,
  { id, pdf }: { readonly id: string; readonly pdf: Uint8Array },
): Promise<boolean> {
  const check = checkPdf(pdf, sealing.trusted);
  if (check.is !== 'sealed') throw new Error(`A file that is ${check.is} does not enter the register`);
  const reserved = await findSealed(tx, id);
  if (reserved === undefined) throw new Error('No place was taken for a sealed document');
  if (!(await areTrusted(tx, { codeKey: reserved.keyId, seal: check.fingerprint })))
    throw new Error('What a distrusted key has signed does not enter the register');
  const prints = { file: sha256(pdf), content: check.digest, certificate: check.fingerprint };
  return saveSeal(tx, id, prints, now());
}
