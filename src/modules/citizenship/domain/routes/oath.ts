import type { Person } from '../facts/tree.ts';
import { plusMonths, toDay } from '../reasoning/day.ts';
import { type Finding, no, withFirst, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';

interface AfterDecree {
  readonly finding: Finding;
  readonly deadline?: number | undefined;
  readonly effectFrom?: number | undefined;
}

/** The oath within six months of the notification; citizenship from the day after (giuramento). */
export function afterDecree(world: World, person: Person): AfterDecree {
  const { decree, oath_on: oath } = world.tree.application;
  if (decree === undefined) return { finding: yes() };
  if (decree.notified_on === undefined)
    return typeof oath === 'string' ? takenOn(world, person, oath) : { finding: yes() };
  const deadline = plusMonths(toDay(decree.notified_on), 6);
  const inTime = () => {
    if (oath === undefined) return world.asOf <= deadline;
    if (oath === null)
      return world.asOf <= deadline || world.ask('oath_date', '/application/oath_on', person.id);
    return toDay(oath) <= deadline;
  };
  if (!world.satisfies('MARR-15', person.id, inTime, { day: deadline }))
    return { finding: no('MARR-15'), deadline };
  if (typeof oath !== 'string') return { finding: yes('MARR-15'), deadline };
  const { finding, effectFrom } = takenOn(world, person, oath);
  return { finding: withFirst(finding, 'MARR-15'), deadline, effectFrom };
}

function takenOn(world: World, person: Person, oath: string): AfterDecree {
  const effectFrom = toDay(oath) + 1;
  world.note('MARR-16', person.id, { day: effectFrom });
  return { finding: yes('MARR-16'), effectFrom };
}
