import { answerTo, type FormCheck } from '#modules/case-files/public.ts';
import {
  atMostOneSpouse,
  atQuestions,
  documentShowsPerson,
  documentsReadable,
  everybodyOnce,
  familyTaxCodesFit,
  generationsFit,
  liesInDistrict,
  proofShowsAddress,
  taxCodeFits,
} from '../shared/checks.ts';
import { agesArePossible, declaredInTime, documentValid } from '../shared/day-checks.ts';
import { say } from '../shared/say.ts';

const insideDistrict: FormCheck = {
  id: 'inside_district',
  title: say(
    'Il nuovo indirizzo è nella circoscrizione dell’ufficio',
    'The new address lies in the district of the office',
  ),
  problem: say(
    'Il nuovo indirizzo è nella circoscrizione di un altro ufficio: lì serve l’iscrizione all’AIRE. Continua là con quello che hai scritto, o correggi la città.',
    'The new address lies in the district of another office: there you need AIRE registration. Go on there with what you have written, or correct the town.',
  ),
  about: atQuestions('country', 'place'),
  weight: 'stops',
  law: 'L. 470/1988, art. 6',
  look: liesInDistrict,
};

const inRegister: FormCheck = {
  id: 'in_register',
  title: say('È nello schedario consolare dell’ufficio', 'Is in the consular register of the office'),
  problem: say(
    'Non sei nello schedario di questo ufficio: se ti sei appena trasferito nella circoscrizione, ti serve l’iscrizione all’AIRE.',
    'You are not in the register of this office: if you have just moved into the district, you need AIRE registration.',
  ),
  about: [],
  weight: 'stops',
  look({ standing: { registerOf }, officeId }) {
    if (registerOf === undefined || officeId === null) return 'to_be_seen';
    return registerOf === officeId ? 'holds' : 'fails';
  },
};

const movedAfterBirth: FormCheck = {
  id: 'move_after_birth',
  title: say('La data del trasloco è possibile', 'The date of the move is possible'),
  problem: say(
    'La data del trasloco viene prima della nascita o dopo oggi. Controllala.',
    'The date of the move is before the birth or after today. Check it.',
  ),
  about: atQuestions('moved_on'),
  weight: 'stops',
  look: ({ answers, today }) => {
    const moved = answerTo(answers, 'moved_on');
    const born = answerTo(answers, 'born_on');
    if (moved === '' || born === '') return 'to_be_seen';
    return moved <= today && moved >= born ? 'holds' : 'fails';
  },
};

const differsFromRegister: FormCheck = {
  id: 'address_is_new',
  title: say(
    'L’indirizzo è diverso da quello nello schedario',
    'The address differs from the one in the register',
  ),
  problem: say(
    'Lo schedario ha già questo indirizzo: se non è cambiato niente, annulla la domanda.',
    'The register has this address already: if nothing has changed, cancel the application.',
  ),
  about: atQuestions('street'),
  weight: 'warns',
};

const familyInRegister: FormCheck = {
  id: 'family_in_register',
  title: say(
    'I familiari sono nello schedario; chi non c’è va iscritto a parte',
    'The family members are in the register; whoever is not has to be registered apart',
  ),
  problem: say(
    'Un familiare non è nello schedario: per iscriverlo serve la domanda di iscrizione all’AIRE. Togli il familiare da qui.',
    'A family member is not in the register: that needs an AIRE registration. Take the member out of this form.',
  ),
  about: atQuestions('family'),
  weight: 'warns',
  when: { name: 'family_with_me', is: ['yes'] },
};

/** The lines of the checklist, for the person while filling in and for the clerk after it. */
export const checks: readonly FormCheck[] = [
  insideDistrict,
  inRegister,
  movedAfterBirth,
  declaredInTime('moved_on'),
  agesArePossible,
  taxCodeFits,
  documentValid,
  documentsReadable,
  everybodyOnce,
  atMostOneSpouse,
  generationsFit,
  familyTaxCodesFit,
  documentShowsPerson,
  proofShowsAddress,
  differsFromRegister,
  familyInRegister,
];
