import { isCountryCode } from '#kernel/country.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type LineRecord, type LineRecords, type Mention, recordsShape } from '../../domain/records/shape.ts';

export const people = [
  'a',
  'af',
  'am',
  'aff',
  'afm',
  'amf',
  'amm',
  'afff',
  'affm',
  'afmf',
  'afmm',
  'amff',
  'amfm',
  'ammf',
  'ammm',
] as const;
export const kinds = [
  'birth',
  'baptism',
  'marriage',
  'divorce',
  'death',
  'naturalisation',
  'non_naturalisation',
  'identity',
] as const;
export const mostRecords = 60;

/** Fields in error; each code has its sentence. */
export type RecordProblems = Readonly<Record<string, 'whose' | 'kind' | 'country' | 'surname' | 'date'>>;

/** The records that the page carries along, or nothing where they cannot be read. */
export function readRecords(text: string | undefined): LineRecords['records'] | undefined {
  if (text === undefined || text === '' || text === '[]') return [];
  try {
    const parsed = recordsShape.safeParse({ records: JSON.parse(text) });
    return parsed.success ? parsed.data.records : undefined;
  } catch {
    return undefined;
  }
}

/** A record as it was typed, or what is missing. */
export function readRecord(
  typed: Typed,
  known: LineRecords['records'],
): { readonly record: LineRecord } | { readonly problems: RecordProblems } {
  const problems: Record<string, RecordProblems[string]> = {};
  const text = (name: string) => (typed[name] ?? '').trim().slice(0, 200);
  const date = (name: string) => {
    const value = readPartialDate(text(name));
    if (value === undefined) problems[name] = 'date';
    return value === '' ? undefined : value;
  };
  const whose = people.find((each) => each === text('whose'));
  const kind = kinds.find((each) => each === text('kind'));
  const country = text('country');
  if (whose === undefined) problems['whose'] = 'whose';
  if (kind === undefined) problems['kind'] = 'kind';
  if (!isCountryCode(country)) problems['country'] = 'country';
  if (text('given') === '' && text('surname') === '') problems['surname'] = 'surname';
  const on = date('on');
  const bornOn = date('born_on');
  if (whose === undefined || kind === undefined || Object.keys(problems).length > 0) return { problems };
  const aliases = text('alias')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const subject: Mention = {
    ...named(whose, kind === 'marriage' ? 'spouse' : 'subject', text('given'), text('surname')),
    ...(bornOn && { born_on: bornOn }),
    ...(text('born_at') && { born_at: text('born_at') }),
    ...(aliases.length > 0 && { also_known_as: aliases }),
  };
  const married = text('married');
  return {
    record: {
      id: freeId(known),
      kind,
      country,
      ...(on && { on }),
      ...(text('at') && { at: text('at') }),
      ...((married === 'yes' || married === 'no') && { parents_married: married === 'yes' }),
      mentions: [subject, ...parents(whose, text), ...informants(whose, text('informants'))],
    },
  };
}

function named(person: string, role: Mention['role'], given: string, surname: string): Mention {
  return { person, role, ...(given && { given_names: given }), ...(surname && { surname }) };
}

function parents(whose: string, text: (name: string) => string): Mention[] {
  return (['father', 'mother'] as const).flatMap((role) => {
    const given = text(`${role}_given`);
    const surname = text(`${role}_surname`);
    const person = `${whose}${role === 'father' ? 'f' : 'm'}`;
    return given === '' && surname === '' ? [] : [named(person, role, given, surname)];
  });
}

function informants(whose: string, who: string): Mention[] {
  const ids = {
    both: [`${whose}f`, `${whose}m`],
    father: [`${whose}f`],
    mother: [`${whose}m`],
    other: ['x'],
  };
  return (ids[who as keyof typeof ids] ?? []).map((person) => ({ person, role: 'informant' }));
}

function freeId(known: LineRecords['records']): string {
  const numbers = known.map(({ id }) => Number(id.slice(1))).filter(Number.isFinite);
  return `r${Math.max(0, ...numbers) + 1}`;
}

/** `6 6 1885`, `6/1885`, `1885`, also the other way round with hyphens; empty stays empty. */
function readPartialDate(raw: string): string | undefined {
  if (raw === '') return '';
  const parts = raw.split(/[\s/.-]+/);
  const ordered = /^\d{4}$/.test(parts[0] ?? '') ? parts : parts.toReversed();
  const [year = '', month, day] = ordered;
  if (
    ordered.length > 3 ||
    !/^\d{4}$/.test(year) ||
    !ordered.slice(1).every((each) => /^\d{1,2}$/.test(each))
  )
    return undefined;
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((each) => each !== undefined)
    .join('-');
  if (
    (month !== undefined && (Number(month) < 1 || Number(month) > 12)) ||
    (day !== undefined && (Number(day) < 1 || Number(day) > 31))
  )
    return undefined;
  return iso;
}
