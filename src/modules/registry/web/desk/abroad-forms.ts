import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { countryCodes } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { findOffice, listOffices } from '#modules/offices/public.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  type AireInitiative,
  type AireReason,
  aireInitiatives,
  aireReasons,
  type NewAddressAbroad,
} from '../../domain/abroad.ts';
import type { Address, Relation } from '../../domain/record.ts';
import { changeAddressAbroad, type FamilyAbroad, registerWithAire } from '../../use-cases/move-abroad.ts';
import { deskWords } from '../words/desk.ts';
import { registryWords } from '../words/words.ts';
import { type ChangeForm, choice, countryChoices, FieldReader, type FormAt, field } from './change-form.ts';

function officeChoices(locale: Locale): { value: string; label: string }[] {
  return listOffices()
    .map(({ id, name }) => ({ value: id, label: name[locale] }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}

function abroadFields(at: FormAt): Html {
  const words = deskWords[at.locale].fields;
  const countries = countryChoices(at.locale).filter(({ value }) => value !== 'IT');
  return html`<fieldset><legend>${words.addressAbroad}</legend>${choice(at, 'country', words.country, countries, { empty: '' })}${field(at, 'locality', words.locality)}${field(at, 'street', words.street)}<div class="field-row">${field(at, 'number', words.number, { maxlength: 20 })}${field(at, 'flat', words.flat, { maxlength: 20 })}${field(at, 'postCode', words.postCodeAbroad, { maxlength: 12 })}</div></fieldset>${choice(at, 'consulate', words.consulate, officeChoices(at.locale), { empty: '' })}`;
}

function readAbroad(reader: FieldReader): NewAddressAbroad {
  const country = reader.needed('country', 2);
  if (country === 'IT' || (country !== '' && !countryCodes.includes(country)))
    reader.problems['country'] = 'choose';
  const consulate = reader.needed('consulate', 60);
  if (consulate !== '' && findOffice(consulate) === undefined) reader.problems['consulate'] = 'choose';
  const locality = reader.needed('locality');
  const more: Partial<Record<'street' | 'number' | 'flat' | 'postCode', string | undefined>> = {
    street: reader.text('street'),
    number: reader.text('number', 20),
    flat: reader.text('flat', 20),
    postCode: reader.text('postCode', 12),
  };
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return { address: { country, locality, ...given }, consulate };
}

function typedAbroad(address: Address | undefined, consulate: string | undefined): Typed {
  return {
    country: address?.country ?? '',
    locality: address?.locality ?? '',
    street: address?.street ?? '',
    number: address?.number ?? '',
    flat: address?.flat ?? '',
    postCode: address?.postCode ?? '',
    consulate: consulate ?? '',
  };
}

const reasons = Object.keys(aireReasons) as [AireReason, ...AireReason[]];
const families = ['household', 'alone', 'joins'] as const satisfies readonly FamilyAbroad['who'][];
export const relationsAbroad = [
  'spouse',
  'civil_partner',
  'child',
  'parent',
  'sibling',
  'grandchild',
  'grandparent',
  'child_in_law',
  'parent_in_law',
  'stepchild',
  'cohabitant',
  'other_relative',
] as const satisfies readonly Relation[];

/** The municipality registers somebody with its AIRE. */
export const aireRegistration: ChangeForm = {
  why: 'procedure',
  from: 'needed',
  initial: ({ household }) => ({
    code: 'C01',
    initiative: 'consulate',
    family: household === undefined ? 'alone' : 'household',
  }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const { relations } = registryWords[at.locale].household;
    const labelled = <Value extends string>(
      values: readonly Value[],
      labels: Readonly<Record<Value, string>>,
    ) => values.map((value) => ({ value, label: labels[value] }));
    return html`${choice(at, 'code', words.aireReason, labelled(reasons, words.aireReasons))}${choice(at, 'initiative', words.initiative, labelled(aireInitiatives, words.initiatives))}${field(at, 'reachedConsulateOn', words.reachedConsulateOn, { type: 'date', maxlength: 10 })}${abroadFields(at)}${choice(at, 'family', words.family, labelled(families, words.families))}<div class="field-row">${field(at, 'joinsTaxCode', words.joinsTaxCode, { hint: words.joinsTaxCodeHint, maxlength: 20 })}${choice(at, 'relation', words.relation, labelled(relationsAbroad, relations), { empty: '' })}</div>`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const code = reader.chosen('code', reasons);
    const initiative = reader.chosen<AireInitiative>('initiative', aireInitiatives);
    const reached = reader.text('reachedConsulateOn', 10);
    const day = reached === undefined ? undefined : parseCivilDate(reached);
    if (day?.ok === false) reader.problems['reachedConsulateOn'] = 'not_a_date';
    const to = readAbroad(reader);
    const family = readFamily(reader);
    return reader.done((deps, by, { from, ...target }) =>
      registerWithAire(deps, by, {
        ...target,
        code,
        initiative,
        reachedConsulateOn: day?.ok === true ? day.value : null,
        family,
        to,
        on: from as CivilDate,
      }),
    );
  },
};

function readFamily(reader: FieldReader): FamilyAbroad {
  const who = reader.chosen('family', families);
  if (who !== 'joins') return { who };
  return {
    who,
    taxCode: reader.needed('joinsTaxCode', 20),
    relation: reader.chosen('relation', relationsAbroad),
  };
}

/** Everybody of an AIRE household has another address abroad. */
export const addressAbroad: ChangeForm = {
  why: 'procedure',
  from: 'needed',
  initial: ({ addresses, enrolment }) =>
    typedAbroad(addresses.at(-1), enrolment.register === 'aire' ? enrolment.consulate : undefined),
  fields(at) {
    return html`<p>${deskWords[at.locale].fields.household}</p>${abroadFields(at)}`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const to = readAbroad(reader);
    return reader.done((deps, by, { from, ...target }) =>
      changeAddressAbroad(deps, by, { ...target, to, on: from as CivilDate }),
    );
  },
};
