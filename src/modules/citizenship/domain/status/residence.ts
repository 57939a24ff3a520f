import type { Person, Stay } from '../facts/tree.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';

export function staysOn(world: World, person: Person, day: When): Stay[] {
  return person.stays.filter((stay) => world.onOrBefore(stay.from, day) && world.onOrBefore(day, stay.to));
}

/** Whether somebody lived outside Italy on a day; no stay in Italy on that day means abroad. */
export function livedAbroadOn(world: World, person: Person, day: When): boolean {
  const stays = staysOn(world, person, day);
  if (stays.some(({ country }) => country !== 'IT')) return true;
  if (person.staysComplete) return stays.length === 0;
  return world.ask('living_abroad', `${person.pointer}/residences`, person.id);
}

/** Whether child and parent shared a home on a day (comune residenza). */
export function livedTogetherOn(world: World, child: Person, parent: Person, day: When): boolean {
  const shared =
    staysOn(world, child, day).some(({ household }) => household.includes(parent.id)) ||
    staysOn(world, parent, day).some(({ household }) => household.includes(child.id));
  if (shared) return true;
  if (child.staysComplete && parent.staysComplete) return false;
  const pointer = child.staysComplete ? parent.pointer : child.pointer;
  return world.ask('living_together', `${pointer}/residences`, child.id, ` ${parent.id}`);
}

interface Span {
  from: When;
  to: When;
}

/** Whether somebody lived in Italy for some months without a break inside a window; both window days may be the limit. */
export function stayedInItaly(
  world: World,
  person: Person,
  months: number,
  window: { readonly from: When; readonly to: When },
  counts: (stay: Stay) => boolean = () => true,
): boolean {
  const italian = person.stays.filter((stay) => stay.country === 'IT' && counts(stay));
  if (longEnough(world, italian, months, window)) return true;
  if (person.staysComplete) return false;
  const possible = gaps(
    world,
    person.stays.filter(({ country }) => country !== 'IT'),
    window,
  );
  if (!longEnough(world, [...italian, ...possible], months, window)) return false;
  return world.ask('stay_in_italy', `${person.pointer}/residences`, person.id);
}

function longEnough(world: World, stays: readonly Span[], months: number, window: Span): boolean {
  return joined(world, stays).some(({ from, to }) => {
    const start = world.latest(from, window.from);
    return world.onOrBefore(later(start, months), world.earliest(to, window.to));
  });
}

/** Stays that touch or overlap become one. */
function joined(world: World, stays: readonly Span[]): Span[] {
  const sorted = [...stays].sort((a, b) =>
    world.before(a.from, b.from) ? -1 : world.before(b.from, a.from) ? 1 : 0,
  );
  const spans: Span[] = [];
  for (const stay of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && world.before(stay.from, dayAfter(dayAfter(last.to))))
      last.to = world.latest(last.to, stay.to);
    else spans.push({ from: stay.from, to: stay.to });
  }
  return spans;
}

/** The parts of a window in which no stay abroad is known. */
function gaps(world: World, abroad: readonly Span[], window: Span): Span[] {
  const found: Span[] = [];
  let start = window.from;
  for (const { from, to } of joined(world, abroad)) {
    if (world.before(start, from)) found.push({ from: start, to: world.earliest(from, window.to) });
    start = world.latest(start, to);
  }
  if (world.before(start, window.to)) found.push({ from: start, to: window.to });
  return found;
}

function dayAfter(day: When): When {
  return typeof day === 'number' ? day + 1 : day;
}
