import { type KindId, kindIds } from '../kinds.ts';
import type { BlockingRule } from './rule.ts';

/**
 * All that a record with partial certifiability or an open procedure still yields online (CE-2): residence and family
 * status, in the register in which the person is. This prevails over the registry's table.
 */
export const leftWhenRestricted: readonly KindId[] = [
  'residence',
  'family_status',
  'aire_residence',
  'aire_family_status',
];
const restricted = kindIds.filter((kind) => !leftWhenRestricted.includes(kind));

/** What may be wrong with the record itself, whatever is asked for. */
export const recordRules = [
  {
    id: 'person_died',
    kinds: kindIds,
    removedBy: 'nobody',
    blocks: ({ record: { standing } }) => standing.state === 'struck' && standing.why === 'death',
  },
  {
    id: 'record_struck',
    kinds: kindIds,
    removedBy: 'municipality',
    blocks: ({ record: { standing } }) => standing.state === 'struck' && standing.why !== 'death',
  },
  {
    id: 'record_duplicated',
    kinds: kindIds,
    removedBy: 'municipality',
    blocks: ({ record: { standing } }) => standing.state === 'duplicate',
  },
  {
    id: 'not_certifiable',
    kinds: kindIds,
    removedBy: 'municipality',
    blocks: ({ record }) => record.certifiability === 'none',
  },
  {
    id: 'not_enrollable',
    kinds: kindIds,
    removedBy: 'municipality',
    blocks: ({ record }) => record.certifiability === 'not_enrollable',
  },
  {
    id: 'record_barred',
    kinds: kindIds,
    removedBy: 'municipality',
    blocks: ({ record }) => record.certifiability === 'barred',
  },
  {
    id: 'partly_certifiable',
    kinds: restricted,
    removedBy: 'municipality',
    blocks: ({ record }) => record.certifiability === 'partial',
  },
  {
    id: 'procedure_open',
    kinds: restricted,
    removedBy: 'municipality',
    blocks: ({ record }) => record.openProcedures.length > 0,
  },
] as const satisfies readonly BlockingRule[];
