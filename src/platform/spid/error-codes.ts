/**
 * The errors that identity providers send back (tabella dei messaggi di errore, regole tecniche SPID): those that a person
 * can do something about, and those of the protocol, which are ours or the provider's to mend.
 */
export const personErrors = [19, 20, 21, 22, 23, 25, 30] as const;
export const protocolErrors = [8, 9, 11, 12, 13, 14, 15, 16, 17, 18] as const;
export type SpidError = (typeof personErrors)[number] | (typeof protocolErrors)[number];

const known = new Set<number>([...personErrors, ...protocolErrors]);

/** Reads the number in a status message; nothing where there is none that is known. */
export function parseErrorCode(message: string): SpidError | undefined {
  const found = /ErrorCode nr(\d{2})/.exec(message)?.[1];
  const number = Number(found);
  return known.has(number) ? (number as SpidError) : undefined;
}
