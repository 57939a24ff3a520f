import {
  attachCommunication,
  type CaseFileDeps,
  communicationAttachments,
} from '#modules/case-files/public.ts';
import {
  attachCertificate,
  type CertificateDeps,
  certificateAttachments,
} from '#modules/certificates/public.ts';
import type { AttachmentSources } from '#modules/notifications/public.ts';

/** Whose files go with letters: each module that has some answers under the kind that its letters name. */
export function attachmentSources(
  files: CaseFileDeps,
  certificates: CertificateDeps | undefined,
): AttachmentSources {
  return {
    [communicationAttachments]: attachCommunication(files),
    ...(certificates === undefined ? {} : { [certificateAttachments]: attachCertificate(certificates) }),
  };
}
