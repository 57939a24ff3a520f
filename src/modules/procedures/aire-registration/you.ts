import type { FormSection } from '#modules/case-files/public.ts';
import { identityDocument } from '../shared/identity-document.ts';
import {
  bornOn,
  familyName,
  givenName,
  italyOrAbroad,
  sex,
  taxCode,
  yesNoUnknown,
} from '../shared/people.ts';
import { say } from '../shared/say.ts';

const bond = ['married', 'civil_union'] as const;
const ended = ['widowed', 'divorced', 'union_dissolved', 'union_ended_by_death'] as const;

/** Generalità. */
const identity: FormSection = {
  name: 'identity',
  title: say('Chi sei', 'Who you are'),
  lead: say(
    'Scrivi i dati come stanno nei registri italiani: se sul passaporto sono diversi, l’ufficio te lo chiederà.',
    'Write the data as they are in the Italian registers: if the passport differs, the office will ask.',
  ),
  questions: [
    { ...familyName, known: 'family_name', autocomplete: 'family-name' },
    { ...givenName, known: 'given_name', autocomplete: 'given-name' },
    sex,
    { ...bornOn, known: 'born_on', autocomplete: 'bday' },
    {
      name: 'born_in',
      kind: 'choice',
      label: say('Dove sei nato?', 'Where were you born?'),
      choices: italyOrAbroad,
    },
    {
      name: 'birth_country',
      kind: 'country',
      label: say('In quale Stato?', 'In which country?'),
      when: { name: 'born_in', is: ['abroad'] },
    },
    {
      name: 'birth_place',
      kind: 'text',
      known: 'birth_place',
      label: say('Luogo di nascita', 'Place of birth'),
      hint: say(
        'Come si chiamava quando sei nato, anche se il comune non c’è più.',
        'As it was called when you were born, even if the municipality is no more.',
      ),
    },
    { ...taxCode, known: 'tax_code' },
  ],
};

/** Cittadinanze. */
const citizenship: FormSection = {
  name: 'citizenship',
  title: say('Le tue cittadinanze', 'Your citizenships'),
  questions: [
    {
      name: 'italian_by',
      kind: 'choice',
      label: say('Come sei italiano?', 'How are you Italian?'),
      choices: [
        { value: 'birth', label: say('Dalla nascita', 'Since birth') },
        {
          value: 'recognised',
          label: say('Dalla nascita, ma riconosciuto più tardi', 'Since birth, but recognised later'),
        },
        { value: 'parent', label: say('Da minorenne, con un genitore', 'As a minor, with a parent') },
        { value: 'marriage', label: say('Per matrimonio o unione civile', 'By marriage or civil union') },
        { value: 'residence', label: say('Per residenza in Italia', 'By residence in Italy') },
        {
          value: 'declaration',
          label: say('Per una dichiarazione davanti all’ufficio', 'By a declaration before the office'),
        },
        { value: 'reacquired', label: say('L’ho persa e riacquistata', 'I lost it and reacquired it') },
      ],
    },
    {
      name: 'italian_from',
      kind: 'date',
      must: 'past',
      label: say('Da quando?', 'Since when?'),
      hint: say(
        'La data del giuramento, della dichiarazione o del riconoscimento.',
        'The date of the oath, the declaration or the recognition.',
      ),
      when: {
        name: 'italian_by',
        is: ['recognised', 'parent', 'marriage', 'residence', 'declaration', 'reacquired'],
      },
    },
    {
      name: 'other_citizenships',
      kind: 'yes_no',
      label: say('Hai anche altre cittadinanze?', 'Do you have other citizenships, too?'),
    },
  ],
};

const otherCitizenships: FormSection = {
  name: 'citizenships',
  title: say('Le altre cittadinanze', 'The other citizenships'),
  when: { name: 'other_citizenships', is: ['yes'] },
  repeats: {
    least: 1,
    most: 6,
    one: say('Cittadinanza', 'Citizenship'),
    add: say('Aggiungi una cittadinanza', 'Add a citizenship'),
    calledBy: ['citizenship_of'],
  },
  questions: [
    { name: 'citizenship_of', kind: 'country', label: say('Di quale Stato?', 'Of which country?') },
    {
      name: 'citizen_from',
      kind: 'date',
      must: 'past',
      optional: true,
      label: say('Da quando?', 'Since when?'),
    },
  ],
};

