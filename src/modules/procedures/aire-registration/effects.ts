import { dayAt } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { answerTo, type CaseFile, type ProcedureEffects } from '#modules/case-files/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import {
  type ConsularData,
  confirmAire,
  type Entered,
  enterConsularRegister,
  leaveEntriesOf,
} from '#modules/registry/public.ts';
import { record } from '#platform/event-log/record.ts';
import { movedAwayLetter } from '../letters/moved-away.ts';
import { letterToMunicipality } from '../letters/to-municipality.ts';
import { addressOf, applicantData, familyData, sourceOf } from '../shared/register-entry.ts';
import { municipalityOfOrigin } from './municipality-of-origin.ts';

type AfterStep = NonNullable<ProcedureEffects['afterStep']>;
type Tx = Parameters<AfterStep>[0];
type Step = Parameters<AfterStep>[2];

function peopleOf({ answers, accountId }: CaseFile): { accountId: string | null; data: ConsularData }[] {
  const address = addressOf(answers, answerTo(answers, 'arrived_on'));
  const where = { address, municipality: municipalityOfOrigin(answers)?.code };
  return [
    { accountId, data: applicantData(answers, where) },
    ...familyData(answers, where).map((data) => ({ accountId: null, data })),
  ];
}

/** Enters everybody of the form, or finds them entered. An entry that another account holds is left to the office. */
async function enterAll(tx: Tx, { file, actor, at }: Step): Promise<Entered[]> {
  const entered: Entered[] = [];
  for (const { accountId, data } of peopleOf(file)) {
    const { officeId } = file;
    const source = sourceOf(file);
    const outcome = await enterConsularRegister(tx, { officeId, accountId, data, source, actor, at });
    if (outcome.ok) entered.push(outcome.value);
    else if (outcome.refusal.code === 'entry_of_another_account')
      await noteOtherAccount(tx, { file, actor, at });
    else throw new Error(`The register does not take a person of the file ${file.id}`);
  }
  return entered;
}

async function noteOtherAccount(
  tx: Tx,
  { file, actor, at }: Pick<Step, 'file' | 'actor' | 'at'>,
): Promise<void> {
  await record(tx, {
    type: 'case-file.entry-of-another-account',
    subject: { kind: 'case-file', id: file.id },
    actor,
    at,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId }),
  });
}

/**
 * CF-4: pending the municipality’s answer the people are in the consular register; only its confirmation registers them
 * with AIRE; when the file comes to nothing they leave. CF-5: the office they come from is told.
 */
const afterStep: AfterStep = async (tx, deps, step) => {
  const { file, event, actor, at } = step;
  if (event === 'send_to_municipality') {
    const left = new Set(
      (await enterAll(tx, step)).flatMap((each) => each.left.map(({ officeId }) => officeId)),
    );
    const letters = [...left].flatMap((officeId) => movedAwayLetter(deps, file, officeId) ?? []);
    const communication = await letterToMunicipality(deps, file, 'Richiesta di iscrizione AIRE');
    await enqueueMessages(tx, at, [...letters, ...(communication === undefined ? [] : [communication])]);
  }
  if (event === 'confirm') {
    const municipalityId = municipalityOfOffice(file.municipalityId ?? '');
    if (municipalityId === undefined) throw new Error(`The file ${file.id} was sent to no municipality`);
    for (const { entryId } of await enterAll(tx, step)) {
      const confirmed = await confirmAire(tx, {
        officeId: file.officeId,
        entryId,
        municipalityId,
        since: step.registeredOn ?? dayAt(at, 'Europe/Rome'),
        source: sourceOf(file),
        actor,
        at,
      });
      if (!confirmed.ok)
        throw new Error(`The register does not take the confirmation of the file ${file.id}`);
    }
  }
  if (event === 'reject' || event === 'cancel' || event === 'close_account')
    await leaveEntriesOf(tx, {
      officeId: file.officeId,
      why: file.municipalityId === null ? 'entered_by_mistake' : 'refused_by_municipality',
      source: sourceOf(file),
      actor,
      at,
    });
};

export const effects: ProcedureEffects = { afterStep };
