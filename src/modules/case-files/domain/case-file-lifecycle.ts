import { defineLifecycle, type Lifecycle } from '#kernel/lifecycle.ts';

/** Every state that a file of any procedure may be in. */
export const caseFileStates = [
  'submitted',
  'in_progress',
  'waiting_for_person',
  'verification_failed',
  'sent_to_municipality',
  'answered',
  'closed_with_correction',
  'defined',
  'rejected',
  'cancelled_by_user',
] as const;
export type CaseFileState = (typeof caseFileStates)[number];

export type CaseFileEvent =
  | 'take'
  | 'put_back'
  | 'hand_over'
  | 'write'
  | 'note'
  | 'ask'
  | 'reply'
  | 'answer'
  | 'correct'
  | 'reject'
  | 'cancel'
  | 'write_again'
  | 'fail_verification'
  | 'resubmit'
  | 'send_to_municipality'
  | 'remind_municipality'
  | 'take_at_municipality'
  | 'put_back_at_municipality'
  | 'write_between_offices'
  | 'confirm'
  | 'refuse'
  | 'define'
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
    hand_over: 'in_progress',
    write: 'in_progress',
    note: 'in_progress',
    ask: 'waiting_for_person',
    reject: 'rejected',
    close_account: 'cancelled_by_user',
  },
  waiting_for_person: {
    hand_over: 'waiting_for_person',
    reply: 'in_progress',
    write: 'waiting_for_person',
    note: 'waiting_for_person',
    reject: 'rejected',
    close_account: 'cancelled_by_user',
  },
  verification_failed: {},
  sent_to_municipality: {},
  defined: {},
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

/**
 * A file that an office and a municipality deal with one after the other (pratica consolare): errors that can be put
 * right come back to the person and then to the same official; only the municipality’s confirmation defines it.
 */
export const municipalLifecycle: CaseFileLifecycle = defineLifecycle<CaseFileState, CaseFileEvent>({
  submitted: common.submitted,
  in_progress: {
    put_back: 'submitted',
    hand_over: 'in_progress',
    write: 'in_progress',
    note: 'in_progress',
    fail_verification: 'verification_failed',
    send_to_municipality: 'sent_to_municipality',
    reject: 'rejected',
  },
  verification_failed: {
    hand_over: 'verification_failed',
    write: 'verification_failed',
    note: 'verification_failed',
    resubmit: 'in_progress',
    reject: 'rejected',
    cancel: 'cancelled_by_user',
    close_account: 'cancelled_by_user',
  },
  sent_to_municipality: {
    hand_over: 'sent_to_municipality',
    write: 'sent_to_municipality',
    note: 'sent_to_municipality',
    take_at_municipality: 'sent_to_municipality',
    put_back_at_municipality: 'sent_to_municipality',
    write_between_offices: 'sent_to_municipality',
    remind_municipality: 'sent_to_municipality',
    confirm: 'defined',
    refuse: 'in_progress',
  },
  waiting_for_person: {},
  answered: {},
  closed_with_correction: {},
  defined: {},
  rejected: {},
  cancelled_by_user: {},
});

/** States in which somebody still has to do something. */
export const openStates = [
  'submitted',
  'in_progress',
  'waiting_for_person',
  'verification_failed',
  'sent_to_municipality',
] as const;

export function isOpen(state: CaseFileState): boolean {
  return (openStates as readonly string[]).includes(state);
}

/** States in which the office waits for the person. */
export function waitsForPerson(state: CaseFileState): boolean {
  return state === 'waiting_for_person' || state === 'verification_failed';
}

/** Whose turn it is (chi deve agire). */
export function whoseTurn(state: CaseFileState): 'office' | 'person' | 'municipality' | 'nobody' {
  if (!isOpen(state)) return 'nobody';
  if (state === 'sent_to_municipality') return 'municipality';
  return waitsForPerson(state) ? 'person' : 'office';
}

/** In whose hands a file can lie: time passes with one of them. */
export const holders = ['queue', 'office', 'person', 'municipality'] as const;
export type HolderOfTurn = (typeof holders)[number];

/** With whom the time of a file passes in a state; with nobody when it is over. */
export function holderIn(state: CaseFileState): HolderOfTurn | undefined {
  if (state === 'submitted') return 'queue';
  const turn = whoseTurn(state);
  return turn === 'nobody' ? undefined : turn;
}

/** What a message of the person does to a file in a state. */
export function writingAsPerson(state: CaseFileState): 'write' | 'reply' | 'write_again' {
  if (state === 'waiting_for_person') return 'reply';
  return state === 'answered' ? 'write_again' : 'write';
}
