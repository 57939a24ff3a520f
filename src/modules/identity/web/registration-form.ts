import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { isCountryCode } from '#kernel/country.ts';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import type { ContactKind, Person } from '../domain/account.ts';
import { type Contact, parseEmail, parseMobile } from '../domain/contact.ts';

const name = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(100, 'too_long')
    .regex(/^\p{L}[\p{L}\p{M} .'’-]*$/u, 'not_a_name');

const schema = z.object({
  given_name: name('given_name'),
  family_name: name('family_name'),
  born_on: z.string({ error: 'born_on' }).trim().min(1, 'born_on').max(10, 'born_on'),
  birth_place: z.string().trim().max(120, 'too_long').optional(),
  tax_code: z.string().trim().max(40, 'not_a_tax_code').optional(),
  email: z.string({ error: 'email' }).trim().min(1, 'email').max(254, 'not_an_email'),
  mobile: z.string({ error: 'mobile' }).trim().min(1, 'mobile').max(40, 'not_a_mobile'),
  country: z.string({ error: 'country' }).refine(isCountryCode, 'country'),
  place: z.string({ error: 'place' }).trim().min(1, 'place').max(120, 'too_long'),
  office: z.string().optional(),
  code_to: z.enum(['email', 'mobile'], { error: 'code_to' }),
  password: z.string().optional(),
});

export interface RegistrationForm {
  readonly person: Person;
  readonly email: Contact;
  readonly mobile: Contact;
  readonly codeTo: ContactKind;
  readonly country: string;
  readonly place: string;
  readonly chosenOfficeId: string | undefined;
  readonly password: string;
}

export type RegistrationReading = {
  readonly typed: Typed;
  readonly key: string;
  readonly password: string;
} & (
  | { readonly ok: true; readonly value: RegistrationForm }
  | { readonly ok: false; readonly problems: Record<string, string> }
);

/** Reads the registration form, with every problem at once. */
export async function readRegistration(body: unknown, today: CivilDate): Promise<RegistrationReading> {
  const reading = readForm(schema, body);
  const { typed, key } = reading;
  const password = typed['password'] ?? '';
  const problems: Record<string, string> = reading.ok ? {} : { ...reading.problems };
  const note = (field: string, code: string) => {
    problems[field] ??= code;
  };

  const bornOn = parseCivilDate(typed['born_on']?.trim() ?? '');
  if (!bornOn.ok) note('born_on', 'born_on');
  else if (bornOn.value >= today || bornOn.value < '1900-01-01') note('born_on', 'not_a_birth_date');
  const email = parseEmail(typed['email'] ?? '');
  if (!email.ok) note('email', email.refusal.code);
  const country = typed['country'] ?? '';
  const mobile = parseMobile(typed['mobile'] ?? '', isCountryCode(country) ? country : undefined);
  if (!mobile.ok) note('mobile', 'not_a_mobile');
  let taxCode: string | null = null;
  if (typed['tax_code']?.trim() && bornOn.ok && problems['tax_code'] === undefined) {
    const named = { givenName: typed['given_name'] ?? '', familyName: typed['family_name'] ?? '' };
    const parsed = await parseTaxCode(typed['tax_code'], { ...named, bornOn: bornOn.value });
    if (parsed.ok) taxCode = parsed.value;
    else note('tax_code', parsed.refusal.code);
  }
  if (!reading.ok || !bornOn.ok || !email.ok || !mobile.ok || Object.keys(problems).length > 0) {
    return { ok: false, typed, key, password, problems };
  }
  const { value } = reading;
  return {
    ok: true,
    typed,
    key,
    password,
    value: {
      person: {
        givenName: value.given_name,
        familyName: value.family_name,
        bornOn: bornOn.value,
        birthPlace: value.birth_place || null,
        taxCode,
      },
      email: email.value,
      mobile: mobile.value,
      codeTo: value.code_to,
      country: value.country,
      place: value.place,
      chosenOfficeId: value.office || undefined,
      password,
    },
  };
}