/** Atto di nascita. */
const birthAct: FormSection = {
  name: 'birth_act',
  title: say('Il tuo atto di nascita', 'Your birth record'),
  lead: say(
    'L’atto di chi nasce all’estero viene trascritto in un comune italiano. Se non lo è ancora, lo trasmette l’ufficio: caricherai l’atto alla fine.',
    'The record of somebody born abroad is entered in an Italian municipality. If it is not yet, the office sends it: you will upload it at the end.',
  ),
  questions: [
    {
      name: 'birth_municipality',
      kind: 'municipality',
      label: say('Quale comune conserva l’atto?', 'Which municipality keeps the record?'),
      hint: say(
        'Quello in cui sei nato, o quello di cui oggi fa parte.',
        'The one where you were born, or the one it belongs to today.',
      ),
      when: { name: 'born_in', is: ['italy'] },
    },
    {
      name: 'birth_registered',
      kind: 'choice',
      label: say('È trascritto in un comune italiano?', 'Is it entered in an Italian municipality?'),
      choices: yesNoUnknown,
      when: { name: 'born_in', is: ['abroad'] },
    },
    {
      name: 'birth_act_municipality',
      kind: 'municipality',
      label: say('In quale comune?', 'In which municipality?'),
      when: { name: 'birth_registered', is: ['yes'] },
    },
    {
      name: 'birth_act_number',
      kind: 'text',
      longest: 60,
      optional: true,
      label: say('Numero, parte, serie e anno dell’atto', 'Number, part, series and year of the record'),
      hint: say('Sono sull’estratto, se ne hai uno.', 'They are on the extract, if you have one.'),
    },
  ],
};

/** Genitori. */
const parents: FormSection = {
  name: 'parents',
  title: say('I tuoi genitori', 'Your parents'),
  lead: say(
    'Servono al comune per riconoscerti nei registri. Lascia vuoto ciò che non sai.',
    'The municipality recognises you by them in its registers. Leave empty what you do not know.',
  ),
  questions: (['first', 'second'] as const).flatMap((which) => {
    const one =
      which === 'first' ? say('Primo genitore', 'First parent') : say('Secondo genitore', 'Second parent');
    return [
      {
        name: `${which}_parent_family_name`,
        kind: 'text' as const,
        optional: true as const,
        label: say(`${one.it}: cognome`, `${one.en}: family name`),
      },
      {
        name: `${which}_parent_given_name`,
        kind: 'text' as const,
        optional: true as const,
        label: say(`${one.it}: nome`, `${one.en}: given names`),
      },
    ];
  }),
};

/** Stato civile. */
const maritalStatus: FormSection = {
  name: 'marital_status',
  title: say('Il tuo stato civile', 'Your marital status'),
  questions: [
    {
      name: 'marital_status',
      kind: 'choice',
      label: say('Oggi sei', 'Today you are'),
      choices: [
        { value: 'single', label: say('Celibe o nubile', 'Single') },
        { value: 'married', label: say('Coniugato', 'Married') },
        { value: 'civil_union', label: say('Unito civilmente', 'In a civil union') },
        { value: 'widowed', label: say('Vedovo', 'Widowed') },
        { value: 'divorced', label: say('Divorziato', 'Divorced') },
        {
          value: 'union_dissolved',
          label: say('Libero dopo lo scioglimento dell’unione civile', 'Free after the end of a civil union'),
        },
        {
          value: 'union_ended_by_death',
          label: say('Libero dopo la morte della parte unita', 'Free after the death of the civil partner'),
        },
      ],
    },
    {
      name: 'bond_ended_on',
      kind: 'date',
      must: 'past',
      optional: true,
      label: say('Da quando?', 'Since when?'),
      when: { name: 'marital_status', is: ended },
    },
  ],
};

const marriage: FormSection = {
  name: 'marriage',
  title: say('Il matrimonio o l’unione', 'The marriage or union'),
  when: { name: 'marital_status', is: bond },
  questions: [
    {
      name: 'spouse_family_name',
      kind: 'text',
      label: say('Cognome dell’altra persona', 'Family name of the other person'),
    },
    {
      name: 'spouse_given_name',
      kind: 'text',
      label: say('Nome dell’altra persona', 'Given names of the other person'),
    },
    { name: 'married_on', kind: 'date', must: 'past', label: say('Data', 'Date') },
    { name: 'married_in', kind: 'text', label: say('Luogo', 'Place') },
    { name: 'married_in_country', kind: 'country', label: say('Stato', 'Country') },
    {
      name: 'marriage_registered',
      kind: 'choice',
      label: say('L’atto è in un comune italiano?', 'Is the record in an Italian municipality?'),
      choices: yesNoUnknown,
    },
    {
      name: 'marriage_municipality',
      kind: 'municipality',
      label: say('In quale comune?', 'In which municipality?'),
      when: { name: 'marriage_registered', is: ['yes'] },
    },
  ],
};

/** Everything about the person who registers. */
export const you: readonly FormSection[] = [
  identity,
  identityDocument,
  citizenship,
  otherCitizenships,
  birthAct,
  parents,
  maritalStatus,
  marriage,
];
