import { dayAt } from '#kernel/civil-date.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import {
  type CaseFileDeps,
  cancelCaseFile,
  confirmFile,
  documentsFor,
  type FileWork,
  type FormAnswers,
  failVerification,
  openDraft,
  refuseFile,
  rejectFile,
  replaceAnswers,
  sendForm,
  sendToMunicipality,
  takeAtMunicipality,
  takeFile,
  tickChecks,
  writeToPerson,
} from '#modules/case-files/public.ts';
import { receiveUpload } from '#modules/documents/public.ts';
import type { NewPerson } from '#modules/identity/public.ts';
import { addressOfDemo, type DemoForm, movedHouse, registration } from './form-answers.ts';
import { demoCitizens, demoOffices, demoOfficials } from './people.ts';
import { type DocumentPictures, documentPictures } from './pictures.ts';

/** How far a file of the demonstration has come. */
type Stage =
  | 'draft'
  | 'submitted'
  | 'cancelled'
  | 'in_progress'
  | 'verification_failed'
  | 'rejected'
  | 'sent'
  | 'refused'
  | 'defined';

interface DemoFile {
  /** Which citizen of the office: one in twelve has not registered yet. */
  readonly citizen: number;
  readonly procedure: 'aire-registration' | 'change-of-address';
  readonly hoursAgo: number;
  readonly stage: Stage;
  readonly form: DemoForm;
  /** Hours from the arrival to the last word. */
  readonly took?: number;
}

/** Files in every state, and enough that were closed lately for a usual time. */
const files: readonly DemoFile[] = [
  ...[420, 380, 350, 300, 260].map(
    (took, index): DemoFile => ({
      citizen: 3 + index,
      procedure: 'change-of-address',
      hoursAgo: 1500 - 150 * index,
      stage: 'defined',
      form: {},
      took,
    }),
  ),
  { citizen: 11, procedure: 'aire-registration', hoursAgo: 700, stage: 'sent', form: { family: 2 } },
  { citizen: 23, procedure: 'aire-registration', hoursAgo: 400, stage: 'verification_failed', form: {} },
  {
    citizen: 35,
    procedure: 'aire-registration',
    hoursAgo: 300,
    stage: 'refused',
    form: { bornAbroad: true },
  },
  { citizen: 9, procedure: 'change-of-address', hoursAgo: 200, stage: 'rejected', form: {} },
  { citizen: 8, procedure: 'change-of-address', hoursAgo: 120, stage: 'cancelled', form: {} },
  { citizen: 10, procedure: 'change-of-address', hoursAgo: 90, stage: 'in_progress', form: { family: 1 } },
  { citizen: 47, procedure: 'aire-registration', hoursAgo: 50, stage: 'submitted', form: { family: 1 } },
  { citizen: 13, procedure: 'change-of-address', hoursAgo: 20, stage: 'submitted', form: {} },
  { citizen: 0, procedure: 'change-of-address', hoursAgo: 3, stage: 'draft', form: {} },
];

/** The municipality of the demonstration that has a desk. */
const municipality = 'A952';

/** Fills the desks of two offices and of a municipality with files of citizens. */
export async function loadFiles(deps: CaseFileDeps, perOffice: number): Promise<void> {
  const citizens = demoCitizens(perOffice);
  const pictures = await documentPictures();
  for (const [index, officeId] of demoOffices.slice(0, 2).entries()) {
    const people = citizens.filter((each) => each.officeId === officeId);
    // The first desk is full; the second has what came lately.
    for (const file of index === 0 ? files : files.slice(-4)) {
      const person = people[file.citizen];
      if (person !== undefined) await load(deps, officeId, person, file, pictures);
    }
  }
}

function worker(officeId: string): FileWork['official'] {
  const found = demoOfficials.find((each) =>
    each.roles.some((role) => role.officeId === officeId && role.role === 'operator'),
  );
  if (found === undefined) throw new Error(`Nobody serves ${officeId}`);
  const name = `${found.givenName} ${found.familyName}`;
  return {
    kind: 'official',
    officialId: found.id ?? '',
    sessionId: '',
    name,
    ministry: false,
    roles: found.roles,
  };
}

interface Done {
  readonly ok: boolean;
}

function done(step: Done & { readonly refusal?: unknown }): void {
  if (!step.ok) throw new Error(`A file of the demonstration was refused: ${JSON.stringify(step.refusal)}`);
}

