import type { KnownRecord } from './person-content.ts';

/**
 * What somebody sees of another member of the same household: what a certificate of the household needs, and so
 * neither earlier addresses nor documents, contracts and electoral data.
 */
export function asHouseholdMember(record: KnownRecord): KnownRecord {
  const { electoral: _electoral, cohabitationContract: _contract, ...seen } = record;
  return { ...seen, addresses: record.addresses.slice(-1), identityDocuments: [] };
}
