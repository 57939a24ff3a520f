import { fold } from '#kernel/fold.ts';
import { withoutOmocode } from '#kernel/tax-code.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import type { FormAnswers, KnownDatum, ProcedureForm } from './form.ts';
import { answerTo } from './form-answers.ts';

/** Somebody whom a form is about, in the terms of the registry (scheda anagrafica); what was not asked is absent. */
export interface DeclaredPerson {
  readonly familyName?: string;
  readonly givenName?: string;
  readonly sex?: 'M' | 'F';
  /** Year, month and day as far as they are known. */
  readonly bornOn?: string;
  readonly birthPlace?: string;
  readonly taxCode?: string;
  /** States by their ISO 3166-1 alpha-2 codes. */
  readonly citizenships?: readonly string[];
  readonly maritalStatus?: string;
  readonly country?: string;
  readonly locality?: string;
  readonly street?: string;
  readonly houseNumber?: string;
  readonly postCode?: string;
}

/** The order in which data are compared. */
export const comparedData = [
  'familyName',
  'givenName',
  'sex',
  'bornOn',
  'birthPlace',
  'taxCode',
  'citizenships',
  'maritalStatus',
  'country',
  'locality',
  'street',
  'houseNumber',
  'postCode',
] as const satisfies readonly (keyof DeclaredPerson)[];
export type ComparedDatum = (typeof comparedData)[number];

export interface ComparedField {
  readonly datum: ComparedDatum;
  /** As it was declared; empty where it was not. */
  readonly declared: string;
  /** As the registry has it; empty where it has nothing. */
  readonly registered: string;
  readonly verdict: 'same' | 'differs' | 'not_recorded' | 'not_declared';
}

/** Several values of one datum, in the order of their letters. */
const listed = (values: readonly string[]) => values.toSorted().join(', ');

/** What the registry says of the same data. */
function registeredAs(record: RegistryRecord): DeclaredPerson {
  const address = record.addresses.at(-1);
  const abroad = address?.country === 'IT' ? undefined : address;
  return {
    ...(record.familyName !== undefined && { familyName: record.familyName }),
    ...(record.givenName !== undefined && { givenName: record.givenName }),
    sex: record.sex,
    bornOn: record.birth.on,
    birthPlace: record.birth.place.name,
    ...(record.taxCode !== undefined && { taxCode: record.taxCode }),
    citizenships: record.citizenships.map((each) => each.of),
    ...(record.maritalStatus !== undefined && { maritalStatus: record.maritalStatus.state }),
    ...(address !== undefined && { country: address.country }),
    ...(abroad?.locality !== undefined && { locality: abroad.locality }),
    ...(abroad?.street !== undefined && { street: abroad.street }),
    ...(abroad?.number !== undefined && { houseNumber: abroad.number }),
    ...(abroad?.postCode !== undefined && { postCode: abroad.postCode }),
  };
}

function written(person: DeclaredPerson, datum: ComparedDatum): string {
  const value = person[datum];
  return typeof value === 'object' ? listed(value) : (value ?? '');
}

/** Whether two values say the same: spelling in capitals, accents and signs of exchange do not count. */
function isSame(datum: ComparedDatum, declared: string, registered: string): boolean {
  if (datum === 'taxCode')
    return withoutOmocode(declared.toUpperCase()) === withoutOmocode(registered.toUpperCase());
  // A day of which the registry knows the year alone does not contradict it.
  if (datum === 'bornOn') return declared.startsWith(registered) || registered.startsWith(declared);
  return fold(declared) === fold(registered);
}

/** What was declared beside what the registry has, datum by datum. */
export function compareWithRegistry(
  declared: DeclaredPerson,
  record: RegistryRecord | undefined,
): ComparedField[] {
  const registered = record === undefined ? {} : registeredAs(record);
  return comparedData.flatMap((datum): ComparedField[] => {
    const [one, other] = [written(declared, datum), written(registered, datum)];
    if (one === '' && (other === '' || declaredAbroad.has(datum))) return [];
    const verdict =
      one === ''
        ? 'not_declared'
        : other === ''
          ? 'not_recorded'
          : isSame(datum, one, other)
            ? 'same'
            : 'differs';
    return [{ datum, declared: one, registered: other, verdict }];
  });
}

/** An address is compared only where one was declared. */
const declaredAbroad: ReadonlySet<ComparedDatum> = new Set([
  'country',
  'locality',
  'street',
  'houseNumber',
  'postCode',
]);

const byKnown: Partial<Record<KnownDatum, keyof DeclaredPerson>> = {
  given_name: 'givenName',
  family_name: 'familyName',
  born_on: 'bornOn',
  birth_place: 'birthPlace',
  tax_code: 'taxCode',
  country: 'country',
  place: 'locality',
};

/** The applicant, from the questions that the portal can answer itself, where a procedure says nothing better. */
export function declaredByForm(
  form: Pick<ProcedureForm, 'sections'>,
  answers: FormAnswers,
): DeclaredPerson[] {
  const found: Record<string, string> = {};
  for (const { questions, repeats } of form.sections)
    for (const { name, known } of repeats === undefined ? questions : []) {
      const datum = known === undefined ? undefined : byKnown[known];
      const answer = answerTo(answers, name);
      if (datum !== undefined && answer !== '') found[datum] = answer;
    }
  return [found];
}

/** The questions outside groups in which forms ask for the applicant’s tax code. */
export function taxCodeQuestions(forms: readonly Pick<ProcedureForm, 'sections'>[]): string[] {
  const asked = forms.flatMap(({ sections }) =>
    sections.flatMap(({ questions, repeats }) =>
      repeats === undefined
        ? questions.filter(({ known }) => known === 'tax_code').map(({ name }) => name)
        : [],
    ),
  );
  return [...new Set(asked)];
}
