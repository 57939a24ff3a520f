import {
  attachCertificate,
  type CertificateDeps,
  certificateAttachments,
} from '#modules/certificates/public.ts';
import type { AttachmentSources } from '#modules/notifications/public.ts';

/** Whose files go with letters: each module that has some answers under the kind that its letters name. */
export function attachmentSources(certificates: CertificateDeps | undefined): AttachmentSources {
  return certificates === undefined ? {} : { [certificateAttachments]: attachCertificate(certificates) };
}
