import type { FormSection } from '#modules/case-files/public.ts';
import { say } from '../shared/say.ts';

/** What ties somebody who is not coming from Italy to a municipality, in the order in which the rules go. */
export const ties = [
  {
    value: 'residence',
    label: say('Ci ho abitato da residente', 'I lived there as a resident'),
  },
  {
    value: 'birth_act',
    label: say('C’è il mio atto di nascita', 'My birth record is there'),
  },
  {
    value: 'family_member',
    label: say(
      'Ci abitava un familiare che ora vive con me',
      'A family member who now lives with me used to live there',
    ),
  },
  {
    value: 'ancestor_birth',
    label: say(
      'C’è l’atto di nascita di un mio antenato',
      'The birth record of an ancestor of mine is there',
    ),
  },
  {
    value: 'relative',
    label: say(
      'Ci abita un mio parente, o è iscritto nella sua AIRE',
      'A relative of mine lives there, or is in its AIRE',
    ),
  },
  {
    value: 'ancestor_residence',
    label: say('Ci ha abitato un mio antenato', 'An ancestor of mine lived there'),
  },
  { value: 'none', label: say('Nessuno di questi, che io sappia', 'None of these, as far as I know') },
] as const;

/** Ultima residenza in Italia. */
const lastResidence: FormSection = {
  name: 'last_residence',
  title: say('L’ultima residenza in Italia', 'Your last residence in Italy'),
  lead: say(
    'L’AIRE la tiene il comune da cui parti: riceve la tua pratica e ti iscrive.',
    'AIRE is kept by the municipality that you left: it receives your file and registers you.',
  ),
  when: { name: 'reason', is: ['moved_from_italy'] },
  questions: [
    {
      name: 'last_municipality',
      kind: 'municipality',
      label: say('In quale comune?', 'In which municipality?'),
    },
    {
      name: 'last_address',
      kind: 'text',
      optional: true,
      label: say('A quale indirizzo?', 'At which address?'),
    },
  ],
};

const aireNow: FormSection = {
  name: 'aire_now',
  title: say('La tua iscrizione di oggi', 'Your registration today'),
  when: { name: 'reason', is: ['from_other_district', 'to_other_municipality', 'registered_again'] },
  questions: [
    {
      name: 'aire_municipality',
      kind: 'municipality',
      label: say('Quale comune ti ha nella sua AIRE?', 'Which municipality has you in its AIRE?'),
      hint: say(
        'Per chi è stato cancellato: quello che ti aveva.',
        'If you were struck off: the one that had you.',
      ),
    },
  ],
};

const districtBefore: FormSection = {
  name: 'district_before',
  title: say('Dove abitavi prima', 'Where you lived before'),
  lead: say(
    'L’ufficio di prima viene avvisato: chiude la tua scheda quando si apre quella nuova.',
    'The office before is told: it closes your entry when the new one opens.',
  ),
  when: { name: 'reason', is: ['from_other_district'] },
  questions: [
    { name: 'previous_country', kind: 'country', label: say('Stato', 'Country') },
    { name: 'previous_place', kind: 'text', label: say('Città o località', 'Town or city') },
  ],
};

const otherMunicipality: FormSection = {
  name: 'other_municipality',
  title: say('Il nuovo comune', 'The new municipality'),
  lead: say(
    'Puoi passare al comune in cui è iscritto un familiare della tua famiglia, da residente o all’AIRE (L. 470/1988, art. 2).',
    'You can pass to the municipality where a member of your family is registered, as a resident or in AIRE (L. 470/1988, art. 2).',
  ),
  when: { name: 'reason', is: ['to_other_municipality'] },
  questions: [
    {
      name: 'new_municipality',
      kind: 'municipality',
      label: say('In quale comune vuoi passare?', 'To which municipality do you want to pass?'),
    },
    {
      name: 'new_tie_person',
      kind: 'text',
      label: say('Quale familiare è iscritto lì?', 'Which family member is registered there?'),
      hint: say('Nome, cognome, data di nascita.', 'Given and family name, date of birth.'),
    },
  ],
};

/** How the municipality is found for those who do not come from one (individuazione del comune di iscrizione). */
const tie: FormSection = {
  name: 'tie',
  title: say('Il tuo comune', 'Your municipality'),
  lead: say(
    'Ogni iscritto all’AIRE ha un comune. Scegli la prima frase che è vera per te, dall’alto. Se non lo è nessuna, ti iscrive Roma.',
    'Everybody in AIRE has a municipality. Choose the first sentence that is true for you, from the top. If none is, Rome registers you.',
  ),
  when: { name: 'reason', is: ['born_abroad', 'became_italian', 'other'] },
  questions: [
    {
      name: 'tie',
      kind: 'choice',
      label: say('Che cosa ti lega a un comune italiano?', 'What ties you to an Italian municipality?'),
      choices: ties,
    },
    {
      name: 'tie_municipality',
      kind: 'municipality',
      label: say('Quale comune?', 'Which municipality?'),
      when: {
        name: 'tie',
        is: ['residence', 'family_member', 'ancestor_birth', 'relative', 'ancestor_residence'],
      },
    },
    {
      name: 'tie_person',
      kind: 'text',
      label: say('Di chi si tratta?', 'Who is it?'),
      hint: say(
        'Nome, cognome, data di nascita se la sai.',
        'Given and family name, date of birth if you know it.',
      ),
      when: { name: 'tie', is: ['family_member', 'ancestor_birth', 'relative', 'ancestor_residence'] },
    },
  ],
};

/** What leads to the municipality of origin. */
export const whereFrom: readonly FormSection[] = [
  lastResidence,
  aireNow,
  districtBefore,
  otherMunicipality,
  tie,
];
