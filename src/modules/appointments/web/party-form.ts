import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { radioField, textField } from '#platform/web/form/fields.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type Companion, type Consent, consents, isMinor } from '../domain/party.ts';
import { partyWords } from './words/party.ts';

type Field = 'given_name' | 'family_name' | 'born_on' | 'tax_code' | 'parent_one' | 'parent_two' | 'consent';
export type CompanionProblem = keyof (typeof partyWords)['it']['problems'];

const longest = 100;

/** The name of a companion's field in a form; the first companion is 1. */
export function companionField(number: number, field: Field): string {
  return `person_${number}_${field}`;
}

/** Whose field a name belongs to, or nobody's. */
export function companionNumber(name: string): number | undefined {
  const number = /^person_(\d+)_/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

export interface CompanionsReading {
  readonly companions: readonly Companion[];
  /** Codes by field; the pages show their sentences. */
  readonly problems: Readonly<Record<string, CompanionProblem>>;
}

/** Reads the people of a form: all the problems at once, each at its field. */
export async function readCompanions(
  typed: Typed,
  count: number,
  today: CivilDate,
): Promise<CompanionsReading> {
  const problems: Record<string, CompanionProblem> = {};
  const companions: Companion[] = [];
  for (let number = 1; number <= count; number += 1) {
    const problem = (field: Field, code: CompanionProblem) => {
      problems[companionField(number, field)] ??= code;
    };
    const text = (field: Field) => {
      const value = (typed[companionField(number, field)] ?? '').trim();
      if (value.length > longest) problem(field, 'tooLong');
      return value;
    };
    const givenName = text('given_name');
    const familyName = text('family_name');
    if (givenName === '') problem('given_name', 'givenName');
    if (familyName === '') problem('family_name', 'familyName');
    const born = parseCivilDate(text('born_on'));
    if (!born.ok) problem('born_on', 'bornOn');
    else if (born.value > today) problem('born_on', 'bornLater');
    if (!born.ok) continue;

    const rawTaxCode = text('tax_code');
    const person = { givenName, familyName, bornOn: born.value };
    const taxCode = rawTaxCode === '' ? undefined : await parseTaxCode(rawTaxCode, person);
    if (taxCode?.ok === false)
      problem('tax_code', taxCode.refusal.code === 'not_a_tax_code' ? 'taxCode' : 'taxCodeOther');

    const guardians = readParents(born.value, today, {
      parents: [text('parent_one'), text('parent_two')],
      consent: text('consent'),
      problem,
    });
    companions.push({ ...person, taxCode: taxCode?.ok ? taxCode.value : null, ...guardians });
  }
  return { companions, problems };
}

/** A minor's parents and whether the other one agrees; for adults nothing is kept. */
function readParents(
  bornOn: CivilDate,
  today: CivilDate,
  {
    parents: [one, two],
    consent,
    problem,
  }: {
    parents: readonly [string, string];
    consent: string;
    problem: (field: Field, code: CompanionProblem) => void;
  },
): Pick<Companion, 'parents' | 'consent'> {
  if (!isMinor(bornOn, today)) return { parents: [], consent: null };
  const known = consents.find((each) => each === consent) ?? null;
  if (one === '') problem('parent_one', 'parentOne');
  if (known === null) problem('consent', 'consent');
  else if (two === '' && known !== 'sole_parent') problem('parent_two', 'parentTwo');
  return { parents: [one, two].filter((name) => name !== ''), consent: known };
}

/** The sentences of the problems, for the page. */
export function companionSentences(
  problems: Readonly<Record<string, CompanionProblem>>,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, code]) => [name, partyWords[locale].problems[code]]),
  );
}

/** The fields of the people for whom places are booked, one group each. */
export function companionFields(
  count: number,
  firstNumber: number,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
  locale: Locale,
): Html[] {
  return Array.from({ length: count }, (_, index) =>
    companionGroup(index + 1, firstNumber + index, typed, problems, locale),
  );
}

function companionGroup(
  number: number,
  shown: number,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
  locale: Locale,
): Html {
  const words = partyWords[locale];
  const { optional } = webWords[locale];
  const base = (field: Field, label: string) => {
    const name = companionField(number, field);
    return { name, label, value: typed[name], problem: problems[name] };
  };
  const spelled = { maxlength: longest, autocomplete: 'off', spellcheck: false } as const;
  return html`<fieldset class="person" id="person-${number}"><legend class="person-title">${words.person(shown)}</legend>
${textField({ ...base('given_name', words.givenName), ...spelled })}
${textField({ ...base('family_name', words.familyName), ...spelled })}
${textField({ ...base('born_on', words.bornOn), type: 'date', width: 'medium' })}
${textField({ ...base('tax_code', words.taxCode), ...spelled, optional })}
<minor-fields birth="${companionField(number, 'born_on')}"><div class="person-minor"><p class="person-minor-title">${words.minor}</p>
${textField({ ...base('parent_one', words.parentOne), ...spelled })}
${textField({ ...base('parent_two', words.parentTwo), ...spelled })}
${radioField({
  ...base('consent', words.consent),
  hint: words.consentHint,
  choices: consents.map((value: Consent) => ({ value, label: words.consents[value] })),
})}</div></minor-fields></fieldset>`;
}
