import type { FastifyRequest } from 'fastify';

/** An office as a page names it. */
export interface FoundOffice {
  readonly id: string;
  readonly name: string;
}

/** Asks the consular network, which stands elsewhere, for the offices that may answer for a residence. */
export type OfficeFinder = (
  request: FastifyRequest,
  where: { readonly country: string; readonly place: string | null },
) => Promise<readonly FoundOffice[]>;
