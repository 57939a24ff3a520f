import type { KnownReason } from '#modules/case-files/public.ts';
import { commonReasons } from '../shared/known-reasons.ts';
import { say } from '../shared/say.ts';

const document = (path: string) => ({ kind: 'document', path }) as const;
const question = (path: string) => ({ kind: 'question', path }) as const;

/** What offices often send back, each at the place where it is put right. */
export const reasonsToCorrect: readonly KnownReason[] = [
  commonReasons.proof_without_name,
  commonReasons.proof_of_other_address,
  commonReasons.identity_unreadable,
  commonReasons.identity_expired,
  {
    id: 'form_not_signed',
    text: say(
      'Il modulo non è firmato: stampalo, firmalo e caricalo di nuovo.',
      'The form is not signed: print it, sign it and upload it again.',
    ),
    about: document('signed_form'),
  },
  {
    id: 'birth_act_incomplete',
    text: say(
      'L’atto di nascita non è completo: servono tutte le pagine, la legalizzazione o l’apostille e la traduzione.',
      'The birth record is not complete: all pages, the legalisation or apostille and the translation are needed.',
    ),
    about: document('birth_act'),
  },
  {
    id: 'marriage_act_incomplete',
    text: say(
      'L’atto di matrimonio non è completo: servono tutte le pagine, la legalizzazione o l’apostille e la traduzione.',
      'The marriage record is not complete: all pages, the legalisation or apostille and the translation are needed.',
    ),
    about: document('marriage_act'),
  },
  {
    id: 'name_differs',
    text: say(
      'Il cognome o il nome è diverso da quello del documento: scrivilo come nei registri italiani.',
      'The family or given name differs from the document: write it as in the Italian registers.',
    ),
    about: question('family_name'),
  },
  {
    id: 'municipality_unsure',
    text: say(
      'Il comune che hai indicato non ti trova nei suoi registri: controlla quale fu l’ultima residenza.',
      'The municipality that you named does not find you in its registers: check which was your last residence.',
    ),
  },
  commonReasons.address_incomplete,
];

/** Why offices close a file without registering anybody. */
export const reasonsToReject: readonly KnownReason[] = [
  {
    id: 'not_italian',
    text: say(
      'Dai registri non risulta la cittadinanza italiana: si iscrivono solo i cittadini italiani.',
      'The registers do not show Italian citizenship: only Italian citizens are registered.',
    ),
  },
  {
    id: 'other_office',
    text: say(
      'Abiti nella circoscrizione di un altro ufficio: la domanda va inviata lì.',
      'You live in the district of another office: the application goes there.',
    ),
  },
  {
    id: 'stay_too_short',
    text: say(
      'Il soggiorno all’estero non supera i 12 mesi: resti residente in Italia (L. 470/1988, art. 1).',
      'The stay abroad does not exceed 12 months: you remain resident in Italy (L. 470/1988, art. 1).',
    ),
  },
  {
    id: 'exempt',
    text: say(
      'Chi serve lo Stato o la NATO all’estero non si iscrive all’AIRE (L. 470/1988, art. 1).',
      'Whoever serves the State or NATO abroad does not register with AIRE (L. 470/1988, art. 1).',
    ),
  },
  {
    id: 'already_registered',
    text: say(
      'Sei già iscritto all’AIRE in questo ufficio: non serve altro.',
      'You are in AIRE at this office already: nothing else is needed.',
    ),
  },
];
