import { addDays, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import { type KnownRecord, personOfAccount, readRecord } from '#modules/registry/public.ts';
import { record as note } from '#platform/event-log/record.ts';
import { once } from '#platform/idempotency/once.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { TimeStampMissing } from '#platform/seal/time-stamp.ts';
import { type IssueProofRefusal, type ProofFact, proofOf } from '../domain/proof.ts';
import { type Claim, holderHint, type SealedDocument } from '../domain/verification.ts';
import { proofPaper } from '../letters/proof-paper.ts';
import { findSealed } from '../store/sealed-documents.ts';
import { proofWords } from '../web/words/proofs.ts';
import { codeKeyById, currentCodeKey } from './code-keys.ts';
import { qrFor, registerSealed, reserveSealed } from './register-sealed.ts';
import type { SealedDeps } from './sealed-deps.ts';

export interface ProofWish {
  readonly accountId: string;
  readonly facts: readonly ProofFact[];
  readonly locale: Locale;
  readonly key: string;
}

const days = 30;
export const proofFile = (id: string): string => `proofs/${id}.pdf`;

/**
 * Issues a proof of chosen facts (attestazione mirata): reserved once for its key, then printed, sealed and entered. Broken off
 * at any step, the same key goes on where it was.
 */
export async function issueProof(
  deps: SealedDeps,
  { accountId, facts, locale, key }: ProofWish,
): Promise<Outcome<SealedDocument, IssueProofRefusal>> {
  const personId = await personOfAccount(deps, accountId);
  const record = personId && (await readRecord(deps, { personId, reader: { kind: 'self', accountId } }));
  if (!record) return refused({ code: 'no_record' });
  const today = dayAt(deps.now(), 'Europe/Rome');
  const stated = proofOf(record, facts, today);
  if (!stated.ok) return stated;
  const claims = await Promise.all(stated.value.map(withName));
  const signing = await currentCodeKey(deps);
  const as = { kind: 'citizen', accountId } as const;
  const reserved = await deps.db.transaction(as, (tx) =>
    once<string, never>(
      tx,
      { scope: accountId, key, wish: { proof: facts, locale }, at: deps.now() },
      async () => {
        const { id } = await reserveSealed(deps, tx, signing, {
          id: crypto.randomUUID(),
          kind: 'proof',
          subject: 'proof',
          number: null,
          holder: holderHint(record, { year: false }),
          claims,
          officeId: null,
          accountId,
          issuedOn: today,
          validUntil: addDays(today, days),
        });
        return granted(id);
      },
    ),
  );
  if (!reserved.ok) return reserved;
  return finish(deps, { accountId, id: reserved.value, record, locale });
}

/** Municipalities by name: whoever checks without network shall read where. */
async function withName([code, ...values]: Claim): Promise<Claim> {
  if (code !== 'resident_in') return [code, ...values];
  const [municipality = '', ...more] = values;
  const found = await findMunicipality(municipality);
  return [code, found === undefined ? municipality : found.name.it, ...more];
}

interface Unfinished {
  readonly accountId: string;
  readonly id: string;
  readonly record: KnownRecord;
  readonly locale: Locale;
}

async function finish(
  deps: SealedDeps,
  { accountId, id, record, locale }: Unfinished,
): Promise<Outcome<SealedDocument, IssueProofRefusal>> {
  const as = { kind: 'citizen', accountId } as const;
  const document = await deps.db.transaction(as, (tx) => findSealed(tx, id));
  if (document === undefined) throw new Error('A reserved proof has gone');
  if (document.sealedAt !== null) return granted(document);
  const at = deps.now();
  const qr = await qrFor(deps, document, await codeKeyById(deps, document.keyId));
  const name = [record.givenName, record.familyName].filter(Boolean).join(' ');
  const plain = await renderPdf(await proofPaper(deps.sealing, { document, name, qr, at, locale }));
  let pdf: Buffer;
  try {
    const { reason } = proofWords[locale].paper;
    pdf = await deps.sealing.sealPdf(plain, { reason, location: 'Roma', at });
  } catch (error) {
    if (error instanceof TimeStampMissing) return refused({ code: 'seal_away' });
    throw error;
  }
  return deps.db.transaction(as, async (tx) => {
    // Of two that finish the same proof at once, the first one's file is the one.
    if (await registerSealed(deps, tx, { id, pdf })) {
      await deps.files.write(proofFile(id), pdf);
      await note(tx, {
        type: 'proof.issued',
        subject: { kind: 'sealed-document', id },
        actor: { kind: 'citizen', id: accountId },
        at,
        accountId,
        facts: { facts: document.claims.map(([code]) => code) },
      });
    }
    return granted((await findSealed(tx, id)) ?? document);
  });
}
