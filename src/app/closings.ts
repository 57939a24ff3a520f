import type { ModuleClosing } from '#modules/account-closing/public.ts';
import {
  closingWords as appointmentWords,
  closeForAccount as closeAppointments,
} from '#modules/appointments/public.ts';
import {
  type CaseFileDeps,
  closingWords as caseFileWords,
  closeCaseFilesForAccount as closeCaseFiles,
} from '#modules/case-files/public.ts';
import {
  closingWords as certificateWords,
  closeForAccount as closeCertificates,
  closeProofsForAccount,
  sealedClosingWords,
  stampingByPayments,
} from '#modules/certificates/public.ts';
import {
  closingWords as citizenshipWords,
  closeForAccount as closeCitizenship,
} from '#modules/citizenship/public.ts';
import { closeForAccount as closeIdentity, closingWords as identityWords } from '#modules/identity/public.ts';
import {
  closeForAccount as closeNotifications,
  closingWords as notificationWords,
} from '#modules/notifications/public.ts';
import { closeForAccount as closePayments, closingWords as paymentWords } from '#modules/payments/public.ts';
import { closeForAccount as closeRegistry, closingWords as registryWords } from '#modules/registry/public.ts';
import { closeForAccount as closeSite, closingWords as siteWords } from '#modules/site/public.ts';

/** What closing an account does, module by module; identity erases the person and so comes last. */
export const closingsWith = (withFiles: CaseFileDeps): readonly ModuleClosing[] => [
  {
    module: 'case-files',
    closeForAccount: (tx, _deps, who) => closeCaseFiles(tx, withFiles, who),
    words: caseFileWords,
  },
  { module: 'appointments', closeForAccount: closeAppointments, words: appointmentWords },
  { module: 'citizenship', closeForAccount: closeCitizenship, words: citizenshipWords },
  {
    module: 'certificates',
    async closeForAccount(tx, _deps, who) {
      const certificates = await closeCertificates(tx, { ...withFiles, stamping: stampingByPayments }, who);
      const sealed = await closeProofsForAccount(tx, withFiles, who);
      return {
        erased: [...certificates.erased, ...sealed.erased],
        kept: [...certificates.kept, ...sealed.kept],
      };
    },
    words: {
      erased: { ...certificateWords.erased, ...sealedClosingWords.erased },
      kept: { ...certificateWords.kept, ...sealedClosingWords.kept },
      because: { ...certificateWords.because, ...sealedClosingWords.because },
    },
  },
  { module: 'payments', closeForAccount: closePayments, words: paymentWords },
  { module: 'registry', closeForAccount: closeRegistry, words: registryWords },
  { module: 'site', closeForAccount: closeSite, words: siteWords },
  { module: 'notifications', closeForAccount: closeNotifications, words: notificationWords },
  { module: 'identity', closeForAccount: closeIdentity, words: identityWords },
];
