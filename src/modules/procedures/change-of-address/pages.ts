import type { FormSection } from '#modules/case-files/public.ts';
import { addressQuestions } from '../shared/address.ts';
import { identityDocument } from '../shared/identity-document.ts';
import { bornOn, familyName, givenName, relationships, taxCode } from '../shared/people.ts';
import { say } from '../shared/say.ts';

/** The new address comes first: it tells whether this is the right form at all. */
const newAddress: FormSection = {
  name: 'new_address',
  title: say('Il tuo nuovo indirizzo', 'Your new address'),
  lead: say(
    'Se il nuovo indirizzo è nella circoscrizione di un altro ufficio, te lo diciamo qui: lì è un’iscrizione all’AIRE, e porti con te quello che hai scritto.',
    'If the new address lies in the district of another office, you are told here: there it is an AIRE registration, and you take along what you have written.',
  ),
  questions: [
    ...addressQuestions.map(({ known: _known, ...question }) => question),
    {
      name: 'moved_on',
      kind: 'date',
      must: 'past',
      label: say('Da quando abiti qui?', 'Since when do you live here?'),
      hint: say('Il primo giorno nella nuova casa.', 'The first day in the new home.'),
    },
  ],
};

const identity: FormSection = {
  name: 'identity',
  title: say('Chi sei', 'Who you are'),
  lead: say(
    'Con questi dati l’ufficio e il comune ti trovano nei loro registri.',
    'By these data the office and the municipality find you in their registers.',
  ),
  questions: [
    { ...familyName, known: 'family_name', autocomplete: 'family-name' },
    { ...givenName, known: 'given_name', autocomplete: 'given-name' },
    { ...bornOn, known: 'born_on', autocomplete: 'bday' },
    {
      name: 'birth_place',
      kind: 'text',
      known: 'birth_place',
      label: say('Luogo di nascita', 'Place of birth'),
    },
    { ...taxCode, known: 'tax_code' },
    {
      name: 'aire_municipality',
      kind: 'municipality',
      label: say('Quale comune ti ha nella sua AIRE?', 'Which municipality has you in its AIRE?'),
      hint: say(
        'Di solito quello in cui abitavi prima di partire.',
        'Mostly the one where you lived before you left.',
      ),
    },
  ],
};

const household: FormSection = {
  name: 'household',
  title: say('Chi si sposta con te', 'Who moves with you'),
  questions: [
    {
      name: 'family_with_me',
      kind: 'yes_no',
      label: say('Si spostano con te familiari italiani?', 'Do Italian family members move with you?'),
      hint: say(
        'Chi non è scritto qui resta al vecchio indirizzo.',
        'Whoever is not named here stays at the old address.',
      ),
    },
  ],
};

const family: FormSection = {
  name: 'family',
  title: say('I familiari che si spostano', 'The family members who move'),
  when: { name: 'family_with_me', is: ['yes'] },
  repeats: {
    least: 1,
    most: 12,
    one: say('Familiare', 'Family member'),
    add: say('Aggiungi un familiare', 'Add a family member'),
    calledBy: ['given_name', 'family_name'],
  },
  questions: [
    {
      name: 'relationship',
      kind: 'choice',
      label: say('Chi è per te?', 'Who is it to you?'),
      choices: relationships,
    },
    familyName,
    givenName,
    bornOn,
    { name: 'birth_place', kind: 'text', label: say('Luogo di nascita', 'Place of birth') },
    taxCode,
  ],
};

export const pages: readonly FormSection[] = [newAddress, identity, identityDocument, household, family];
