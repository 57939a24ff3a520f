import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { KnownRecord } from '../../domain/person-content.ts';
import { type HouseholdMember, type PersonId, type Relation, relations } from '../../domain/record.ts';
import { strikingReasons, strikingRules } from '../../domain/striking.ts';
import { markDuplicate, strikeRecord } from '../../use-cases/end-record.ts';
import { moveMembers, setRelations } from '../../use-cases/move-members.ts';
import { deskWords } from '../words/desk.ts';
import { registryWords } from '../words/words.ts';
import {
  type ChangeForm,
  choice,
  FieldReader,
  type FormAt,
  field,
  typedMunicipality,
} from './change-form.ts';
import { nameOf } from './desk-request.ts';
import { addressFields, readAddress } from './office-forms.ts';

const membersOf = ({ household }: KnownRecord): readonly HouseholdMember[] => household?.members ?? [];
const relationField = (id: PersonId) => `relation_${id}`;

/** Who has the household afterwards, asked where its holder leaves it and somebody stays. */
function successor(at: FormAt, candidates: readonly HouseholdMember[]): Html {
  const words = deskWords[at.locale].fields;
  return choice(
    at,
    'holder',
    words.newHolder,
    candidates.map((each) => ({ value: each.id, label: nameOf(each, at.locale) })),
    { empty: words.eldest, hint: words.newHolderHint },
  );
}

function heirs(record: KnownRecord): HouseholdMember[] {
  const members = membersOf(record);
  const holds = members.some(({ id, relation }) => id === record.id && relation === 'holder');
  return holds ? members.filter(({ id }) => id !== record.id) : [];
}

export const striking: ChangeForm = {
  why: 'procedure',
  from: 'needed',
  day: 'struckOn',
  initial: () => ({}),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const { reasons } = registryWords[at.locale].standing;
    const { register } = at.record.enrolment;
    const fitting = strikingReasons.filter((each) =>
      ['both', register].includes(strikingRules[each].register),
    );
    const left = heirs(at.record);
    return html`<p>${words.strikingLead}</p>${choice(
      at,
      'why',
      words.strikingWhy,
      fitting.map((value) => ({ value, label: `${reasons[value]} (${strikingRules[value].source})` })),
      { empty: '' },
    )}${left.length > 0 && successor(at, left)}`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const why = reader.chosen('why', ['death', ...strikingReasons]);
    const holder = reader.text('holder', 20);
    return reader.done((deps, by, { from, ...target }) =>
      strikeRecord(deps, by, { ...target, why, on: from as CivilDate, ...(holder && { holder }) }),
    );
  },
};

export const duplicate: ChangeForm = {
  why: 'verification',
  from: 'needed',
  day: 'foundOn',
  initial: () => ({}),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const left = heirs(at.record);
    return html`<p>${words.duplicateLead}</p>${field(at, 'of', words.duplicateOf, { hint: words.duplicateOfHint, maxlength: 20 })}${left.length > 0 && successor(at, left)}`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const of = reader.needed('of', 20);
    const holder = reader.text('holder', 20);
    return reader.done((deps, by, { from, ...target }) =>
      markDuplicate(deps, by, { ...target, of, on: from as CivilDate, ...(holder && { holder }) }),
    );
  },
};

function relationChoices(locale: Locale): { value: Relation; label: string }[] {
  const names = registryWords[locale].household.relations;
  return relations.map((value) => ({ value, label: names[value] }));
}

function relationFields(at: FormAt, empty?: string): readonly Html[] {
  return membersOf(at.record).map((each) =>
    choice(
      at,
      relationField(each.id),
      nameOf(each, at.locale),
      relationChoices(at.locale),
      empty === undefined ? {} : { empty },
    ),
  );
}

function chosenRelations(reader: FieldReader, record: KnownRecord): Record<PersonId, Relation> {
  return Object.fromEntries(
    membersOf(record).flatMap(({ id }) => {
      const relation = reader.oneOf(relationField(id), relations);
      return relation === undefined ? [] : [[id, relation]];
    }),
  );
}

export const membersMove: ChangeForm = {
  why: 'procedure',
  from: 'needed',
  initial: async ({ enrolment }) => ({ municipality: await typedMunicipality(enrolment.municipality) }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return html`<p>${words.moversLead}</p>${relationFields(at, words.stays)}
<h2>${words.destination}</h2><p>${words.destinationLead}</p>${field(at, 'joins', words.joins, { hint: words.joinsHint, maxlength: 20 })}${addressFields(at)}
<h2>${words.whoStays}</h2>${successor(at, membersOf(at.record))}`;
  },
  async read(typed, record) {
    const reader = new FieldReader(typed);
    const movers = chosenRelations(reader, record);
    const holder = reader.text('holder', 20);
    const joins = reader.text('joins', 20);
    const destination = joins === undefined ? { to: await readAddress(reader) } : { joins };
    return reader.done((deps, by, { from, ...target }) =>
      moveMembers(deps, by, {
        ...target,
        movers,
        destination,
        on: from as CivilDate,
        ...(holder && { holder }),
      }),
    );
  },
};

export const household: ChangeForm = {
  why: 'correction',
  from: 'needed',
  day: 'since',
  initial: (record): Typed =>
    Object.fromEntries(membersOf(record).map(({ id, relation }) => [relationField(id), relation])),
  fields: (at) => html`<p>${deskWords[at.locale].fields.householdLead}</p>${relationFields(at)}`,
  read(typed, record) {
    const reader = new FieldReader(typed);
    const chosen = chosenRelations(reader, record);
    const holders = Object.entries(chosen).filter(([, relation]) => relation === 'holder');
    const [holder] = holders.map(([id]) => id);
    return reader.done(async (deps, by, { from, ...target }) =>
      holder === undefined || holders.length > 1
        ? { ok: false, refusal: { code: 'one_holder' } }
        : setRelations(deps, by, { ...target, holder, relations: chosen, on: from as CivilDate }),
    );
  },
};
