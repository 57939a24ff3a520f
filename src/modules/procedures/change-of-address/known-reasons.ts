import type { KnownReason } from '#modules/case-files/public.ts';
import { commonReasons } from '../shared/known-reasons.ts';
import { say } from '../shared/say.ts';

/** What offices often send back, each at the place where it is put right. */
export const reasonsToCorrect: readonly KnownReason[] = [
  commonReasons.proof_without_name,
  commonReasons.proof_of_other_address,
  commonReasons.identity_unreadable,
  commonReasons.identity_expired,
  commonReasons.address_incomplete,
  {
    id: 'family_not_named',
    text: say(
      'Nello schedario con te ci sono altri familiari: scrivi chi si sposta, o conferma che ti sposti da solo.',
      'There are other family members with you in the register: name who moves, or confirm that you move alone.',
    ),
    about: { kind: 'question', path: 'family_with_me' },
  },
];

/** Why offices close a file without a change. */
export const reasonsToReject: readonly KnownReason[] = [
  {
    id: 'other_office',
    text: say(
      'Il nuovo indirizzo è nella circoscrizione di un altro ufficio: lì serve l’iscrizione all’AIRE.',
      'The new address lies in the district of another office: there you need AIRE registration.',
    ),
  },
  {
    id: 'not_in_register',
    text: say(
      'Non sei nello schedario di questo ufficio: serve l’iscrizione all’AIRE.',
      'You are not in the register of this office: AIRE registration is needed.',
    ),
  },
  {
    id: 'nothing_changed',
    text: say(
      'Lo schedario ha già questo indirizzo: non serve altro.',
      'The register has this address already: nothing else is needed.',
    ),
  },
];
