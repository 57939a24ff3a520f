import type { OpenProcedure, PersonContent, Version } from '#modules/registry/public.ts';
import type { Chance } from './chance.ts';
import { dayOf, today } from './days.ts';
import { morningOf } from './draft.ts';

/** What is wrong, missing or pending in a few records of every town. */
export function blemish(chance: Chance, content: PersonContent): PersonContent {
  const turn = chance.below(1000);
  if (turn < 7) return { ...content, openProcedures: [openProcedure(chance, content)] };
  if (turn < 12) return { ...content, certifiability: 'partial' };
  if (turn < 14) return { ...content, certifiability: 'none' };
  if (turn === 14) return { ...content, certifiability: chance.pick(['not_enrollable', 'barred']) };
  if (turn < 20) {
    const { maritalStatus: _status, ...rest } = content;
    return rest;
  }
  return content;
}

function openProcedure(chance: Chance, { id, enrolment }: PersonContent): OpenProcedure {
  return {
    id: `P${id}`,
    kind: chance.pick(['residence', 'correction', 'untraceability', 'citizenship', 'civil_status', 'other']),
    municipality: enrolment.municipality,
    openedOn: dayOf(today - chance.between(1, 200)),
  };
}

/** A second record of the same person, which the municipality has found to be one. */
export function duplicateOf(
  { content, ...times }: Version<PersonContent>,
  id: string,
): Version<PersonContent> {
  const { membership: _membership, ...rest } = content;
  return {
    ...times,
    knownUntil: null,
    content: { ...rest, id, standing: { state: 'duplicate', of: content.id } },
  };
}

/** Somebody who died, moved away or was not found: the record stays, without a household. */
export function struck(
  { content, ...times }: Version<PersonContent>,
  why: 'death' | 'emigration' | 'untraceable' | 'other',
  on: ReturnType<typeof dayOf>,
): Version<PersonContent>[] {
  const { membership: _membership, ...rest } = content;
  const knownFrom = morningOf(on);
  return [
    { ...times, content, knownUntil: knownFrom },
    { ...times, content, number: 2, trueUntil: on, knownFrom },
    {
      ...times,
      number: 3,
      trueFrom: on,
      knownFrom,
      content: { ...rest, standing: { state: 'struck', why, on } },
    },
  ];
}
