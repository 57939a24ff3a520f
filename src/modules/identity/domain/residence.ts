import type { Text } from '#kernel/locale.ts';

export interface ResponsibleOffice {
  readonly id: string;
  readonly name: Text;
}

/** Which office answers for a residence (circoscrizione consolare). */
export type Responsibility =
  | { readonly kind: 'one'; readonly office: ResponsibleOffice }
  /** Districts are not known: the person chooses among the country's offices. */
  | { readonly kind: 'choose'; readonly offices: readonly ResponsibleOffice[] }
  /** The municipality in Italy is not known, or several have the name: written with its province it is one. */
  | { readonly kind: 'choose_municipality'; readonly municipalities: readonly string[] }
  /** In Italy the municipality answers, and no office. */
  | { readonly kind: 'italy'; readonly municipality: string }
  | { readonly kind: 'none' };

/** What accounts need of the consular network; the application connects it. */
export interface Residence {
  officesFor(where: { readonly country: string; readonly place: string }): Promise<Responsibility>;
  /** The consular network; municipalities are too many for a list. */
  listOffices(): Promise<readonly ResponsibleOffice[]>;
  /** Where an official works, municipalities included. */
  findSeat(officeId: string): Promise<ResponsibleOffice | undefined>;
  /** The registry office of the municipality that is written, by name and province or by land-registry code. */
  findMunicipality(typed: string): Promise<ResponsibleOffice | undefined>;
}

/** The office that follows from a residence, with the person's choice where one is needed. */
export function officeOf(
  responsibility: Responsibility,
  chosen: string | undefined,
): { readonly decided: true; readonly officeId: string | null } | { readonly decided: false } {
  switch (responsibility.kind) {
    case 'one':
      return { decided: true, officeId: responsibility.office.id };
    case 'choose': {
      const office = responsibility.offices.find((each) => each.id === chosen);
      return office === undefined ? { decided: false } : { decided: true, officeId: office.id };
    }
    case 'choose_municipality':
      return { decided: false };
    case 'italy':
    case 'none':
      return { decided: true, officeId: null };
  }
}
