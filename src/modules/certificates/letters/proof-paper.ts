import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import { qrSvg } from '#platform/pdf/qr.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import { printedCode } from '#platform/qr-credential/code.ts';
import { commonNameOf } from '#platform/seal/chain.ts';
import type { Sealing } from '#platform/seal/sealing.ts';
import type { SealedDocument } from '../domain/verification.ts';
import { claimText } from '../web/claim-text.ts';
import { proofWords } from '../web/words/proofs.ts';

const template = join(import.meta.dirname, 'proof.typ');

interface ProofPaper {
  readonly document: SealedDocument;
  readonly name: string;
  readonly qr: string;
  readonly at: Temporal.Instant;
  readonly locale: Locale;
}

/** A proof on paper: whose it is, the facts that were chosen, and how to check it. */
export async function proofPaper(
  sealing: Sealing,
  { document, name, qr, at, locale }: ProofPaper,
): Promise<Paper> {
  const words = proofWords[locale].paper;
  const [own] = sealing.key.chain;
  const sealer = own === undefined ? '' : commonNameOf(new X509Certificate(own));
  return {
    template,
    lang: locale,
    title: words.title,
    sender: words.sender,
    note: words.note,
    at,
    images: { code: await qrSvg(qr) },
    data: {
      title: words.title,
      facSimile: sealing.facSimile ? words.facSimile : null,
      lead: words.lead(name),
      claims: document.claims.map((claim) => claimText(claim, locale)),
      facts: [
        { label: words.issuedOn, lines: [formatDay(document.issuedOn, locale)] },
        { label: words.validUntil, lines: [formatDay(document.validUntil, locale)] },
      ],
      check: words.check,
      code: printedCode(document.code),
      codeAlt: words.codeAlt,
      seal: words.seal(sealer),
    },
  };
}
