import type { FormSection } from '#modules/case-files/public.ts';
import { say } from './say.ts';

/** The document that the applicant shows (documento di riconoscimento). */
export const identityDocument: FormSection = {
  name: 'identity_document',
  title: say('Il tuo documento', 'Your identity document'),
  questions: [
    {
      name: 'document_kind',
      kind: 'choice',
      label: say('Quale documento mostri?', 'Which document do you show?'),
      choices: [
        { value: 'passport', label: say('Passaporto', 'Passport') },
        { value: 'identity_card', label: say('Carta d’identità', 'Identity card') },
      ],
    },
    { name: 'document_number', kind: 'text', longest: 20, label: say('Numero', 'Number') },
    { name: 'document_expires_on', kind: 'date', label: say('Scade il', 'Expires on') },
  ],
};
