import type { it } from './it.ts';

export const en: typeof it = {
  closing: 'Sportello',
  automatic:
    'Automatic message: do not reply to this address. Booking is free: nobody can sell you an appointment.',
  linkHint: 'If the button does not work, copy this address into your browser:',
  tooLarge: (name) =>
    `The file “${name}” is too large for e-mail and is not attached: you find it in the portal.`,
};
