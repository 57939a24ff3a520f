import { granted, type Outcome, refused } from './outcome.ts';

/** One table says which event leads from which state to which; buttons, diagrams and SQL checks follow from it. */
export interface Lifecycle<State extends string, Event extends string> {
  readonly table: Readonly<Record<State, Partial<Record<Event, State>>>>;
  readonly states: readonly State[];
  next(state: State, event: Event): Outcome<State, { code: 'not_now'; state: State; event: Event }>;
  allows(state: State, event: Event): boolean;
  /** The states from which an event is possible. */
  statesAllowing(event: Event): State[];
  /** The table as a Mermaid state diagram. */
  diagram(): string;
}

export function defineLifecycle<State extends string, Event extends string>(
  table: Record<State, Partial<Record<Event, State>>>,
): Lifecycle<State, Event> {
  const states = Object.keys(table) as State[];
  const edges = (state: State) => Object.entries(table[state]) as [Event, State][];
  return {
    table,
    states,
    next(state, event) {
      const next = table[state][event];
      return next === undefined ? refused({ code: 'not_now', state, event }) : granted(next);
    },
    allows: (state, event) => table[state][event] !== undefined,
    statesAllowing: (event) => states.filter((state) => table[state][event] !== undefined),
    diagram: () =>
      [
        'stateDiagram-v2',
        ...states.flatMap((state) => edges(state).map(([event, next]) => `  ${state} --> ${next}: ${event}`)),
      ].join('\n'),
  };
}
