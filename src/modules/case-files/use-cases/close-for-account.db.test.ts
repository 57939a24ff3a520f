import { beforeEach, describe, expect, test } from 'vitest';
import { petFolder } from '../form.testing.ts';
import {
  aFilledDraft,
  anOfficial,
  aPerson,
  aSentFile,
  aVerificationFailed,
  caseFileDeps,
} from '../testing.ts';
import { asCaseFiles } from './case-file-deps.ts';
import { closeCaseFilesForAccount } from './close-for-account.ts';
import { openCorrection } from './correct-form.ts';
import { handleCaseFile } from './handle-case-file.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
beforeEach(async () => {
  deps = await caseFileDeps(petFolder());
  ada = await aPerson(deps);
});

const close = () =>
  deps.db.transaction(asCaseFiles, (tx) =>
    closeCaseFilesForAccount(tx, deps, { accountId: ada, at: deps.now() }),
  );
const count = async (table: string) =>
  (await deps.store.owner.query(`select count(*)::int as n from ${table}`)).rows[0]?.n;

describe('closing an account', () => {
  test('ID-10 CF-7: drafts are erased with what was uploaded', async () => {
    await aFilledDraft(deps, ada);
    expect(await close()).toEqual({ erased: ['drafts', 'unsent_uploads'], kept: [] });
    expect(await count('case_files.draft')).toBe(0);
    expect(await count("documents.draft where uploaded_at > 'epoch'")).toBe(0);
  });

  test('ID-10 CF-1: a file that can be given up ends and is erased, also when it waits to be corrected', async () => {
    const id = await aSentFile(deps, ada);
    await aVerificationFailed(deps, id, await anOfficial(deps), [
      { target: { kind: 'question', path: 'place' }, note: 'È giusto?' },
    ]);
    await openCorrection(deps, { accountId: ada, actingId: ada, id });
    expect(await close()).toEqual({ erased: ['requests', 'drafts'], kept: [] });
    expect(await count('case_files.case_file')).toBe(0);
    expect(await count('case_files.sent_answers')).toBe(0);
  });

  test('ID-10 CF-1: what an office has in hand goes on, and the person reads why', async () => {
    const id = await aSentFile(deps, ada);
    const handling = { official: await anOfficial(deps), officeId: 'manchester' };
    await handleCaseFile(deps, handling, { id, kind: 'take', key: crypto.randomUUID() });
    expect(await close()).toEqual({
      erased: [],
      kept: [{ what: 'files_in_hand', because: 'procedure_goes_on', until: null }],
    });
    expect(await count("case_files.case_file where state = 'in_progress'")).toBe(1);
  });
});
