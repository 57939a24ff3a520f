import { beforeEach, describe, expect, test } from 'vitest';
import { openDocument } from '#modules/documents/testing.ts';
import { answerDelegation, revokeDelegation, seeDelegation } from '#modules/identity/public.ts';
import { delegationLifecycle, expireDelegations, lettersTo } from '#modules/identity/testing.ts';
import { expectStates } from '#tests/support/states.ts';
import { petFolder, petRegistration } from '../form.testing.ts';
import {
  adaEmail,
  aFilledDraft,
  anOfficial,
  anUpload,
  aPerson,
  aSentFile,
  aVerificationFailed,
  caseFileDeps,
  petAnswers,
} from '../testing.ts';
import { listForOthers, ownerOfDraft, whoseDraft } from './acting.ts';
import { openCorrection, resubmit } from './correct-form.ts';
import { discardDraft, openDraft, touchDraft } from './drafts.ts';
import { beginForOwner, entrust } from './entrust.ts';
import { printReceipt } from './print-file.ts';
import { replaceAnswers } from './save-draft.ts';
import { findForReader } from './see-case-files.ts';
import { viewDraft } from './see-draft.ts';
import { viewFile } from './see-file.ts';
import { sendForm } from './send-form.ts';
import { cancelCaseFile, writeAsPerson } from './write-as-person.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let bea: string;
const beaEmail = 'bea.inventata@posta.example';
const other = { ...petRegistration, id: 'other-pets', openKey: 'other-pets' };

beforeEach(async () => {
  deps = await caseFileDeps(petFolder(), { definition: other, effects: {} });
  ada = await aPerson(deps);
  bea = await aPerson(deps, { givenName: 'Bea', email: beaEmail, mobile: '+447911123457' });
});

const byProcedure = { kind: 'procedure', procedure: 'pet-registration' } as const;
const file = (caseFileId: string) => ({ kind: 'file', caseFileId }) as const;
const offer = (
  what: Parameters<typeof entrust>[1]['what'],
  change: { email?: string; lastDay?: string } = {},
) =>
  entrust(deps, {
    accountId: ada,
    what,
    email: beaEmail,
    lastDay: '2027-05-31',
    key: crypto.randomUUID(),
    ...change,
  });
async function delegated(what: Parameters<typeof entrust>[1]['what'] = byProcedure): Promise<string> {
  const offered = await offer(what);
  if (!offered.ok) throw new Error(offered.refusal.code);
  const answered = await answerDelegation(deps, { id: offered.value.id, accountId: bea, accepts: true });
  if (!answered.ok) throw new Error(answered.refusal.code);
  return offered.value.id;
}
const key = () => crypto.randomUUID();
const asBea = () => ({ kind: 'citizen', accountId: bea }) as const;
/** Plain SQL of the program’s login, on behalf of the delegate. */
const sql = async (statement: string) =>
  (await deps.db.transaction(asBea(), (tx) => tx.sql<Record<string, unknown>>(statement))).length;

