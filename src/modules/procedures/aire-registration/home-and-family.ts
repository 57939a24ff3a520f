import type { FormSection } from '#modules/case-files/public.ts';
import { addressQuestions } from '../shared/address.ts';
import {
  bornOn,
  familyName,
  givenName,
  italyOrAbroad,
  relationships,
  sex,
  taxCode,
  yesNoUnknown,
} from '../shared/people.ts';
import { say } from '../shared/say.ts';

/** Data di arrivo nella circoscrizione. */
const arrival: FormSection = {
  name: 'arrival',
  title: say('Quando sei arrivato', 'When you arrived'),
  lead: say(
    'La dichiarazione si fa entro 90 giorni (L. 470/1988, art. 6). Se sono passati, inviala lo stesso: prima è meglio.',
    'The declaration is made within 90 days (L. 470/1988, art. 6). If they have passed, send it all the same: sooner is better.',
  ),
  questions: [
    {
      name: 'arrived_on',
      kind: 'date',
      must: 'past',
      label: say('Da quando vivi qui?', 'Since when do you live here?'),
      hint: say(
        'Il giorno in cui hai cominciato ad abitare nella circoscrizione. Chi ci è nato scrive la data di nascita.',
        'The day on which you began to live in the district. If you were born here, your date of birth.',
      ),
    },
  ],
};

const address: FormSection = {
  name: 'address',
  title: say('Il tuo indirizzo all’estero', 'Your address abroad'),
  lead: say(
    'Scrivilo con le lettere dell’alfabeto latino, come sulle buste che ricevi.',
    'Write it in Latin letters, as on the envelopes that you receive.',
  ),
  questions: addressQuestions,
};

const household: FormSection = {
  name: 'household',
  title: say('La tua famiglia', 'Your family'),
  lead: say(
    'Una sola domanda vale per tutti i familiari italiani che vivono con te. Chi non è scritto qui resta dov’è.',
    'One application counts for all Italian family members who live with you. Whoever is not named here stays where they are.',
  ),
  questions: [
    {
      name: 'family_with_me',
      kind: 'yes_no',
      label: say(
        'Ci sono familiari italiani che vivono con te e vanno iscritti?',
        'Are there Italian family members who live with you and are to be registered?',
      ),
    },
  ],
};

/** The family that moves along (famiglia e legame). */
const family: FormSection = {
  name: 'family',
  title: say('Chi si iscrive con te', 'Who registers with you'),
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
    sex,
    bornOn,
    {
      name: 'member_born_in',
      kind: 'choice',
      label: say('Dove è nato?', 'Where was this person born?'),
      choices: italyOrAbroad,
    },
    {
      name: 'member_birth_country',
      kind: 'country',
      label: say('In quale Stato?', 'In which country?'),
      when: { name: 'member_born_in', is: ['abroad'] },
    },
    { name: 'birth_place', kind: 'text', label: say('Luogo di nascita', 'Place of birth') },
    {
      name: 'member_birth_registered',
      kind: 'choice',
      label: say(
        'L’atto di nascita è in un comune italiano?',
        'Is the birth record in an Italian municipality?',
      ),
      choices: yesNoUnknown,
      when: { name: 'member_born_in', is: ['abroad'] },
    },
    taxCode,
    {
      name: 'member_municipality',
      kind: 'municipality',
      optional: true,
      label: say(
        'Comune in cui risulta oggi, se è un altro',
        'Municipality of registration today, if another',
      ),
      hint: say('Lascia vuoto se è lo stesso tuo.', 'Leave it empty if it is the same as yours.'),
    },
    {
      name: 'document_number',
      kind: 'text',
      longest: 20,
      label: say('Numero del documento', 'Number of the document'),
    },
    {
      name: 'document_expires_on',
      kind: 'date',
      label: say('Il documento scade il', 'The document expires on'),
    },
  ],
};

export const homeAndFamily: readonly FormSection[] = [arrival, address, household, family];
