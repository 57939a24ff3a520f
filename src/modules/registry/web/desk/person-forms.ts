import { refused } from '#kernel/outcome.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { html } from '#platform/web/html.ts';
import type { Correction } from '../../domain/correction.ts';
import type { Birth, CivilAct } from '../../domain/record.ts';
import { correctRecord } from '../../use-cases/correct-record.ts';
import { deskWords } from '../words/desk.ts';
import { registryWords } from '../words/words.ts';
import {
  type Apply,
  type ChangeForm,
  choice,
  FieldReader,
  type FormAt,
  field,
  partialField,
  placeFields,
  typedMunicipality,
  typedPlace,
} from './change-form.ts';

/** Corrects one datum of the record. */
export const correcting =
  (correction: Correction): Apply =>
  (deps, by, target) =>
    correctRecord(deps, by, { ...target, correction });

export const names: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: (record) => ({ familyName: record.familyName ?? '', givenName: record.givenName ?? '' }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const hint = words.emptyName;
    return html`${field(at, 'familyName', words.familyName, { hint })}${field(at, 'givenName', words.givenName, { hint })}`;
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const familyName = reader.text('familyName');
    const givenName = reader.text('givenName');
    if (familyName === undefined && givenName === undefined) return refused({ familyName: 'required' });
    return reader.done(
      correcting({ datum: 'names', ...(familyName && { familyName }), ...(givenName && { givenName }) }),
    );
  },
};

export const sex: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: (record) => ({ sex: record.sex }),
  fields(at) {
    const { sexes } = registryWords[at.locale].person;
    return choice(
      at,
      'sex',
      deskWords[at.locale].fields.sex,
      (['F', 'M'] as const).map((value) => ({ value, label: sexes[value] })),
    );
  },
  read(typed) {
    const reader = new FieldReader(typed);
    return reader.done(correcting({ datum: 'sex', sex: reader.chosen('sex', ['F', 'M']) }));
  },
};

export const taxCode: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: (record) => ({ taxCode: record.taxCode ?? '' }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return field(at, 'taxCode', words.taxCode, { hint: words.taxCodeHint, maxlength: 20 });
  },
  read(typed) {
    const reader = new FieldReader(typed);
    const code = reader.text('taxCode', 20);
    return reader.done(correcting({ datum: 'tax_code', ...(code && { taxCode: code }) }));
  },
};

export function actFields(at: FormAt) {
  const words = deskWords[at.locale].fields;
  return html`<div class="field-row">${field(at, 'actNumber', words.actNumber, { maxlength: 20 })}${field(at, 'actPart', words.actPart, { maxlength: 10 })}${field(at, 'actSeries', words.actSeries, { maxlength: 10 })}${field(at, 'actYear', words.actYear, { maxlength: 4, inputmode: 'numeric' })}</div>${field(at, 'actMunicipality', words.actMunicipality, { hint: words.municipalityHint })}`;
}

export async function typedAct(act: CivilAct | undefined) {
  return {
    actNumber: act?.number ?? '',
    actPart: act?.part ?? '',
    actSeries: act?.series ?? '',
    actYear: act?.year === undefined ? '' : String(act.year),
    actMunicipality: await typedMunicipality(act?.municipality),
  };
}

export async function readAct(reader: FieldReader): Promise<CivilAct | undefined> {
  const number = reader.text('actNumber', 20);
  const part = reader.text('actPart', 10);
  const series = reader.text('actSeries', 10);
  const year = reader.number('actYear');
  const municipality = (await reader.municipality('actMunicipality'))?.code;
  const act = {
    ...(number && { number }),
    ...(part && { part }),
    ...(series && { series }),
    ...(year !== undefined && { year }),
    ...(municipality && { municipality }),
  };
  return Object.keys(act).length === 0 ? undefined : act;
}

export const birth: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: async ({ birth: born }) => ({
    on: born.on,
    ...(await typedPlace(born.place, 'birth')),
    ...(await typedAct(born.act)),
  }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return html`${partialField(at, 'on', words.date)}${placeFields(at, 'birth')}${actFields(at)}`;
  },
  async read(typed) {
    const reader = new FieldReader(typed);
    const on = reader.partialDate('on');
    if (on === undefined) reader.problems['on'] ??= 'required';
    const place = await reader.place('birth');
    if (place === undefined) reader.problems['birthPlace'] ??= 'required';
    const act = await readAct(reader);
    const born: Birth = {
      on: on ?? partialDate('1900'),
      place: place ?? { country: 'IT', name: '' },
      ...(act && { act }),
    };
    return reader.done(correcting({ datum: 'birth', birth: born }));
  },
};
