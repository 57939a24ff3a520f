import type { Text } from '#kernel/locale.ts';

/** Why a digital identity leads to no registry record (scheda anagrafica), or not to exactly one. */
export type MatchCase = 'no_record' | 'invalid' | 'deleted' | 'duplicated' | 'differs';

/** Whom to ask: the municipality (comune) that keeps the record, as far as it is known. */
export interface MunicipalityContacts {
  readonly name: Text;
  readonly email?: string;
  readonly pec?: string;
  readonly telephone?: string;
  readonly address?: string;
}

export type RegistryMatch =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly case: MatchCase;
      readonly municipality?: MunicipalityContacts | undefined;
    };
