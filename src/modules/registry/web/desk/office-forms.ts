import type { CivilDate } from '#kernel/civil-date.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { NewAddress } from '../../domain/move.ts';
import { changeAddress } from '../../use-cases/change-address.ts';
import { enterInRoll } from '../../use-cases/enter-in-roll.ts';
import { closeProcedure, openProcedure } from '../../use-cases/procedures.ts';
import { setCertifiability, setHouseholdCertifiability } from '../../use-cases/set-certifiability.ts';
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

/** The fields of an address in Italy to which somebody moves. */
export function addressFields(at: FormAt): Html {
  const words = deskWords[at.locale].fields;
  return html`${field(at, 'municipality', words.municipality, { hint: words.municipalityHint })}${field(at, 'street', words.street)}<div class="field-row">${field(at, 'number', words.number, { maxlength: 20 })}${field(at, 'staircase', words.staircase, { maxlength: 20 })}${field(at, 'flat', words.flat, { maxlength: 20 })}${field(at, 'postCode', words.postCode, { maxlength: 5, inputmode: 'numeric' })}</div>`;
}

export async function readAddress(reader: FieldReader): Promise<NewAddress> {
  const municipality = (await reader.municipality('municipality'))?.code;
  if (municipality === undefined) reader.problems['municipality'] ??= 'required';
  const street = reader.needed('street');
  const number = reader.text('number', 20);
  const staircase = reader.text('staircase', 20);
  const flat = reader.text('flat', 20);
  const postCode = reader.text('postCode', 5);
  return {
    municipality: municipality ?? '',
    street,
    ...(number && { number }),
    ...(staircase && { staircase }),
    ...(flat && { flat }),
    ...(postCode && { postCode }),
  };
}

export const address: ChangeForm = {
  why: 'procedure',
  from: 'needed',
  initial: async ({ enrolment }) => ({ municipality: await typedMunicipality(enrolment.municipality) }),
  fields(at) {
    return html`<p>${deskWords[at.locale].fields.household}</p>${addressFields(at)}`;
  },
  async read(typed) {
    const reader = new FieldReader(typed);
    const to = await readAddress(reader);
    return reader.done((deps, by, { from, ...target }) =>
      changeAddress(deps, by, { ...target, to, on: from as CivilDate }),
    );
  },
};

const procedureKinds = [
  'residence',
  'correction',
  'untraceability',
  'citizenship',
  'civil_status',
  'other',
] as const;

export const procedure: ChangeForm = {
  why: 'procedure',
  from: 'today',
  initial: () => ({}),
  fields(at) {
    const { kinds } = registryWords[at.locale].certificates;
    return choice(
      at,
      'kind',
      deskWords[at.locale].fields.kind,
      procedureKinds.map((value) => ({ value, label: kinds[value] })),
      { empty: '' },
    );
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const kind = reader.chosen('kind', procedureKinds);
    return reader.done((deps, by, target) => openProcedure(deps, by, { ...target, kind }));
  },
};

export const procedureClosing: ChangeForm = {
  why: 'procedure',
  from: 'today',
  initial: ({ openProcedures }) => ({ procedure: openProcedures[0]?.id ?? '' }),
  fields(at) {
    const { kinds } = registryWords[at.locale].certificates;
    return choice(
      at,
      'procedure',
      deskWords[at.locale].fields.procedure,
      at.record.openProcedures.map(({ id, kind, openedOn }) => ({
        value: id,
        label: `${kinds[kind]}, ${openedOn}`,
      })),
    );
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const procedureId = reader.needed('procedure', 200);
    return reader.done((deps, by, target) => closeProcedure(deps, by, { ...target, procedureId }));
  },
};

const certifiabilities = ['full', 'partial', 'none', 'not_enrollable', 'barred'] as const;

export const certifiability: ChangeForm = {
  why: 'certificate',
  from: 'today',
  initial: (record) => ({ certifiability: record.certifiability }),
  fields(at) {
    const { states } = registryWords[at.locale].certificates;
    return choice(
      at,
      'certifiability',
      deskWords[at.locale].fields.certifiability,
      certifiabilities.map((value) => ({ value, label: states[value] })),
    );
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const chosen = reader.chosen('certifiability', certifiabilities);
    return reader.done((deps, by, target) =>
      setCertifiability(deps, by, { ...target, certifiability: chosen }),
    );
  },
};

export const householdCertifiability: ChangeForm = {
  why: 'certificate',
  from: 'today',
  initial: ({ household }) => ({ certifiable: household?.certifiable === true ? 'yes' : 'no' }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return choice(at, 'certifiable', words.certifiable, [
      { value: 'yes', label: words.certifiableYes },
      { value: 'no', label: words.certifiableNo },
    ]);
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const certifiable = reader.chosen('certifiable', ['yes', 'no']) === 'yes';
    return reader.done((deps, by, target) =>
      setHouseholdCertifiability(deps, by, { ...target, certifiable }),
    );
  },
};

export const rollEntry: ChangeForm = {
  why: 'electoral',
  from: 'today',
  initial: ({ electoral }) => ({
    section: electoral?.roll?.section ?? '',
    cardNumber: electoral?.roll?.cardNumber ?? '',
  }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return html`${field(at, 'section', words.section, { maxlength: 20 })}${field(at, 'cardNumber', words.cardNumber, { maxlength: 30 })}`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const section = reader.needed('section', 20);
    const cardNumber = reader.text('cardNumber', 30);
    return reader.done((deps, by, target) =>
      enterInRoll(deps, by, { ...target, section, ...(cardNumber && { cardNumber }) }),
    );
  },
};
