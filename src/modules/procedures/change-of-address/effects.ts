import { answerTo, type ProcedureEffects } from '#modules/case-files/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { changeAddressInRegister, findEntryOf } from '#modules/registry/public.ts';
import { letterToMunicipality } from '../letters/to-municipality.ts';
import { addressOf, familyData, sourceOf } from '../shared/register-entry.ts';

type AfterStep = NonNullable<ProcedureEffects['afterStep']>;

/**
 * CF-5: the office writes the new address into its register when it tells the municipality, for everybody who moves.
 * An address that would begin before the one it follows is written without its day.
 */
const afterStep: AfterStep = async (tx, deps, { file, event, actor, at }) => {
  if (event !== 'send_to_municipality' || file.accountId === null) return;
  const { officeId, accountId, answers } = file;
  const communication = await letterToMunicipality(deps, file, 'Variazione dell’indirizzo estero');
  if (communication !== undefined) await enqueueMessages(tx, at, [communication]);
  const address = addressOf(answers, answerTo(answers, 'moved_on'));
  const family = [];
  for (const person of familyData(answers, { address, municipality: undefined })) {
    const found = await findEntryOf(tx, officeId, person);
    if (found !== undefined) family.push(found);
  }
  const act = { officeId, source: sourceOf(file), actor, at };
  for (const which of [{ accountId }, ...family]) {
    const changed = await changeAddressInRegister(tx, { ...act, ...which, to: address });
    if (!changed.ok && changed.refusal.code === 'addresses_overlap') {
      const { from: _from, ...undated } = address;
      await changeAddressInRegister(tx, { ...act, ...which, to: undated });
    }
  }
};

export const effects: ProcedureEffects = { afterStep };
