import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { countryCodes } from '#kernel/country.ts';
import { checkboxField } from '#platform/web/form/fields.ts';
import { html } from '#platform/web/html.ts';
import type {
  Bond,
  Citizenship,
  CohabitationContract,
  IdentityDocument,
  MaritalStatus,
  OtherParty,
} from '../../domain/record.ts';
import { deskWords } from '../words/desk.ts';
import { registryWords } from '../words/words.ts';
import {
  type ChangeForm,
  choice,
  countryChoices,
  FieldReader,
  field,
  partialField,
  placeFields,
  typedMunicipality,
  typedPlace,
} from './change-form.ts';
import { actFields, correcting, readAct, typedAct } from './person-forms.ts';

const states = [
  'single',
  'married',
  'widowed',
  'divorced',
  'civil_union',
  'union_dissolved',
  'union_ended_by_death',
] as const satisfies readonly MaritalStatus['state'][];
const ended: ReadonlySet<MaritalStatus['state']> = new Set([
  'widowed',
  'divorced',
  'union_dissolved',
  'union_ended_by_death',
]);

/** The other party as it was, where its name is still the same: the act may hold more than the form shows. */
function partyOf(
  before: OtherParty | undefined,
  familyName: string | undefined,
  givenName: string | undefined,
): OtherParty | undefined {
  if (familyName === undefined && givenName === undefined) return undefined;
  if (before?.familyName === familyName && before?.givenName === givenName) return before;
  return { ...(familyName && { familyName }), ...(givenName && { givenName }) };
}

const bondOf = (status: MaritalStatus | undefined) =>
  status !== undefined && 'bond' in status ? status.bond : undefined;

export const maritalStatus: ChangeForm = {
  why: 'correction',
  from: 'asked',
  async initial({ maritalStatus: status }) {
    const bond = bondOf(status);
    return {
      state: status?.state ?? '',
      on: bond?.on ?? '',
      ...(await typedPlace(bond?.place, 'bond')),
      ...(await typedAct(bond?.act)),
      partnerFamilyName: bond?.partner?.familyName ?? '',
      partnerGivenName: bond?.partner?.givenName ?? '',
      endedOn: (status !== undefined && 'endedOn' in status ? status.endedOn : undefined) ?? '',
    };
  },
  fields(at) {
    const words = deskWords[at.locale].fields;
    const names = registryWords[at.locale].marital;
    return html`${choice(
      at,
      'state',
      words.state,
      states.map((value) => ({ value, label: names.states[value][at.record.sex] })),
      { empty: words.missing },
    )}${partialField(at, 'on', `${names.on.marriage} / ${names.on.union}: ${words.date}`)}${placeFields(at, 'bond')}${actFields(at)}${field(at, 'partnerFamilyName', words.partnerFamilyName)}${field(at, 'partnerGivenName', words.partnerGivenName)}${partialField(at, 'endedOn', words.endedOn)}`;
  },
  async read(typed, record) {
    const reader = new FieldReader(typed);
    const state = reader.oneOf('state', states);
    const on = reader.partialDate('on');
    const place = await reader.place('bond');
    const act = await readAct(reader);
    const endedOn = reader.partialDate('endedOn');
    const partner = partyOf(
      bondOf(record.maritalStatus)?.partner,
      reader.text('partnerFamilyName'),
      reader.text('partnerGivenName'),
    );
    const bond: Bond = {
      ...(on && { on }),
      ...(place && { place }),
      ...(act && { act }),
      ...(partner && { partner }),
    };
    if (state === undefined) return reader.done(correcting({ datum: 'marital_status' }));
    const status = (
      state === 'single'
        ? { state }
        : { state, bond, ...(ended.has(state) && endedOn !== undefined && { endedOn }) }
    ) as MaritalStatus;
    return reader.done(correcting({ datum: 'marital_status', maritalStatus: status }));
  },
};

const special = ['undefined_yet', 'not_attributable', 'stateless'] as const;
/** How many citizenships the form has room for besides those that are recorded. */
const room = 2;

export const citizenships: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: ({ citizenships: all }) =>
    Object.fromEntries(
      all.flatMap(({ of, since }, index) => [
        [`of${index + 1}`, of],
        [`since${index + 1}`, since ?? ''],
      ]),
    ),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const names = registryWords[at.locale].citizenship.special;
    const choices = [
      ...countryChoices(at.locale),
      ...special.map((value) => ({ value, label: names[value] })),
    ];
    const numbers = Array.from({ length: at.record.citizenships.length + room }, (_, index) => index + 1);
    return html`${numbers.map(
      (number) =>
        html`${choice(at, `of${number}`, words.citizenshipOf(number), choices, { empty: words.none })}${partialField(at, `since${number}`, words.citizenshipSince(number))}`,
    )}`;
  },
  read(typed, record) {
    const reader = new FieldReader(typed);
    const all: Citizenship[] = [];
    for (let number = 1; number <= record.citizenships.length + room; number += 1) {
      const of = reader.oneOf(`of${number}`, [...countryCodes, ...special]);
      const since = reader.partialDate(`since${number}`);
      if (of !== undefined) all.push({ of: of as Citizenship['of'], ...(since && { since }) });
    }
    return reader.done(correcting({ datum: 'citizenships', citizenships: all }));
  },
};

