import { beforeEach, expect, test } from 'vitest';
import { transferDraft } from '#modules/case-files/public.ts';
import { aDraftOf, anUpload, aPerson, caseFileDeps } from '#modules/case-files/testing.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { changeOfAddress } from './change-of-address/definition.ts';
import { procedureFolders } from './public.ts';
import { adaMovesHouse } from './testing.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
beforeEach(async () => {
  deps = await caseFileDeps(...procedureFolders);
  ada = await aPerson(deps);
});

const transfer = (draftId: string) => transferDraft(deps, { accountId: ada, actingId: ada, draftId });
const drafts = async () =>
  (
    await deps.store.owner.query<{ procedure: string; answers: Record<string, string>; uploads: string[] }>(
      `select procedure, answers, array(select asked_for from documents.draft u where u.form_key = d.id::text
         order by asked_for) as uploads from case_files.draft d order by procedure`,
    )
  ).rows;

test('CF-5: a move to another district goes on as a registration there, with everything typed and uploaded', async () => {
  const before = await aDraftOf(deps, ada, {
    procedure: aireRegistration,
    answers: { stay: 'long', sex: 'F' },
  });
  const answers = { ...adaMovesHouse, place: 'London' };
  const draftId = await aDraftOf(deps, ada, { procedure: changeOfAddress, answers });
  await anUpload(deps, { draftId, accountId: ada, path: 'identity' });
  await anUpload(deps, { draftId: before, accountId: ada, path: 'signed_form' });
  expect(await transfer(draftId)).toMatchObject({
    ok: true,
    value: { id: draftId, procedure: 'aire-registration' },
  });
  const [only, ...others] = await drafts();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ procedure: 'aire-registration', uploads: ['identity', 'signed_form'] });
  expect(only?.answers).toMatchObject({ street: 'Trial Lane', arrived_on: '2026-11-10', sex: 'F' });
});

test('CF-5: inside the district it stays what it is, and nobody transfers the draft of another', async () => {
  const draftId = await aDraftOf(deps, ada, { procedure: changeOfAddress, answers: adaMovesHouse });
  expect(await transfer(draftId)).toEqual({ ok: false, refusal: { code: 'stays_here' } });
  const bea = await aPerson(deps, { email: 'bea.finta@posta.example', mobile: '+447911123999' });
  expect(await transferDraft(deps, { accountId: bea, actingId: bea, draftId })).toEqual({
    ok: false,
    refusal: { code: 'no_such_draft' },
  });
  expect((await drafts()).map(({ procedure }) => procedure)).toEqual(['change-of-address']);
});
