import { describe, expect, test } from 'vitest';
import { anAppointment } from '../testing.ts';
import { displacedFrom } from './displaced.ts';

const at = (hour: number) => Temporal.Instant.from('2026-11-20T00:00:00Z').add({ hours: hour });

describe('whom an agenda has no room for', () => {
  test('BK-16: those who booked last, as many as are too many', () => {
    const early = anAppointment({ createdAt: at(1) });
    const late = anAppointment({ createdAt: at(3) });
    const middle = anAppointment({ createdAt: at(2) });
    expect(displacedFrom([{ slotId: 1, excess: 1 }], [early, late, middle])).toEqual([late]);
    expect(displacedFrom([{ slotId: 1, excess: 2 }], [early, late, middle])).toEqual([late, middle]);
    expect(displacedFrom([], [early])).toEqual([]);
  });

  test('BK-16: a family goes together, and counts with all its members', () => {
    const family = [1, 2].map((member) => anAppointment({ partyId: 'p', member, createdAt: at(5) }));
    const single = anAppointment({ createdAt: at(4) });
    expect(displacedFrom([{ slotId: 1, excess: 2 }], [single, ...family])).toEqual(family);
    expect(displacedFrom([{ slotId: 1, excess: 1 }], [single, ...family])).toEqual(family);
  });

  test('BK-16: a family that leaves one hour leaves the next one too, and nobody else has to', () => {
    const here = anAppointment({ partyId: 'p', member: 1, createdAt: at(5) });
    const there = anAppointment({ partyId: 'p', member: 2, createdAt: at(5), slotId: 2 });
    const single = anAppointment({ createdAt: at(9), slotId: 2 });
    const hours = [
      { slotId: 1, excess: 1 },
      { slotId: 2, excess: 1 },
    ];
    expect(displacedFrom(hours, [here, there, single])).toEqual([here, there]);
  });
});