export const contract: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: async ({ cohabitationContract: made }) => ({
    partnerFamilyName: made?.partner?.familyName ?? '',
    partnerGivenName: made?.partner?.givenName ?? '',
    stipulatedOn: made?.stipulatedOn ?? '',
    registeredOn: made?.registeredOn ?? '',
    municipality: await typedMunicipality(made?.municipality),
  }),
  fields(at) {
    const words = deskWords[at.locale].fields;
    return html`${field(at, 'partnerFamilyName', words.contractPartnerFamilyName)}${field(at, 'partnerGivenName', words.contractPartnerGivenName)}${partialField(at, 'stipulatedOn', words.stipulatedOn)}${partialField(at, 'registeredOn', words.registeredOn)}${field(at, 'municipality', words.municipality, { hint: words.municipalityHint })}${
      at.record.cohabitationContract !== undefined &&
      checkboxField({ name: 'gone', label: words.contractGone, checked: at.typed['gone'] === 'yes' })
    }`;
  },
  async read(typed, record) {
    const reader = new FieldReader(typed);
    if (typed['gone'] === 'yes') return reader.done(correcting({ datum: 'cohabitation_contract' }));
    const partner = partyOf(
      record.cohabitationContract?.partner,
      reader.text('partnerFamilyName'),
      reader.text('partnerGivenName'),
    );
    const stipulatedOn = reader.partialDate('stipulatedOn');
    const registeredOn = reader.partialDate('registeredOn');
    const municipality = (await reader.municipality('municipality'))?.code;
    const made: CohabitationContract = {
      ...(stipulatedOn && { stipulatedOn }),
      ...(registeredOn && { registeredOn }),
      ...(municipality && { municipality }),
      ...(partner && { partner }),
    };
    return reader.done(correcting({ datum: 'cohabitation_contract', contract: made }));
  },
};

const documentKinds = ['identity_card', 'passport'] as const;

export const documents: ChangeForm = {
  why: 'correction',
  from: 'asked',
  initial: ({ identityDocuments: all }) =>
    Object.fromEntries(
      all.flatMap(({ kind, number, issuedOn, issuedBy, expiresOn }, index) => [
        [`kind${index + 1}`, kind],
        [`number${index + 1}`, number],
        [`issuedOn${index + 1}`, issuedOn ?? ''],
        [`issuedBy${index + 1}`, issuedBy ?? ''],
        [`expiresOn${index + 1}`, expiresOn ?? ''],
      ]),
    ),
  fields(at) {
    const words = deskWords[at.locale].fields;
    const { kinds } = registryWords[at.locale].documents;
    const choices = documentKinds.map((value) => ({ value, label: kinds[value] }));
    const numbers = Array.from({ length: at.record.identityDocuments.length + 1 }, (_, index) => index + 1);
    return html`${numbers.map(
      (number) =>
        html`${choice(at, `kind${number}`, words.documentKind(number), choices, { empty: words.none })}${field(at, `number${number}`, words.documentNumber(number), { maxlength: 30 })}${partialField(at, `issuedOn${number}`, words.documentIssuedOn(number))}${field(at, `issuedBy${number}`, words.documentIssuedBy(number))}${field(at, `expiresOn${number}`, words.documentExpiresOn(number), { type: 'date' })}`,
    )}`;
  },
  read(typed, record) {
    const reader = new FieldReader(typed);
    const all: IdentityDocument[] = [];
    for (let count = 1; count <= record.identityDocuments.length + 1; count += 1) {
      const kind = reader.oneOf(`kind${count}`, documentKinds);
      const number = reader.text(`number${count}`, 30);
      const issuedOn = reader.partialDate(`issuedOn${count}`);
      const issuedBy = reader.text(`issuedBy${count}`);
      const expires = reader.text(`expiresOn${count}`, 10);
      if (expires !== undefined && !parseCivilDate(expires).ok)
        reader.problems[`expiresOn${count}`] = 'not_a_date';
      if (kind === undefined) {
        if (number !== undefined) reader.problems[`kind${count}`] = 'document';
        continue;
      }
      if (number === undefined) reader.problems[`number${count}`] = 'document';
      all.push({
        kind,
        number: number ?? '',
        ...(issuedOn && { issuedOn }),
        ...(issuedBy && { issuedBy }),
        ...(expires && { expiresOn: expires as CivilDate }),
      });
    }
    return reader.done(correcting({ datum: 'identity_documents', documents: all }));
  },
};
