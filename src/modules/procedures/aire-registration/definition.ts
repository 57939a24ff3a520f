import { answerTo, type FormProcedure, municipalLifecycle } from '#modules/case-files/public.ts';
import { contacts, declaration } from '../shared/contacts.ts';
import { declaredPeople } from '../shared/declared.ts';
import { addressOf } from '../shared/register-entry.ts';
import { say } from '../shared/say.ts';
import { exempt, stay } from './before-you-start.ts';
import { checks } from './checks.ts';
import { documents } from './documents.ts';
import { homeAndFamily } from './home-and-family.ts';
import { reasonsToCorrect, reasonsToReject } from './known-reasons.ts';
import { municipalityOfOrigin } from './municipality-of-origin.ts';
import { reason } from './reason.ts';
import { registryRequest } from './registry-request.ts';
import { whereFrom } from './where-from.ts';
import { you } from './you.ts';

/**
 * Registration with AIRE (iscrizione all’anagrafe degli italiani residenti all’estero): declared to the consulate,
 * decided by the municipality (L. 470/1988; DPR 323/1989).
 */
export const aireRegistration: FormProcedure = {
  id: 'aire-registration',
  serviceId: 'aire-registration',
  openTo: 'account_holders',
  office: 'responsible',
  questions: [],
  leastDocuments: 0,
  lifecycle: municipalLifecycle,
  // No source gives a term for the whole: pages show the time that passed.
  term: null,
  keeping: { months: 120, because: 'proof_of_registration' },
  openKey: 'residence-abroad',
  law: ['L. 470/1988', 'DPR 323/1989'],
  stateTexts: {
    sent_to_municipality: say(
      'L’ufficio ha controllato la domanda e l’ha mandata al comune. Intanto sei nello schedario consolare; all’AIRE sei iscritto solo quando il comune conferma.',
      'The office has checked the application and sent it to the municipality. Meanwhile you are in the consular register; you are in AIRE only when the municipality confirms.',
    ),
    defined: say(
      'Il comune ha confermato: sei iscritto all’AIRE.',
      'The municipality has confirmed: you are registered with AIRE.',
    ),
  },
  form: {
    title: say('Richiedi l’iscrizione all’AIRE', 'Request AIRE registration'),
    summary: say(
      'Dichiara che vivi all’estero, per te e per i familiari italiani che vivono con te. È gratis. Un operatore controlla, poi decide il comune: non è mai automatico.',
      'Declare that you live abroad, for you and the Italian family members who live with you. It is free. A person checks it, then the municipality decides: it is never automatic.',
    ),
    sections: [stay, ...exempt, reason, ...you, ...whereFrom, ...homeAndFamily, contacts, declaration],
    documents,
    checks,
    reasonsToCorrect,
    reasonsToReject,
    needs: 'account',
    municipality: (answers) => municipalityOfOrigin(answers)?.code,
  },
  atMunicipality: {
    shownBy: ['aire_registration'],
    declares: (answers) => declaredPeople(answers, addressOf(answers, answerTo(answers, 'arrived_on'))),
    request: registryRequest,
  },
};
