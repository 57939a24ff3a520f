import type { FormSection } from '#modules/case-files/public.ts';
import { say } from './say.ts';

/** Where the office and the municipality reach the person (recapiti). */
export const contacts: FormSection = {
  name: 'contacts',
  title: say('Come ti raggiungiamo', 'How we reach you'),
  lead: say(
    'Qui arrivano gli avvisi sulla pratica. Li leggono anche l’ufficio e il comune.',
    'Notices about the file go here. The office and the municipality see them, too.',
  ),
  questions: [
    { name: 'email', kind: 'email', known: 'email', autocomplete: 'email', label: say('E-mail', 'E-mail') },
    {
      name: 'mobile',
      kind: 'phone',
      known: 'mobile',
      autocomplete: 'tel',
      label: say('Telefono', 'Telephone'),
      hint: say('Con il prefisso del Paese, come +44…', 'With the country code, as +44…'),
    },
    {
      name: 'pec',
      kind: 'email',
      optional: true,
      label: say('Posta elettronica certificata (PEC)', 'Certified e-mail (PEC)'),
    },
  ],
};

/** The person answers for what the form says (dichiarazione sostitutiva). */
export const declaration: FormSection = {
  name: 'declaration',
  title: say('La tua dichiarazione', 'Your declaration'),
  lead: say(
    'Chi dichiara il falso risponde penalmente e perde ciò che ha ottenuto (DPR 445/2000, artt. 75 e 76). Se ti accorgi di un errore dopo l’invio, scrivilo nella pratica.',
    'A false declaration is a crime and takes back what it obtained (DPR 445/2000, arts. 75 and 76). If you notice a mistake after sending, write it in the file.',
  ),
  questions: [
    {
      name: 'declares',
      kind: 'choice',
      label: say('Che cosa dichiari?', 'What do you declare?'),
      choices: [
        {
          value: 'all_true',
          label: say(
            'Dichiaro che tutto quello che ho scritto è vero.',
            'I declare that everything I have written is true.',
          ),
        },
      ],
    },
  ],
};
