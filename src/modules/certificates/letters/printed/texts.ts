import type { MaritalStatus, Relation } from '#modules/registry/public.ts';
import type { KindId } from '../../domain/kinds.ts';

export type Sex = 'M' | 'F';

/** An act of civil status in words: `atto n. 12, parte 1, serie A, anno 1980, Comune di Bolzano`. */
export interface ActParts {
  readonly number?: string | undefined;
  readonly part?: string | undefined;
  readonly series?: string | undefined;
  readonly year?: string | undefined;
  readonly municipality?: string | undefined;
}

/** The sentences of certificates in one language. Of dates and places comes in what is known, never more. */
export interface PrintedTexts {
  readonly titles: Readonly<Record<KindId, string>>;
  readonly cumulative: string;
  readonly personLabels: Readonly<Record<'name' | 'born' | 'taxCode', string>>;
  readonly day: (year: string, month?: string, day?: string) => string;
  readonly unknown: string;
  readonly province: (name: string, province: string | undefined) => string;
  readonly act: (parts: ActParts) => string;
  readonly address: (parts: {
    readonly street: string | undefined;
    readonly staircase: string | undefined;
    readonly flat: string | undefined;
    readonly locality: string | undefined;
    readonly postCode: string | undefined;
    readonly town: string;
  }) => string;
  readonly noStreet: string;
  readonly residence: (sex: Sex, town: string, address: string, since: string | undefined) => string;
  readonly facility: (sex: Sex, name: string, address: string) => string;
  readonly aireResidence: (sex: Sex, municipality: string, address: string) => string;
  readonly household: (address: string) => string;
  readonly aireHousehold: (municipality: string) => string;
  readonly birth: (sex: Sex, place: string, on: string) => string;
  readonly marriage: (place: string | undefined, on: string | undefined, partner: string) => string;
  readonly marriageEnded: (on: string | undefined, how: 'widowed' | 'divorced') => string;
  readonly union: (sex: Sex, place: string | undefined, on: string | undefined, partner: string) => string;
  readonly contract: (
    on: string,
    partner: string,
    registered: string | undefined,
    municipality: string | undefined,
  ) => string;
  readonly citizenship: (sex: Sex) => string;
  readonly existence: string;
  readonly civilStatus: (state: string) => string;
  readonly freeStatus: (state: string) => string;
  readonly politicalRights: string;
  readonly electoralRoll: (sex: Sex, municipality: string, section: string | undefined) => string;
  readonly states: Readonly<Record<MaritalStatus['state'], (sex: Sex) => string>>;
  readonly relations: Readonly<Record<Relation, (sex: Sex) => string>>;
  readonly columns: Readonly<Record<'name' | 'born' | 'relation' | 'state', string>>;
}

/** The same word for both sexes. */
export const same = (word: string) => () => word;
/** One word for a man, another one for a woman. */
export const bySex = (man: string, woman: string) => (sex: Sex) => (sex === 'M' ? man : woman);
/** The parts that there are, one after another. */
export const joined = (separator: string, ...parts: readonly (string | undefined | false)[]) =>
  parts.filter(Boolean).join(separator);
