import type { CivilDate } from '#kernel/civil-date.ts';
import { countryCodes, countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { type PartialDate, parsePartialDate } from '#kernel/partial-date.ts';
import { findMunicipality, municipalityNamed } from '#modules/offices/public.ts';
import { selectField, textField } from '#platform/web/form/fields.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import type { Html } from '#platform/web/html.ts';
import type { KnownRecord } from '../../domain/person-content.ts';
import type { Place } from '../../domain/record.ts';
import type { ByOfficial, Changed, Refusal, Target } from '../../use-cases/change-record.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { deskWords } from '../words/desk.ts';
import type { ReadingReason } from './reading-reasons.ts';

export type ProblemCode = keyof (typeof deskWords)['it']['problems'];
export type Problems = Readonly<Record<string, ProblemCode>>;

/** What a form of the desk does once it is read: one use case on the record. */
export type Apply = (
  deps: RegistryDeps,
  by: ByOfficial,
  target: Target & { readonly from?: CivilDate },
) => Promise<Outcome<Changed, Refusal>>;

/** One kind of change that a municipality makes to a record, as a form. */
export interface ChangeForm {
  /** Why the record is read for it. */
  readonly why: ReadingReason;
  /** The day since which it is true: asked for, needed, or always today. */
  readonly from: 'asked' | 'needed' | 'today';
  /** How the day is called, where it is not the day of a move or of an event. */
  readonly day?: 'struckOn' | 'foundOn' | 'since';
  /** What stands in the fields before anything is typed. */
  initial(record: KnownRecord, locale: Locale): Promise<Typed> | Typed;
  fields(form: FormAt): Html;
  read(typed: Typed, record: KnownRecord): Promise<Outcome<Apply, Problems>> | Outcome<Apply, Problems>;
}

/** A form with what was typed, and where a sentence belongs to a field. */
export interface FormAt {
  readonly record: KnownRecord;
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

export function field(
  { typed, problems }: FormAt,
  name: string,
  label: string,
  more: { hint?: string; maxlength?: number; inputmode?: string; type?: 'text' | 'date' } = {},
): Html {
  return textField({
    name,
    label,
    value: typed[name],
    problem: problems[name],
    maxlength: 100,
    ...(more.type === 'date' ? { width: 'medium' } : {}),
    ...more,
  });
}

export function choice(
  { typed, problems }: FormAt,
  name: string,
  label: string,
  choices: readonly { value: string; label: string }[],
  more: { empty?: string; hint?: string } = {},
): Html {
  return selectField({ name, label, value: typed[name], problem: problems[name], choices, ...more });
}

export function partialField(at: FormAt, name: string, label: string): Html {
  return field(at, name, label, { hint: deskWords[at.locale].fields.partialHint, maxlength: 10 });
}

export function countryChoices(locale: Locale): { value: string; label: string }[] {
  return countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}

interface NamedMunicipality {
  readonly code: string;
  readonly name?: string;
  readonly province?: string;
}

/** Reads typed fields one by one and gathers what is wrong with any of them. */
export class FieldReader {
  readonly #typed: Typed;
  readonly problems: Record<string, ProblemCode> = {};

  constructor(typed: Typed) {
    this.#typed = typed;
  }

  text(name: string, most = 100): string | undefined {
    const value = (this.#typed[name] ?? '').trim();
    if (value.length > most) this.problems[name] = 'too_long';
    return value === '' ? undefined : value;
  }

  needed(name: string, most = 100): string {
    const value = this.text(name, most);
    if (value === undefined) this.problems[name] ??= 'required';
    return value ?? '';
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    return values.find((each) => each === this.#typed[name]);
  }

  chosen<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value {
    const value = this.oneOf(name, values);
    if (value === undefined) this.problems[name] = 'choose';
    return value ?? values[0];
  }

  partialDate(name: string): PartialDate | undefined {
    const raw = this.text(name, 10);
    if (raw === undefined) return undefined;
    const date = parsePartialDate(raw);
    if (!date.ok) this.problems[name] = 'not_a_partial_date';
    return date.ok ? date.value : undefined;
  }

  number(name: string): number | undefined {
    const raw = this.text(name, 9);
    if (raw !== undefined && !/^\d+$/.test(raw)) this.problems[name] = 'number';
    return raw === undefined ? undefined : Number(raw);
  }

  /** The municipality that is written; a code of one that exists no more stays what the act says. */
  async municipality(name: string): Promise<NamedMunicipality | undefined> {
    const typed = this.text(name);
    if (typed === undefined) return undefined;
    const found = await municipalityNamed(typed);
    if (found !== undefined) {
      const { code, name: names, province } = found.municipality;
      return { code, name: names.it, province };
    }
    if (/^[A-Z]\d{3}$/.test(typed)) return { code: typed };
    this.problems[name] = 'municipality';
    return undefined;
  }

  /** A place in Italy by its municipality, or one abroad as the act has it. */
  async place(prefix: string): Promise<Place | undefined> {
    const country = this.text(`${prefix}Country`) ?? 'IT';
    if (!countryCodes.includes(country)) this.problems[`${prefix}Country`] = 'choose';
    const typed = this.text(`${prefix}Place`);
    if (country !== 'IT') return typed === undefined ? undefined : { country, name: typed };
    const { code, name = typed, province } = (await this.municipality(`${prefix}Municipality`)) ?? {};
    if (name === undefined) return undefined;
    return {
      country,
      ...(code !== undefined && { municipality: code }),
      name,
      ...(province !== undefined && { province }),
    };
  }

  /** The reading with its value, or all that is wrong. */
  done(apply: Apply): Outcome<Apply, Problems> {
    return Object.keys(this.problems).length > 0 ? refused(this.problems) : { ok: true, value: apply };
  }
}

/** The fields of a place, and their first content. */
export function placeFields(at: FormAt, prefix: string): readonly Html[] {
  const words = deskWords[at.locale].fields;
  return [
    choice(at, `${prefix}Country`, words.country, countryChoices(at.locale)),
    field(at, `${prefix}Municipality`, words.municipality, { hint: words.municipalityHint }),
    field(at, `${prefix}Place`, words.place, { hint: words.placeHint }),
  ];
}

/** How a municipality is written into a field: by name and province, or by its code where it exists no more. */
export async function typedMunicipality(code: string | undefined): Promise<string> {
  const found = code === undefined ? undefined : await findMunicipality(code);
  return found === undefined
    ? (code ?? '')
    : `${found.municipality.name.it} (${found.municipality.province})`;
}

export async function typedPlace(place: Place | undefined, prefix: string): Promise<Typed> {
  const known = place?.municipality === undefined ? undefined : await findMunicipality(place.municipality);
  return {
    [`${prefix}Country`]: place?.country ?? 'IT',
    [`${prefix}Municipality`]: await typedMunicipality(place?.municipality),
    [`${prefix}Place`]: known === undefined ? (place?.name ?? '') : '',
  };
}
