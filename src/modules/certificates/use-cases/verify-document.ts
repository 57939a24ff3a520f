import { dayAt } from '#kernel/civil-date.ts';
import { checkOffline } from '#platform/qr-credential/check-offline.ts';
import { credentialInText } from '#platform/qr-credential/credential.ts';
import type { Reason } from '#platform/qr-credential/verdict.ts';
import { checkPdf, type SealCheck } from '#platform/seal/check-pdf.ts';
import { sha256 } from '#platform/seal/signed-data.ts';
import { type SealedDocument, standingOf } from '../domain/verification.ts';
import { findSealedByCode, findSealedByContent, findSealedByFile } from '../store/sealed-documents.ts';
import { listPublishedKeys } from './code-keys.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

/** What a check has found; the document only where it is certain which one it is. */
export interface Verdict {
  readonly reason: Reason;
  readonly document?: SealedDocument;
  /** Who sealed and when, where there was a seal. */
  readonly seal?: { readonly name: string; readonly at?: Temporal.Instant };
}

type VerifyDeps = Pick<SealedDeps, 'db' | 'now' | 'sealing'>;

const today = ({ now }: Pick<SealedDeps, 'now'>) => dayAt(now(), 'Europe/Rome');

/** Checks a document by its code, without the check characters, in the register. */
export async function verifyCode(deps: VerifyDeps, code: string): Promise<Verdict> {
  const document = await deps.db.transaction(asVerification, (tx) => findSealedByCode(tx, code));
  return document === undefined
    ? { reason: 'not_in_register' }
    : { reason: standingOf(document, today(deps)), document };
}

/** Checks a file: its seal by itself, then whether the register knows exactly this file. */
export function verifyPdf(deps: VerifyDeps, pdf: Uint8Array): Promise<Verdict> {
  const check = checkPdf(pdf, deps.sealing.trusted);
  return deps.db.transaction(asVerification, async (tx) => {
    const document = await findSealedByFile(tx, sha256(pdf));
    const spoilt =
      document === undefined && 'digest' in check && check.digest !== undefined
        ? await findSealedByContent(tx, check.digest)
        : undefined;
    return judged(check, document, spoilt !== undefined, today(deps));
  });
}

function judged(
  check: SealCheck,
  document: SealedDocument | undefined,
  spoilt: boolean,
  day: ReturnType<typeof today>,
): Verdict {
  // The register knows what the seal covers, but not this file: the seal itself was spoilt or put in the place of ours.
  if (spoilt) return { reason: 'changed' };
  switch (check.is) {
    case 'unsealed':
      return { reason: 'no_seal' };
    case 'foreign':
      return { reason: 'foreign_seal', seal: { name: check.name } };
    case 'changed':
    case 'added_to':
      return { reason: check.is };
    case 'expired':
      return { reason: 'seal_key_expired' };
    case 'sealed': {
      const seal = { name: check.name, at: check.at };
      return document === undefined
        ? { reason: 'not_in_register', seal }
        : { reason: standingOf(document, day), document, seal };
    }
  }
}

/** Checks what a scanner has read, with the register at hand: signature first, then the register's word. */
export async function verifyScanned(deps: VerifyDeps, text: string): Promise<Verdict> {
  if (credentialInText(text) === undefined) return { reason: 'not_ours' };
  const items = await deps.db.transaction(asVerification, listPublishedKeys);
  const at = deps.now();
  // Read in this moment: nothing that was published before is taken.
  const dates = {
    number: at.epochMilliseconds,
    issued_at: at.toString(),
    next_update: at.add({ hours: 1 }).toString(),
  };
  const checked = await checkOffline(text, {
    keys: { ...dates, items },
    revocations: { ...dates, revoked: '' },
    now: at.epochMilliseconds,
  });
  if (checked.credential === undefined || checked.reason === 'key_withdrawn')
    return { reason: checked.reason };
  return verifyCode(deps, checked.credential.code);
}