describe('what an offer says', () => {
  test('ID-16: is the same whether or not the address has an account; the letter tells its reader', async () => {
    const known = await offer(byProcedure);
    const unknown = await offer(byProcedure, { email: 'nessuno@posta.example' });
    expect([known.ok, unknown.ok]).toEqual([true, true]);
    const seen = await Promise.all(
      [known, unknown].map(async (each) => {
        const found = await seeDelegation(deps, { accountId: ada, id: each.ok ? each.value.id : '' });
        return { ...found?.delegation, id: '', delegateEmail: '', delegateKey: '', delegateName: '' };
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    for (const address of [beaEmail, 'nessuno@posta.example']) {
      const letter = (await lettersTo(deps, address)).at(-1);
      expect(letter?.subject).toBe('Ada Inventata ti offre una delega');
      expect(letter?.url).toMatch(/\/it\/account\/delegations$/);
    }
    expect(await lettersTo(deps, adaEmail)).toHaveLength(2);
  });

  test('ID-16: only the address that was named may answer it, once', async () => {
    const offered = await offer(byProcedure);
    const id = offered.ok ? offered.value.id : '';
    const carla = await aPerson(deps, { email: 'carla@posta.example', mobile: '+447911123458' });
    for (const accountId of [carla, ada])
      expect(await answerDelegation(deps, { id, accountId, accepts: true })).toMatchObject({ ok: false });
    expect(await answerDelegation(deps, { id, accountId: bea, accepts: true })).toMatchObject({ ok: true });
    expect(await answerDelegation(deps, { id, accountId: bea, accepts: true })).toMatchObject({ ok: true });
    expect(await answerDelegation(deps, { id, accountId: bea, accepts: false })).toMatchObject({
      ok: false,
      refusal: { code: 'not_now' },
    });
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toBe(
      'Bea Inventata ha accettato la tua delega',
    );
    expect((await lettersTo(deps, beaEmail)).at(-1)?.subject).toBe('Agisci per conto di Ada Inventata');
  });

  test.each([
    ['not_an_email', { email: 'niente' }],
    ['yourself', { email: adaEmail }],
    ['day_wrong', { lastDay: '2026-11-23' }],
    ['day_wrong', { lastDay: '2027-11-25' }],
    ['day_wrong', { lastDay: '2026-02-30' }],
  ])('ID-16: is refused: %s', async (code, change) => {
    expect(await offer(byProcedure, change)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('ID-16 CE-10: nothing else can be delegated: no certificate, no plain request, no file of others', async () => {
    const theirs = await aSentFile(deps, bea);
    for (const what of [
      { kind: 'procedure', procedure: 'certificates' } as const,
      { kind: 'procedure', procedure: 'question' } as const,
      file(theirs),
      file(crypto.randomUUID()),
    ])
      expect(await offer(what)).toMatchObject({ ok: false, refusal: { code: 'nothing_such' } });
  });

  test('ID-16: the same twice, and more than five a day, are refused', async () => {
    await offer(byProcedure);
    expect(await offer(byProcedure)).toMatchObject({ refusal: { code: 'offered_already' } });
    for (const each of [1, 2, 3, 4]) await offer(byProcedure, { email: `persona${each}@posta.example` });
    expect(await offer(byProcedure, { email: 'altra@posta.example' })).toMatchObject({
      refusal: { code: 'too_many_delegations' },
    });
  });

  test('ID-16: the database allows the states of the lifecycle', async () => {
    await expectStates(deps.store.owner, 'identity.delegation', 'state', delegationLifecycle);
  });
});

describe('acting for another', () => {
  test('ID-16: fills in, sends, writes, corrects; both hear of it and see who did what', async () => {
    const delegation = await delegated();
    const begun = await beginForOwner(deps, { delegationId: delegation, actingId: bea });
    const draftId = begun.ok ? begun.value.id : '';
    const who = { accountId: ada, actingId: bea };
    expect(await whoseDraft(deps, bea, draftId)).toEqual(who);
    const saved = await replaceAnswers(deps, { ...who, draftId, answers: petAnswers, revision: 1 });
    expect(saved).toMatchObject({ ok: true, value: { savedBy: bea } });
    expect(await ownerOfDraft(deps)(bea, draftId)).toBe(ada);
    await anUpload(deps, { draftId, accountId: ada, path: 'passport' });
    expect((await viewDraft(deps, { ...who, draftId }))?.onBehalfOf).toBe('Ada Inventata');
    expect(await sendForm(deps, { ...who, draftId, key: key() })).toMatchObject({ ok: true });
    const sent = await findForReader(deps, asBea(), draftId);
    expect(sent).toMatchObject({ accountId: ada, submittedBy: bea });

    expect(
      await writeAsPerson(deps, { reader: asBea(), id: draftId, key: key(), text: 'Buongiorno' }),
    ).toMatchObject({ ok: true });
    const olga = await anOfficial(deps);
    await aVerificationFailed(deps, draftId, olga, [
      { target: { kind: 'question', path: 'mobile' }, note: 'Manca una cifra?' },
    ]);
    const opened = await openCorrection(deps, { ...who, id: draftId });
    const correction = opened.ok ? opened.value : undefined;
    await replaceAnswers(deps, {
      ...who,
      draftId: correction?.id ?? '',
      answers: { ...petAnswers, mobile: '+447911123499' },
      revision: 1,
    });
    const now = await findForReader(deps, asBea(), draftId);
    const resent = await resubmit(deps, {
      ...who,
      id: draftId,
      version: now?.version ?? 0,
      text: 'Così',
      key: key(),
    });
    expect(resent).toMatchObject({ ok: true });

    for (const address of [adaEmail, beaEmail]) {
      const subjects = (await lettersTo(deps, address)).map(({ subject }) => subject);
      expect(
        subjects.filter((each) => each.includes('Registro degli animali')).length,
      ).toBeGreaterThanOrEqual(4);
    }
    const toBea = (await lettersTo(deps, beaEmail)).at(-1);
    expect(toBea?.text).toContain('Agisci per conto di Ada Inventata');
    const file_ = (await findForReader(deps, asBea(), draftId)) ?? expect.fail();
    for (const accountId of [ada, bea]) {
      const view = await viewFile(deps, file_, { kind: 'citizen', accountId });
      expect(view.delegates.get(bea)).toBe('Bea Inventata');
      expect(view.messages.find(({ text }) => text === 'Buongiorno')).toMatchObject({ writtenBy: bea });
      expect(view.timeline.filter(({ actorId }) => actorId === bea).map(({ type }) => type)).toEqual([
        'case-file.submitted',
        'case-file.person-wrote',
        'case-file.resubmitted',
      ]);
      expect(view.documents[0]?.files).toHaveLength(1);
    }
    for (const accountId of [ada, bea]) {
      const seen = await seeDelegation(deps, { accountId, id: delegation });
      expect(seen?.deeds.map(({ type }) => type)).toEqual([
        'case-file.resubmitted',
        'case-file-draft.saved',
        'case-file-draft.opened',
        'case-file.person-wrote',
        'case-file.submitted',
        'case-file-draft.saved',
        'case-file-draft.opened',
      ]);
    }
  });

  test('ID-16: one file only: no other draft, no other file, no other document of the same person', async () => {
    const given = await aSentFile(deps, ada);
    const hidden = await openDraft(deps, { accountId: ada, actingId: ada, procedure: other });
    await delegated(file(given));
    expect(await findForReader(deps, asBea(), given)).toBeDefined();
    expect(await whoseDraft(deps, bea, hidden.id)).toBeUndefined();
    const seen = await listForOthers(deps, bea);
    expect([seen.files.map(({ id }) => id), seen.drafts]).toEqual([[given], []]);
    const who = { accountId: ada, actingId: bea, draftId: hidden.id };
    expect(await replaceAnswers(deps, { ...who, answers: {}, revision: 1 })).toMatchObject({ ok: false });
    expect(await discardDraft(deps, who)).toMatchObject({ ok: false });
    expect(await sendForm(deps, { ...who, key: key() })).toMatchObject({ ok: false });
    expect(await touchDraft(deps, who)).toMatchObject({ ok: false });
  });

  test('ID-16: a procedure does not reach what was over before it was delegated', async () => {
    const old = await aSentFile(deps, ada);
    await cancelCaseFile(deps, { reader: { kind: 'citizen', accountId: ada }, id: old, key: key() });
    deps.clock.forward({ hours: 1 });
    await delegated();
    expect(await findForReader(deps, asBea(), old)).toBeUndefined();
    expect(await sql(`select id from case_files.case_file where id = '${old}'`)).toBe(0);
  });
});

describe('the end of a delegation', () => {
  async function all(id: string, document: string, draftId: string) {
    return {
      file: (await findForReader(deps, asBea(), id)) !== undefined,
      receipt: (await printReceipt(deps, { accountId: bea, id, locale: 'it' })) !== undefined,
      document:
        (await openDocument(deps, { as: asBea(), officeId: 'manchester', id: document })) !== undefined,
      draft: (await whoseDraft(deps, bea, draftId)) !== undefined,
      touch: (await touchDraft(deps, { accountId: ada, actingId: bea, draftId })).ok,
      rows:
        (await sql('select id from case_files.case_file')) +
        (await sql('select id from case_files.draft')) +
        (await sql('select id from documents.document')) +
        (await sql('select number from case_files.sent_answers')),
      lists: (await listForOthers(deps, bea)).files.length,
    };
  }

  async function inForce() {
    const id = await aSentFile(deps, ada);
    const delegation = await delegated();
    const olga = await anOfficial(deps);
    await aVerificationFailed(deps, id, olga, [
      { target: { kind: 'question', path: 'home_kind' }, note: 'Come?' },
    ]);
    const opened = await openCorrection(deps, { accountId: ada, actingId: bea, id });
    const draftId = opened.ok ? opened.value.id : '';
    const { rows } = await deps.store.owner.query<{ id: string }>('select id from documents.document');
    const document = rows[0]?.id ?? '';
    const see = () => all(id, document, draftId);
    expect(await see()).toEqual({
      file: true,
      receipt: true,
      document: true,
      draft: true,
      touch: true,
      rows: 4,
      lists: 1,
    });
    return { id, delegation, draftId, see };
  }
  const nothing = {
    file: false,
    receipt: false,
    document: false,
    draft: false,
    touch: false,
    rows: 0,
    lists: 0,
  };

  test('ID-16: revoked by the owner, the delegate sees and does nothing more, by SQL neither', async () => {
    const { id, delegation, draftId, see } = await inForce();
    expect(await revokeDelegation(deps, { id: delegation, accountId: ada })).toMatchObject({ ok: true });
    expect(await see()).toEqual(nothing);
    expect(await writeAsPerson(deps, { reader: asBea(), id, key: key(), text: 'Ancora' })).toMatchObject({
      ok: false,
      refusal: { code: 'no_such_case_file' },
    });
    const who = { accountId: ada, actingId: bea };
    expect(await sendForm(deps, { ...who, draftId: id, key: key() })).toMatchObject({ ok: false });
    expect(await resubmit(deps, { ...who, id, version: 3, text: '', key: key() })).toMatchObject({
      ok: false,
    });
    expect(await ownerOfDraft(deps)(bea, draftId)).toBe(bea);
    for (const address of [adaEmail, beaEmail])
      expect((await lettersTo(deps, address)).at(-1)?.subject).toContain('è finita');
    // What was delegated goes on with its person.
    expect(await findForReader(deps, { kind: 'citizen', accountId: ada }, id)).toBeDefined();
  });

  test('ID-16: given up by the delegate, and run out: the same; the minute’s job tells both', async () => {
    const { delegation, see } = await inForce();
    await revokeDelegation(deps, { id: delegation, accountId: bea });
    expect(await see()).toEqual(nothing);

    deps.clock.forward({ hours: 25 });
    const again = await delegated();
    expect((await see()).file).toBe(true);
    deps.clock.set('2027-05-31T22:00:00Z');
    // The use cases know before the job has run.
    expect(await see()).toMatchObject({ file: false, draft: false, touch: false, lists: 0 });
    expect(await expireDelegations(deps)).toBe(1);
    expect(await see()).toEqual(nothing);
    expect((await seeDelegation(deps, { accountId: ada, id: again }))?.delegation.state).toBe('expired');
    expect((await lettersTo(deps, beaEmail)).at(-1)?.subject).toBe('La delega di Ada Inventata è scaduta');
  });

  test('ID-16: the database refuses what the delegate may not write', async () => {
    const { delegation, draftId } = await inForce();
    const carla = await aPerson(deps, { email: 'carla@posta.example', mobile: '+447911123458' });
    expect(
      await sql(`update case_files.draft set section = 'home' where id = '${draftId}' returning id`),
    ).toBe(1);
    await expect(sql(`update case_files.draft set account_id = '${carla}' returning id`)).rejects.toThrow(
      /policy/,
    );
    await expect(sql(`update case_files.draft set procedure = 'other-pets' returning id`)).rejects.toThrow(
      /policy/,
    );
    for (const change of [
      `update case_files.case_file set state = 'rejected' returning id`,
      `update identity.delegation set until_at = until_at + interval '1 day' returning id`,
      `delete from identity.delegation returning id`,
      `select id from identity.account where id = '${ada}'`,
      `select account_id from identity.contact where account_id = '${ada}'`,
    ])
      expect([change, await sql(change)]).toEqual([change, 0]);
    expect(await sql(`select id from identity.delegation where id = '${delegation}'`)).toBe(1);
    const asCarla = { kind: 'citizen', accountId: carla } as const;
    const seen = await deps.db.transaction(asCarla, (tx) => tx.sql('select id from identity.delegation'));
    expect(seen).toEqual([]);
    const told = await deps.db.transaction(asCarla, (tx) =>
      tx.sql(`select * from identity.delegates_of($1, 'pet-registration', $1, null)`, [ada]),
    );
    expect(told).toEqual([]);
  });

  test('ID-16: a delegate goes on in another procedure only where that is delegated, too', async () => {
    await delegated();
    await expect(openDraft(deps, { accountId: ada, actingId: bea, procedure: other })).rejects.toThrow(
      /policy/,
    );
    await aFilledDraft(deps, ada);
    expect((await listForOthers(deps, bea)).drafts).toHaveLength(1);
  });
});
