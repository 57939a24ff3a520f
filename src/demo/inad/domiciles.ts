import { demoPeople, demoPersonId } from '../registry/people.ts';
import type { DemoDomicile } from './server.ts';

const elected = [
  ['bruno', { address: 'bruno.lampachiari@pec.example', since: '2024-05-02T22:00:00Z' }],
  [
    'gilda',
    {
      address: 'gilda.pescanovi@pec.example',
      since: '2023-01-10T23:00:00Z',
      ended: { motivation: 'CESSAZIONE_UFFICIO', at: '2026-03-15T10:00:00Z' },
    },
  ],
  ['tea', { address: 'salviarossi@pec.example', since: '2025-11-20T23:00:00Z', profession: 'GEOMETRA' }],
] as const satisfies readonly (readonly [Parameters<typeof demoPersonId>[0], DemoDomicile])[];

/** The digital domiciles of the demonstration, by tax code: one in use, one that ended, one of a profession. */
export const demoDomiciles: ReadonlyMap<string, DemoDomicile> = new Map(
  elected.flatMap(([name, domicile]) => {
    const person = demoPeople.find((each) => each.id === demoPersonId(name));
    return person === undefined ? [] : [[person.taxCode, domicile] as const];
  }),
);