async function load(
  deps: CaseFileDeps,
  officeId: string,
  person: NewPerson,
  file: DemoFile,
  pictures: DocumentPictures,
): Promise<void> {
  const came = deps.now().subtract({ hours: file.hoursAgo });
  const at = (hours: number): CaseFileDeps => ({ ...deps, now: () => came.add({ hours }) });
  const id = await submit(at(0), person, file, pictures);
  if (file.stage === 'draft' || file.stage === 'submitted') return;
  const key = () => crypto.randomUUID();
  if (file.stage === 'cancelled') {
    const reader = { kind: 'citizen', accountId: person.id ?? '' } as const;
    return done(await cancelCaseFile(at(5), { reader, id, key: key() }));
  }
  await handle(at, { officeId, id, file });
}

/** What the office, and after it the municipality, did. */
async function handle(
  at: (hours: number) => CaseFileDeps,
  { officeId, id, file }: { officeId: string; id: string; file: DemoFile },
): Promise<void> {
  const { stage, took = 200 } = file;
  const key = () => crypto.randomUUID();
  const work = (): FileWork => ({ official: worker(officeId), officeId, id, key: key() });
  done(await takeFile(at(8), work(), { reason: 'agreed_with_head', text: 'Presa per la dimostrazione.' }));
  if (stage === 'in_progress')
    return done(await writeToPerson(at(9), work(), 'Stiamo controllando la tua pratica.'));
  if (stage === 'verification_failed') {
    const target = { kind: 'document', path: 'proof_of_residence' } as const;
    const note = 'La prova di residenza non mostra il tuo nome: caricane una a tuo nome.';
    return done(await failVerification(at(10), work(), { wanted: [{ target, note }], text: '' }));
  }
  if (stage === 'rejected') {
    const text = 'Il nuovo indirizzo è lo stesso che abbiamo già: non serve altro.';
    return done(await rejectFile(at(10), work(), { reasons: ['nothing_changed'], text }));
  }
  const found = at(0).procedures.findForm(file.procedure)?.form.checks ?? [];
  done(
    await tickChecks(at(11), work(), Object.fromEntries(found.map((check) => [check.id, 'holds' as const]))),
  );
  done(await sendToMunicipality(at(12), work()));
  if (stage === 'sent') return;
  const municipalityId = municipalOfficeId(municipality);
  const by = { official: worker(municipalityId), municipalityId };
  // Sent, taken and sent on are three changes.
  done(await takeAtMunicipality(at(took - 2), by, { id, version: 3, key: key() }));
  const wish = { id, version: 4, key: key() };
  if (stage === 'refused') {
    const text = 'L’atto di nascita non risulta ancora trascritto in questo comune.';
    return done(await refuseFile(at(took), by, { ...wish, reasons: ['act_not_transcribed'], text }));
  }
  const registeredOn = dayAt(at(took).now(), 'Europe/Rome');
  done(await confirmFile(at(took), by, { ...wish, registeredOn, act: `Prova ${registeredOn}` }));
}

/** The form as the person filled it in, and, unless it stays a draft, sent; answers the id of both. */
async function submit(
  deps: CaseFileDeps,
  person: NewPerson,
  { procedure, form, stage }: DemoFile,
  pictures: DocumentPictures,
): Promise<string> {
  const accountId = person.id ?? '';
  const definition = deps.procedures.findForm(procedure);
  if (definition === undefined) throw new Error(`No procedure ${procedure}`);
  const since = dayAt(deps.now().subtract({ hours: 24 * 20 }), 'Europe/Rome');
  const given = { ...form, municipality, since, address: addressOfDemo(person) };
  const answers: FormAnswers =
    procedure === 'aire-registration' ? registration(person, given) : movedHouse(person, given);
  const who = { accountId, actingId: accountId };
  const draft = await openDraft(deps, { ...who, procedure: definition });
  const { revision, id: draftId } = draft;
  done(await replaceAnswers(deps, { ...who, draftId, answers, revision }));
  if (stage === 'draft') return draftId;
  const uploads = documentsFor(definition.form, answers).map(async ({ path }) => {
    const askedFor = path.replace('/', '-');
    const content =
      pictures[path.startsWith('proof') ? 'proof' : path.includes('identity') ? 'identity' : 'act'];
    const upload = { name: `${askedFor}.png`, declaredType: 'image/png', content, tooLarge: false, askedFor };
    done(await receiveUpload(deps, { formKey: draftId, accountId }, upload));
  });
  await Promise.all(uploads);
  done(await sendForm(deps, { ...who, draftId, key: crypto.randomUUID() }));
  return draftId;
}
