import type { KnownReason } from '#modules/case-files/public.ts';
import { say } from './say.ts';

const document = (path: string) => ({ kind: 'document', path }) as const;
const question = (path: string) => ({ kind: 'question', path }) as const;

/** Reasons that every procedure about a residence abroad knows. */
export const commonReasons = {
  proof_without_name: {
    id: 'proof_without_name',
    text: say(
      'La prova di residenza non mostra il tuo nome: caricane una a tuo nome.',
      'The proof of residence does not show your name: upload one in your name.',
    ),
    about: document('proof_of_residence'),
  },
  proof_of_other_address: {
    id: 'proof_of_other_address',
    text: say(
      'La prova di residenza mostra un altro indirizzo: correggi l’indirizzo o carica un’altra prova.',
      'The proof of residence shows another address: correct the address or upload another proof.',
    ),
    about: document('proof_of_residence'),
  },
  identity_unreadable: {
    id: 'identity_unreadable',
    text: say(
      'Il documento d’identità non si legge: rifai la foto, intera e senza riflessi.',
      'The identity document cannot be read: take the picture again, whole and without glare.',
    ),
    about: document('identity'),
  },
  identity_expired: {
    id: 'identity_expired',
    text: say(
      'Il documento d’identità è scaduto: caricane uno valido.',
      'The identity document has expired: upload a valid one.',
    ),
    about: document('identity'),
  },
  address_incomplete: {
    id: 'address_incomplete',
    text: say(
      'All’indirizzo manca una parte: controlla numero e codice postale.',
      'A part of the address is missing: check number and postcode.',
    ),
    about: question('street'),
  },
} as const satisfies Readonly<Record<string, KnownReason>>;
