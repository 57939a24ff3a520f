import type { Text } from '#kernel/locale.ts';
import type { ServiceCategory } from './service.ts';

export const categoryNames: Record<ServiceCategory, Text> = {
  identity_documents: { it: 'Documenti d’identità', en: 'Identity documents' },
  residence_abroad: { it: 'Anagrafe consolare e AIRE', en: 'Consular and AIRE registry' },
  citizenship: { it: 'Cittadinanza', en: 'Citizenship' },
  civil_status: { it: 'Stato civile', en: 'Civil status' },
  notarial: { it: 'Atti notarili', en: 'Notarial acts' },
  licences: { it: 'Patenti', en: 'Licences' },
  registry: { it: 'Anagrafe', en: 'Registry' },
};
