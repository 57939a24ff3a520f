import { sha256 } from '#platform/seal/signed-data.ts';
import type { Certificate } from '../domain/certificate.ts';
import { kinds } from '../domain/kinds.ts';
import { findSealed, saveReplacement } from '../store/sealed-documents.ts';
import type { Sealing } from './certificate-deps.ts';
import { codeKeyById, currentCodeKey } from './code-keys.ts';
import { codeOf, qrFor, registerSealed, reserveSealed } from './register-sealed.ts';
import { revokeSealed } from './revoke-sealed.ts';
import { asVerification, type SealedDeps } from './sealed-deps.ts';

/** What the QR code says of the kind: one by its name, several as a cumulative certificate. */
function subjectOf({ kinds: [first, ...others] }: Certificate): string {
  return first !== undefined && others.length === 0 && first in kinds ? first : 'cumulative';
}

/** Fingerprint (SHA-256) of the certificate of a seal. */
export function sealIdOf({ key }: Pick<SealedDeps['sealing'], 'key'>): string {
  const [own] = key.chain;
  if (own === undefined) throw new Error('A seal without a certificate');
  return Buffer.from(sha256(own)).toString('hex');
}

/** Initials and year of birth, from what is printed. */
function holderOf({ content }: Certificate): string {
  const [name, born] = content.person;
  const initials = (name?.value ?? '')
    .split(' ')
    .reverse()
    .map((each) => `${each.charAt(0).toUpperCase()}.`);
  const year = /\d{4}/.exec(born?.value.split(',').at(-1) ?? '')?.[0] ?? '';
  return `${initials.slice(0, 4).join('')} ${year}`.trim();
}

/** Certificates sealed and entered in the register of sealed documents, where anybody can check them. */
export function sealingByRegister(deps: SealedDeps): Sealing {
  return {
    facSimile: deps.sealing.facSimile,
    async openRegister() {
      const key = await currentCodeKey(deps);
      return async (tx, certificate) => {
        const { issue } = certificate;
        if (issue === null) throw new Error('A certificate without a number has no place in the register');
        await reserveSealed(deps, tx, key, {
          id: certificate.documentId,
          kind: 'certificate',
          subject: subjectOf(certificate),
          number: certificate.number,
          holder: holderOf(certificate),
          claims: [],
          officeId: certificate.officeId,
          accountId: certificate.accountId,
          issuedOn: issue.on,
          validUntil: issue.validUntil,
        });
      };
    },
    async codeOf(id) {
      const document = await deps.db.transaction(asVerification, (tx) => findSealed(tx, id));
      if (document === undefined) throw new Error('A certificate without a place in the register');
      // The key may have had a successor since the place was taken.
      const key = await codeKeyById(deps, document.keyId);
      return { qr: await qrFor(deps, document, key), code: codeOf(document), withdrawn: key.withdrawn };
    },
    seal: (pdf, occasion) => deps.sealing.sealPdf(pdf, occasion),
    async enter(tx, id, pdf) {
      await registerSealed(deps, tx, { id, pdf });
    },
    async revoke(tx, id, by, because) {
      const actor =
        by === 'platform'
          ? ({ kind: 'system', id: 'certificates' } as const)
          : ({ kind: 'official', id: by.officialId } as const);
      await revokeSealed(deps, tx, { id, because, actor });
    },
    sealId: () => sealIdOf(deps.sealing),
    replace: saveReplacement,
    async revokedAmong(tx, ids) {
      const found = await Promise.all(ids.map((id) => findSealed(tx, id)));
      return new Map(
        found.flatMap((document) =>
          document === undefined || document.revokedAt === null
            ? []
            : [[document.id, { at: document.revokedAt, because: document.revokedBecause ?? '' }] as const],
        ),
      );
    },
  };
}
