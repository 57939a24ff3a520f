import type { Text } from '#kernel/locale.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import { municipalLifecycle } from './domain/case-file-lifecycle.ts';
import { answerTo } from './domain/form-answers.ts';
import type { FormProcedure } from './domain/procedure.ts';
import type { ProcedureEffects, ProcedureFolder } from './use-cases/case-file-deps.ts';

const say = (it: string, en: string): Text => ({ it, en });

/** A small procedure with everything that a form can have: conditions, a group, documents, checks. */
export const petRegistration: FormProcedure = {
  id: 'pet-registration',
  serviceId: 'aire-registration',
  openTo: 'account_holders',
  office: 'responsible',
  questions: [],
  leastDocuments: 0,
  lifecycle: municipalLifecycle,
  term: null,
  keeping: { months: 12, because: 'proof_of_registration' },
  openKey: 'pet-registration',
  law: ['L. 470/1988, art. 6'],
  form: {
    title: say('Registro degli animali', 'Register of pets'),
    summary: say(
      'Iscrivi i tuoi animali nel registro dell’ufficio.',
      'Enter your pets in the register of the office.',
    ),
    needs: 'account',
    municipality: (answers) => {
      const code = answerTo(answers, 'last_municipality');
      return code === '' ? undefined : municipalOfficeId(code);
    },
    sections: [
      {
        name: 'you',
        title: say('Chi sei', 'Who you are'),
        questions: [
          {
            name: 'given_name',
            kind: 'text',
            label: say('Nome', 'Name'),
            known: 'given_name',
            autocomplete: 'given-name',
          },
          { name: 'family_name', kind: 'text', label: say('Cognome', 'Surname'), known: 'family_name' },
          {
            name: 'born_on',
            kind: 'date',
            label: say('Data di nascita', 'Date of birth'),
            known: 'born_on',
            must: 'past',
          },
          {
            name: 'tax_code',
            kind: 'tax_code',
            label: say('Codice fiscale', 'Tax code'),
            known: 'tax_code',
            optional: true,
          },
          { name: 'email', kind: 'email', label: say('E-mail', 'E-mail'), known: 'email' },
          { name: 'mobile', kind: 'phone', label: say('Telefono', 'Telephone'), known: 'mobile' },
        ],
      },
      {
        name: 'home',
        title: say('Dove abiti', 'Where you live'),
        lead: say('Scrivi l’indirizzo di oggi.', 'Write today’s address.'),
        questions: [
          { name: 'country', kind: 'country', label: say('Stato', 'Country'), known: 'country' },
          { name: 'place', kind: 'text', label: say('Città', 'Town'), known: 'place' },
          { name: 'from_italy', kind: 'yes_no', label: say('Vieni dall’Italia?', 'Do you come from Italy?') },
          {
            name: 'last_municipality',
            kind: 'municipality',
            label: say('Ultimo comune', 'Last municipality'),
            hint: say('Per esempio Livo (CO)', 'For example Livo (CO)'),
            when: { name: 'from_italy', is: ['yes'] },
          },
          {
            name: 'home_kind',
            kind: 'choice',
            label: say('La casa è', 'The home is'),
            choices: [
              { value: 'rented', label: say('in affitto', 'rented') },
              { value: 'own', label: say('mia', 'my own') },
            ],
          },
          {
            name: 'has_pets',
            kind: 'yes_no',
            label: say('Hai animali?', 'Do you have pets?'),
          },
        ],
      },
      {
        name: 'pets',
        title: say('I tuoi animali', 'Your pets'),
        when: { name: 'has_pets', is: ['yes'] },
        repeats: {
          least: 1,
          most: 3,
          one: say('Animale', 'Pet'),
          add: say('Aggiungi un animale', 'Add a pet'),
          calledBy: ['pet_name'],
        },
        questions: [
          { name: 'pet_name', kind: 'text', label: say('Come si chiama', 'What is it called'), longest: 30 },
          {
            name: 'species',
            kind: 'choice',
            label: say('Specie', 'Species'),
            choices: [
              { value: 'cat', label: say('Gatto', 'Cat') },
              { value: 'dog', label: say('Cane', 'Dog') },
            ],
          },
          {
            name: 'chip',
            kind: 'text',
            label: say('Microchip', 'Microchip'),
            when: { name: 'species', is: ['dog'] },
          },
        ],
      },
      {
        name: 'notes',
        title: say('Altro', 'Anything else'),
        questions: [
          { name: 'remarks', kind: 'long_text', label: say('Note', 'Notes'), optional: true, longest: 500 },
        ],
      },
    ],
    documents: [
      {
        name: 'passport',
        title: say('Il tuo passaporto', 'Your passport'),
        mustShow: [
          say('La pagina con la foto, leggibile per intero.', 'The page with the photo, readable in full.'),
        ],
      },
      {
        name: 'lease',
        title: say('Contratto di affitto', 'Rental contract'),
        mustShow: [say('Il tuo nome e l’indirizzo.', 'Your name and the address.')],
        when: { name: 'home_kind', is: ['rented'] },
      },
      {
        name: 'vaccination',
        title: say('Libretto delle vaccinazioni', 'Vaccination record'),
        mustShow: [say('Il nome dell’animale.', 'The name of the pet.')],
        forEach: 'pets',
        optional: true,
      },
    ],
    checks: [
      {
        id: 'in_district',
        title: say('L’indirizzo è nella circoscrizione', 'The address lies in the district'),
        problem: say(
          'L’indirizzo non è nella circoscrizione del tuo ufficio: correggilo, o cambia ufficio nel profilo.',
          'The address does not lie in the district of your office: correct it, or change the office in your profile.',
        ),
        about: [{ kind: 'question', path: 'place' }],
        weight: 'stops',
        look: ({ answers, officeOf, officeId }) =>
          officeId !== null &&
          officeOf(answerTo(answers, 'country'), answerTo(answers, 'place')).includes(officeId)
            ? 'holds'
            : 'fails',
      },
      {
        id: 'readable',
        title: say('Il passaporto si legge', 'The passport can be read'),
        problem: say(
          'La foto del passaporto si legge male: se puoi, caricane una migliore.',
          'The photo of the passport is hard to read: if you can, upload a better one.',
        ),
        about: [{ kind: 'document', path: 'passport' }],
        weight: 'warns',
        look: ({ documents }) =>
          documents.some(({ path, readable }) => path === 'passport' && readable === false)
            ? 'fails'
            : 'holds',
      },
    ],
    reasonsToCorrect: [],
    reasonsToReject: [],
  },
};

/** The procedure as a folder of an installation; change what the test is about. */
export function petFolder(
  change: Partial<FormProcedure> = {},
  effects: ProcedureEffects = {},
): ProcedureFolder {
  return { definition: { ...petRegistration, ...change }, effects };
}
