import type { AttachmentSource } from '#modules/notifications/public.ts';
import { sha256 } from '#platform/seal/signed-data.ts';
import { numberOf } from '../domain/certificate.ts';
import { withheldLetter } from '../letters/issued-letter.ts';
import { asCertificates, type CertificateDeps } from './certificate-deps.ts';
import { fetchCertificate } from './see-certificates.ts';

/** The sealed file for the letter that brings it (CE-11), as long as the certificate counts when the letter leaves. */
export function attachCertificate(deps: CertificateDeps): AttachmentSource {
  return async ({ id, locale }) => {
    const fetched = await fetchCertificate(deps, asCertificates, id);
    if (!fetched.ok) {
      const { code } = fetched.refusal;
      if (code === 'revoked' || code === 'expired')
        return { is: 'withheld', instead: withheldLetter(deps, { id, why: code, locale }) };
      throw new Error(`A letter brings a certificate that is not there: ${code}`);
    }
    const { certificate, pdf } = fetched.value;
    if (certificate.file === null || !Buffer.from(sha256(pdf)).equals(Buffer.from(certificate.file.hash)))
      throw new Error('The file of a certificate is not the one that was sealed');
    return { is: 'file', file: { name: fileName(certificate), type: 'application/pdf', content: pdf } };
  };
}

/** How the file of a certificate is called where people keep it. */
export function fileName(certificate: Parameters<typeof numberOf>[0]): string {
  return `certificato-${numberOf(certificate)?.replaceAll('/', '-')}.pdf`;
}
