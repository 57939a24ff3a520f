import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import { CheckDigitizer, Parser } from '@marketto/codice-fiscale-utils';

const parser = new Parser(belfioreConnector);

function remembered(write: (text: string) => string | null): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const code = known.get(text) ?? write(text) ?? '';
    known.set(text, code);
    return code;
  };
}

const familyPart = remembered((text) => parser.lastNameToCf(text === '' ? 'X' : text));
const givenPart = remembered((text) => parser.firstNameToCf(text === '' ? 'X' : text));
const months = 'ABCDEHLMPRST';
const letters = 'LMNPQRSTUV';
/** Where digits may become letters, from the right: DM 23 December 1976. */
const turns = [14, 13, 12, 10, 9, 7, 6];

export interface CodeFacts {
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: 'M' | 'F';
  /** Day of birth; what is not known of it counts as the first. */
  readonly bornOn: string;
  /** Code of the municipality or State of birth. */
  readonly placeCode: string;
}

export function taxCodeOf({ familyName, givenName, sex, bornOn, placeCode }: CodeFacts): string {
  const day = Number(bornOn.slice(8, 10) || '1') + (sex === 'F' ? 40 : 0);
  const month = months[Number(bornOn.slice(5, 7) || '1') - 1] ?? 'A';
  return checked(
    `${familyPart(familyName)}${givenPart(givenName)}${bornOn.slice(2, 4)}${month}${String(day).padStart(2, '0')}${placeCode}`,
  );
}

function checked(fifteen: string): string {
  return `${fifteen}${CheckDigitizer.checkDigit(fifteen) ?? ''}`;
}

/** The code with letters in the place of its last digits, so many (omocodia). */
export function withLetters(code: string, count: number): string {
  const signs = Array.from(code.slice(0, 15));
  for (const position of turns.slice(0, count)) signs[position] = letters[Number(signs[position])] ?? 'L';
  return checked(signs.join(''));
}

/** Gives each code once: the second person with the same code gets letters in it, as the Revenue Agency does. */
export function openTaxCodes(people: number, taken: readonly string[] = []): (facts: CodeFacts) => string {
  const seen = new Set<string>(taken);
  const many = people > 2_000_000 ? hashedSet(people) : undefined;
  for (const code of taken) many?.(code);
  const take = (code: string): boolean => {
    if (many !== undefined) return many(code);
    if (seen.has(code)) return false;
    seen.add(code);
    return true;
  };
  return (facts) => {
    const code = taxCodeOf(facts);
    if (take(code)) return code;
    for (let count = 1; count <= turns.length; count += 1) {
      const other = withLetters(code, count);
      if (take(other)) return other;
    }
    throw new Error('Too many people with one tax code');
  };
}

/** A set of codes by a number of 52 bits of each: millions fit into a few bytes apiece. */
function hashedSet(people: number): (code: string) => boolean {
  const slots = 2 ** Math.ceil(Math.log2(people * 2));
  const table = new Float64Array(slots);
  return (code) => {
    let low = 0x811c9dc5;
    let high = 0x1000193;
    for (let index = 0; index < code.length; index += 1) {
      low = Math.imul(low ^ code.charCodeAt(index), 0x01000193);
      high = Math.imul(high ^ code.charCodeAt(index), 0x85ebca6b);
    }
    const number = (low >>> 0) * 2 ** 20 + (high >>> 12) + 1;
    for (let slot = (low ^ (high >>> 7)) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      if (table[slot] === number) return false;
      if (table[slot] === 0) {
        table[slot] = number;
        return true;
      }
    }
  };
}
