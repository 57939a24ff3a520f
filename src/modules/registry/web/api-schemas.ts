import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { electoralStanding } from '../domain/electoral.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import type { Reading } from '../domain/reading.ts';
import type { SeenDomicile } from '../use-cases/see-digital-domicile.ts';
import { instant, recordSchema } from './record-schema.ts';

/** Members as the API writes them: `givenName` becomes `given_name`, in every depth. */
export function snake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snake);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snake(inner),
    ]),
  );
}

/** A record as the API answers it; of the electoral data only what the person may see (RG-3). */
export function recordOut(record: KnownRecord, today: CivilDate): z.output<typeof recordSchema> {
  const { version: _version, trueFrom: _true, knownFrom: _known, electoral: _raw, ...rest } = record;
  return recordSchema.parse(snake({ ...rest, electoral: electoralStanding(record, today) }));
}

export const readingsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        reading_id: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
        at: instant,
        reader: z.enum(['household', 'official', 'system']),
        office_id: z.string().max(80).optional(),
        system: z.string().max(60).optional(),
        why: z.string().max(300),
      }),
    )
    .max(50),
  next: z.string().max(20).nullable(),
});

/** A reading as the person sees it: the office answers for its officials, whose names stay with it. */
export function readingOut({ id, at, by, why }: Reading): z.output<typeof readingsAnswer>['items'][number] {
  return {
    reading_id: id,
    at: at.toString(),
    reader: by.kind,
    ...(by.kind === 'official' ? { office_id: by.officeId } : {}),
    ...(by.kind === 'system' ? { system: by.name } : {}),
    why,
  };
}

export const domicileSchema = z.strictObject({
  state: z.enum(['active', 'ended', 'none']),
  address: z.string().max(254).optional(),
  since: instant.optional(),
  ended_why: z.enum(['voluntary', 'ex_officio']).optional(),
  ended_at: instant.optional(),
  asked_at: instant,
  old: z.boolean().describe('The index does not answer now: this is what it said before'),
});

export function domicileOut({ domicile, askedAt, old }: SeenDomicile): z.output<typeof domicileSchema> {
  const common = { asked_at: askedAt.toString(), old };
  switch (domicile.kind) {
    case 'active':
      return { state: 'active', address: domicile.address, since: domicile.since.toString(), ...common };
    case 'ended':
      return { state: 'ended', ended_why: domicile.why, ended_at: domicile.at.toString(), ...common };
    case 'none':
      return { state: 'none', ...common };
  }
}
