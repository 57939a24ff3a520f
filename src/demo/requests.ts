import {
  type CaseFileDeps,
  type Handling,
  handleCaseFile,
  keepReply,
  submitCaseFile,
} from '#modules/case-files/public.ts';
import { receiveUpload } from '#modules/documents/public.ts';
import { demoCitizens, demoOffices, demoOfficials } from './people.ts';
import { drawn } from './pictures.ts';

type Submission = Parameters<typeof submitCaseFile>[1];

interface DemoRequest {
  readonly hoursAgo: number;
  /** Which citizen of the office asks. */
  readonly citizen: number;
  readonly ask: Pick<Submission, 'procedure' | 'text'> & Partial<Pick<Submission, 'serviceId' | 'answers'>>;
  readonly picture?: string;
  /** What the office did, each some hours after the request came. */
  readonly handled?: readonly {
    readonly after: number;
    readonly kind: Parameters<typeof handleCaseFile>[2]['kind'];
    readonly text?: string;
  }[];
}

/** Requests as an office gets them, from the oldest to the newest; the people are those of the accounts' page first. */
const requests: readonly DemoRequest[] = [
  {
    hoursAgo: 190,
    citizen: 1,
    ask: {
      procedure: 'question',
      serviceId: 'change-of-name',
      text: 'I would like to add my mother’s surname. Do I have to come in person, and can my brother apply with me?',
    },
    handled: [
      { after: 20, kind: 'take' },
      {
        after: 22,
        kind: 'answer',
        text: 'You need not come for the application itself. Each adult applies alone: your brother sends his own. The page of the service lists the documents.',
      },
    ],
  },
  {
    hoursAgo: 120,
    citizen: 2,
    ask: {
      procedure: 'technical-help',
      text: 'Dopo aver scelto l’ora la pagina mi dice di verificare il secondo recapito, ma il codice non arriva.',
    },
    picture: 'Il codice non arriva',
    handled: [
      { after: 30, kind: 'take' },
      {
        after: 31,
        kind: 'ask',
        text: 'Il numero nel profilo ha una cifra in più. Puoi controllarlo e dirci se è giusto?',
      },
    ],
  },
  {
    hoursAgo: 70,
    citizen: 3,
    ask: {
      procedure: 'identity-correction',
      answers: { datum: 'birth_place', birth_place: 'Monfalcone' },
      text: 'My place of birth is missing: it is in the passport.',
    },
    picture: 'Passport, page 2: Monfalcone',
  },
  {
    hoursAgo: 44,
    citizen: 0,
    ask: {
      procedure: 'technical-help',
      text: 'Dal telefono non riesco ad aprire il file del calendario: si apre una pagina piena di lettere.',
    },
    picture: 'BEGIN:VCALENDAR',
  },
  {
    hoursAgo: 5,
    citizen: 4,
    ask: {
      procedure: 'question',
      serviceId: 'direct-descendants',
      text: 'Mio figlio è nato qui tre mesi fa. Posso mandare l’atto di nascita per posta o serve l’appuntamento?',
    },
  },
];

const savedReplies = [
  {
    title: 'Cookie e memoria del browser',
    it: 'Chiudi tutte le schede del sito, cancella i cookie di questo sito dalle impostazioni del browser e accedi di nuovo.',
    en: 'Close all tabs of the site, delete the cookies of this site in the settings of your browser, and sign in again.',
  },
  {
    title: 'Serve la fotografia del passaporto',
    it: 'Per correggere il dato ci serve una fotografia nitida della pagina del passaporto con i tuoi dati. Allegala qui.',
    en: 'To correct the datum we need a sharp photograph of the passport page with your data. Attach it here.',
  },
];

/** Fills the desks of the offices with requests in several states. */
export async function loadRequests(deps: CaseFileDeps, perOffice: number): Promise<void> {
  const citizens = demoCitizens(perOffice);
  for (const officeId of demoOffices.slice(0, 2)) {
    const people = citizens.filter((each) => each.officeId === officeId);
    const by = handlingAt(officeId);
    for (const { title, it, en } of savedReplies)
      await keepReply(deps, by, { title, text: { it, en }, key: crypto.randomUUID() });
    for (const request of requests) await load(deps, by, people[request.citizen]?.id ?? '', request);
  }
}

function handlingAt(officeId: string): Handling {
  const official = demoOfficials.find((each) =>
    each.roles.some((role) => role.officeId === officeId && role.role === 'operator'),
  );
  if (official === undefined) throw new Error(`Nobody serves ${officeId}`);
  return {
    officeId,
    official: {
      kind: 'official',
      officialId: official.id ?? '',
      sessionId: '',
      name: `${official.givenName} ${official.familyName}`,
      ministry: false,
      roles: official.roles,
    },
  };
}

async function load(
  deps: CaseFileDeps,
  by: Handling,
  accountId: string,
  { ask, hoursAgo, picture, handled = [] }: DemoRequest,
): Promise<void> {
  const came = deps.now().subtract({ hours: hoursAgo });
  const at = (hours: number) => ({ ...deps, now: () => came.add({ hours }) });
  const key = crypto.randomUUID();
  if (picture !== undefined) {
    const file = {
      name: 'schermata.png',
      declaredType: 'image/png',
      content: await drawn(picture),
      tooLarge: false,
    };
    const taken = await receiveUpload(at(0), { formKey: key, accountId }, file);
    if (!taken.ok) throw new Error(`A picture of the demonstration was refused: ${taken.refusal.code}`);
  }
  const submitted = await submitCaseFile(at(0), {
    serviceId: null,
    answers: {},
    ...ask,
    asker: { kind: 'account', accountId },
    officeId: by.officeId,
    key,
  });
  if (!submitted.ok) throw new Error(`A request of the demonstration was refused: ${submitted.refusal.code}`);
  for (const { after, kind, text = '' } of handled) {
    const done = await handleCaseFile(at(after), by, {
      id: submitted.value.id,
      kind,
      text,
      key: crypto.randomUUID(),
    });
    if (!done.ok) throw new Error(`A step of the demonstration was refused: ${done.refusal.code}`);
  }
}
