import { defineLifecycle, type Lifecycle } from '#kernel/lifecycle.ts';

/** Every state that a file of any procedure may be in. */
export const caseFileStates = [
  'submitted',
  'in_progress',
  'waiting_for_person',
  'answered',
  'closed_with_correction',
  'rejected',
  'cancelled_by_user',
] as const;
export type CaseFileState = (typeof caseFileStates)[number];

export type CaseFileEvent =
  | 'take'
  | 'put_back'
  | 'write'
  | 'ask'
  | 'reply'
  | 'answer'
  | 'correct'
  | 'reject'
  | 'cancel'
  | 'write_again'
  | 'close_account';

export type CaseFileLifecycle = Lifecycle<CaseFileState, CaseFileEvent>;

/** What is the same for every plain request: queue, taking in charge, asking, rejecting with reasons, giving up. */
const common = {
  submitted: {
    take: 'in_progress',
    write: 'submitted',
    cancel: 'cancelled_by_user',
    close_account: 'cancelled_by_user',
  },
  in_progress: {
    put_back: 'submitted',
    write: 'in_progress',
    ask: 'waiting_for_person',
    reject: 'rejected',
    close_account: 'cancelled_by_user',
  },
  waiting_for_person: {
    reply: 'in_progress',
    write: 'waiting_for_person',
    reject: 'rejected',
    close_account: 'cancelled_by_user',
  },
  rejected: {},
  cancelled_by_user: {},
} as const;

/** A request that ends with an answer (richiesta); whom it does not help writes again and finds the same official. */
export const questionLifecycle: CaseFileLifecycle = defineLifecycle<CaseFileState, CaseFileEvent>({
  ...common,
  in_progress: { ...common.in_progress, answer: 'answered' },
  waiting_for_person: { ...common.waiting_for_person, answer: 'answered' },
  answered: { write_again: 'in_progress' },
  closed_with_correction: {},
});

/** A request that ends with a correction that the office writes down (rettifica). */
export const correctionLifecycle: CaseFileLifecycle = defineLifecycle<CaseFileState, CaseFileEvent>({
  ...common,
  in_progress: { ...common.in_progress, correct: 'closed_with_correction' },
  answered: {},
  closed_with_correction: {},
});

/** States in which somebody still has to do something. */
export const openStates = ['submitted', 'in_progress', 'waiting_for_person'] as const;

export function isOpen(state: CaseFileState): boolean {
  return (openStates as readonly string[]).includes(state);
}

/** Whose turn it is (chi deve agire). */
export function whoseTurn(state: CaseFileState): 'office' | 'person' | 'nobody' {
  if (!isOpen(state)) return 'nobody';
  return state === 'waiting_for_person' ? 'person' : 'office';
}

/** What a message of the person does to a file in a state. */
export function writingAsPerson(state: CaseFileState): 'write' | 'reply' | 'write_again' {
  if (state === 'waiting_for_person') return 'reply';
  return state === 'answered' ? 'write_again' : 'write';
}
