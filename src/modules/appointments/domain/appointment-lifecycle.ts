import { defineLifecycle } from '#kernel/lifecycle.ts';

export type AppointmentState =
  | 'held'
  | 'booked'
  | 'in_charge'
  | 'checked_in'
  | 'served'
  | 'no_show'
  | 'lapsed'
  | 'cancelled_by_citizen'
  | 'cancelled_by_office';

export type AppointmentEvent =
  | 'confirm'
  | 'lapse'
  | 'move'
  | 'offer_other_time'
  | 'take_in_charge'
  | 'check_in'
  | 'serve'
  | 'miss'
  | 'cancel_as_citizen'
  | 'cancel_as_office';

/** From the provisional place to the end of an appointment (appuntamento). */
export const appointmentLifecycle = defineLifecycle<AppointmentState, AppointmentEvent>({
  held: {
    confirm: 'booked',
    lapse: 'lapsed',
    // The office holds another place for its people, who confirm it or refuse (proposta di altra data).
    offer_other_time: 'held',
    cancel_as_citizen: 'cancelled_by_citizen',
    cancel_as_office: 'cancelled_by_office',
  },
  booked: {
    move: 'booked',
    offer_other_time: 'held',
    take_in_charge: 'in_charge',
    check_in: 'checked_in',
    miss: 'no_show',
    cancel_as_citizen: 'cancelled_by_citizen',
    cancel_as_office: 'cancelled_by_office',
  },
  in_charge: {
    check_in: 'checked_in',
    miss: 'no_show',
    offer_other_time: 'held',
    cancel_as_office: 'cancelled_by_office',
  },
  checked_in: { serve: 'served' },
  served: {},
  no_show: { check_in: 'checked_in' },
  lapsed: {},
  cancelled_by_citizen: {},
  cancelled_by_office: {},
});

/** States in which the place is given. */
export const placeStates = ['held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show'] as const;

/** States in which a person has a live booking of the service. */
export const liveStates = ['held', 'booked', 'in_charge', 'checked_in'] as const;
