import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { aCorrection, aSentFile, goodAnswers, residenceFolder } from '../files.testing.ts';
import { adaEmail, anOfficial, aPerson, caseFileDeps } from '../testing.ts';
import { addAbsence, listAbsences, removeAbsence } from './absences.ts';
import { failVerification, rejectFile, sendToMunicipality } from './decide-file.ts';
import type { FileWork } from './file-work.ts';
import { handOver, listClerks } from './hand-over.ts';
import { type FileView, openFile, viewFile } from './see-file.ts';
import { takeFile, takeNextFile } from './take-file.ts';
import { readChecklist, tickChecks } from './tick-checks.ts';
import { note, putBack, writeToPerson } from './work-on-file.ts';
import { cancelCaseFile } from './write-as-person.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
let piero: Official;
let head: Official;
let elsewhere: Official;
beforeEach(async () => {
  deps = await caseFileDeps(residenceFolder);
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
  piero = await anOfficial(deps, 'manchester', 'Piero');
  const made = await anOfficial(deps, 'manchester', 'Dora');
  head = { ...made, roles: [{ officeId: 'manchester', role: 'office_admin' }] };
  elsewhere = await anOfficial(deps, 'london', 'Elsa');
});

const officeId = 'manchester';
const key = () => crypto.randomUUID();
const work = (id: string, official = olga, more: Partial<FileWork> = {}): FileWork => ({
  official,
  officeId,
  id,
  key: key(),
  ...more,
});
const next = (official = olga) => takeNextFile(deps, { official, officeId, key: key() });

async function see(id: string): Promise<FileView> {
  const view = await openFile(deps, { official: olga, officeId }, id);
  if (view === undefined) throw new Error('The file is not found');
  return view;
}
const seeAsAda = async (id: string) =>
  viewFile(deps, (await see(id)).file, { kind: 'citizen', accountId: ada });
const stateOf = async (id: string) => (await see(id)).file.state;
const code = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code;
const passport = { kind: 'document', path: 'passport' } as const;
const indication = { wanted: [{ target: passport, note: 'Il passaporto è scaduto.' }], text: '' };
const allHold = { readable: 'holds', same_person: 'holds', lives_there: 'holds' } as const;

async function taken(by = olga): Promise<string> {
  const id = await aSentFile(deps, ada);
  await next(by);
  return id;
}

describe('taking files in charge', () => {
  test('CF-2: the next file is the oldest, whoever asks', async () => {
    const first = await aSentFile(deps, ada);
    deps.clock.forward({ hours: 1 });
    const bruno = await aPerson(deps, {
      givenName: 'Bruno',
      email: 'bruno@posta.example',
      mobile: '+447911123457',
    });
    const second = await aSentFile(deps, bruno);
    expect(await next(piero)).toMatchObject({ ok: true, value: { id: first } });
    expect(await next(olga)).toMatchObject({ ok: true, value: { id: second } });
    expect(code(await next(olga))).toBe('queue_empty');
  });

  test('CF-2: a later one is taken with a reason, which the history keeps with how many were passed over', async () => {
    await aSentFile(deps, ada);
    deps.clock.forward({ hours: 1 });
    const bruno = await aPerson(deps, {
      givenName: 'Bruno',
      email: 'bruno@posta.example',
      mobile: '+447911123457',
    });
    const later = await aSentFile(deps, bruno);
    expect(code(await takeFile(deps, work(later), { reason: 'person_in_need', text: 'Parte domani' }))).toBe(
      'done',
    );
    const { rows } = await deps.store.owner.query(
      "select facts from platform.event where subject_id = $1 and type = 'case-file.taken'",
      [later],
    );
    expect(rows[0]?.facts).toMatchObject({ skipped: 1, reason: 'person_in_need' });
    expect((await see(later)).messages.map(({ kind }) => kind)).toContain('internal_note');
  });

  test('CF-1: the same press twice takes one file', async () => {
    await aSentFile(deps, ada);
    const once = { official: olga, officeId, key: key() };
    const [one, other] = await Promise.all([takeNextFile(deps, once), takeNextFile(deps, once)]);
    expect(one).toEqual(other);
    expect(one.ok).toBe(true);
  });

  test('CF-1: back in the queue it keeps its date, and another takes it', async () => {
    const id = await taken();
    const before = (await see(id)).file.submittedAt;
    expect(code(await putBack(deps, work(id)))).toBe('done');
    expect((await see(id)).file).toMatchObject({ state: 'submitted', takenBy: null });
    expect((await see(id)).file.submittedAt.equals(before)).toBe(true);
    expect(await next(piero)).toMatchObject({ ok: true, value: { id } });
  });
});

describe('deciding', () => {
  test('CF-1: wrong things come back to the person at their place, and then to the same official with their date', async () => {
    const id = await taken();
    const before = (await see(id)).file.submittedAt;
    expect(code(await failVerification(deps, work(id), indication))).toBe('done');
    const asAda = await seeAsAda(id);
    expect(asAda.file.state).toBe('verification_failed');
    expect(asAda.wanted).toMatchObject([{ target: passport, note: 'Il passaporto è scaduto.', round: 1 }]);
    await aCorrection(deps, ada, id, { passport: true });
    const view = await see(id);
    expect(view.file).toMatchObject({ state: 'in_progress', takenBy: olga.officialId });
    expect(view.file.submittedAt.equals(before)).toBe(true);
    expect(view.documents[0]).toMatchObject({
      files: [{ name: 'nuovo.pdf' }],
      before: [{ name: 'passaporto.pdf' }],
    });
  });

  test('CF-1: what was changed by a correction stands out', async () => {
    const id = await taken();
    const target = { kind: 'question', path: 'address' } as const;
    await failVerification(deps, work(id), {
      wanted: [{ target, note: 'Manca il numero.' }],
      text: 'Una cosa sola',
    });
    await aCorrection(deps, ada, id, { answers: { ...goodAnswers, address: '14 Example Street, Leeds' } });
    const changed = (await see(id)).content
      .flatMap(({ entries }) => entries.flatMap(({ answers }) => answers))
      .filter((each) => each.changed);
    expect(changed.map(({ path, answer }) => [path, answer])).toEqual([
      ['address', '14 Example Street, Leeds'],
    ]);
  });

  test('CF-1: indications need a place of this form and a sentence', async () => {
    const id = await taken();
    const at = (path: string, note = 'Rifai') => ({
      wanted: [{ target: { kind: 'question', path } as const, note }],
      text: '',
    });
    expect(code(await failVerification(deps, work(id), { wanted: [], text: 'Tutto' }))).toBe(
      'nothing_wanted',
    );
    expect(code(await failVerification(deps, work(id), at('shoe_size')))).toBe('no_such_place');
    expect(code(await failVerification(deps, work(id), at('address', '')))).toBe('text_missing');
    expect(await stateOf(id)).toBe('in_progress');
  });

  test('CF-4: it goes to the municipality when every check holds, and else says which do not', async () => {
    const id = await taken();
    expect(await sendToMunicipality(deps, work(id))).toMatchObject({
      ok: false,
      refusal: {
        code: 'not_complete',
        obstacles: { unticked: ['same_person', 'lives_there'], failed: ['readable'] },
      },
    });
    await tickChecks(deps, work(id), { ...allHold, lives_there: 'fails' });
    expect(await sendToMunicipality(deps, work(id))).toMatchObject({
      refusal: { obstacles: { unticked: [], failed: ['lives_there'] } },
    });
    await tickChecks(deps, work(id), allHold);
    expect(code(await sendToMunicipality(deps, work(id)))).toBe('done');
    expect((await see(id)).file).toMatchObject({
      state: 'sent_to_municipality',
      municipalityId: 'comune-l424',
    });
  });

  test('CF-1: a tick about what was corrected has to be given again, the others stay', async () => {
    const id = await taken();
    await tickChecks(deps, work(id), allHold);
    deps.clock.forward({ hours: 1 });
    await failVerification(deps, work(id), indication);
    deps.clock.forward({ hours: 1 });
    await aCorrection(deps, ada, id, { passport: true });
    const as = { kind: 'official', officialId: olga.officialId, officeIds: [officeId] } as const;
    const lines = await readChecklist(deps, await see(id), as);
    expect(Object.fromEntries(lines.map(({ check, counts }) => [check.id, counts]))).toEqual({
      in_district: 'holds',
      readable: 'fails',
      same_person: 'to_be_seen',
      lives_there: 'holds',
    });
  });

  test('CF-4: a municipality that does not exist is no municipality', async () => {
    const id = await aSentFile(deps, ada, { answers: { ...goodAnswers, municipality: 'L424' } });
    await next();
    await deps.store.owner.query(
      `update case_files.case_file set answers = jsonb_set(answers, '{municipality}', '"Z999"') where id = $1`,
      [id],
    );
    await tickChecks(deps, work(id), allHold);
    expect(['no_municipality', 'not_complete']).toContain(code(await sendToMunicipality(deps, work(id))));
  });

  test('CF-1: a rejection needs a reason that the procedure knows and a text, and ends the file', async () => {
    const id = await taken();
    const reject = (reasons: string[], text: string) => rejectFile(deps, work(id), { reasons, text });
    expect(code(await reject([], 'No'))).toBe('reason_missing');
    expect(code(await reject(['bad_mood'], 'No'))).toBe('reason_missing');
    expect(code(await reject(['no_citizen'], ''))).toBe('text_missing');
    expect(code(await reject(['no_citizen'], 'Non risulti cittadino.'))).toBe('done');
    expect(await stateOf(id)).toBe('rejected');
    expect(code(await reject(['no_citizen'], 'Ancora'))).toBe('not_now');
  });

  test('CF-3: the person gets a letter for each step and none for a note or a hand-over', async () => {
    const id = await taken();
    const before = (await lettersTo(deps, adaEmail)).length;
    await note(deps, work(id), 'Chiedere a Piero');
    await handOver(deps, work(id), piero.officialId);
    expect(await lettersTo(deps, adaEmail)).toHaveLength(before);
    await writeToPerson(deps, work(id, piero), 'Stiamo guardando');
    expect(await lettersTo(deps, adaEmail)).toHaveLength(before + 1);
    const asAda = await seeAsAda(id);
    expect(asAda.messages.map(({ text }) => text)).toEqual(['Stiamo guardando']);
    expect(asAda.timeline.map(({ type }) => type)).not.toContain('case-file.noted');
  });
});

describe('several officials', () => {
  test('CF-1: whoever saw an older version changes nothing, and learns how much has changed', async () => {
    const id = await taken();
    const { version } = (await see(id)).file;
    await writeToPerson(deps, work(id, piero), 'Ciao');
    expect(
      await rejectFile(deps, work(id, olga, { version }), { reasons: ['no_citizen'], text: 'No' }),
    ).toEqual({
      ok: false,
      refusal: { code: 'changed_meanwhile', changes: 1 },
    });
    expect(await stateOf(id)).toBe('in_progress');
  });

  test('CF-1: only who has it decides; an administrator moves it', async () => {
    const id = await taken();
    expect(code(await failVerification(deps, work(id, piero), indication))).toBe('in_other_hands');
    expect(code(await putBack(deps, work(id, piero)))).toBe('in_other_hands');
    expect(code(await handOver(deps, work(id, piero), piero.officialId))).toBe('in_other_hands');
    expect(code(await handOver(deps, work(id, head), piero.officialId))).toBe('done');
    expect((await see(id)).file.takenBy).toBe(piero.officialId);
    expect(code(await failVerification(deps, work(id, piero), indication))).toBe('done');
  });

  test('BO-1: nothing is handed to who is away, to who has it, or to another office', async () => {
    const id = await taken();
    const days = { from: civilDate('2026-11-24'), until: civilDate('2026-11-27') };
    const away = await addAbsence(
      deps,
      { official: head, officeId },
      { officialId: piero.officialId, ...days, key: key() },
    );
    expect(code(await handOver(deps, work(id), piero.officialId))).toBe('colleague_away');
    expect(code(await handOver(deps, work(id), olga.officialId))).toBe('has_it_already');
    expect(code(await handOver(deps, work(id), elsewhere.officialId))).toBe('no_such_colleague');
    expect((await listClerks(deps, { official: olga, officeId })).filter((each) => each.away)).toHaveLength(
      1,
    );
    if (away.ok) await removeAbsence(deps, { official: head, officeId }, away.value.id);
    expect(code(await handOver(deps, work(id), piero.officialId))).toBe('done');
  });

  test('BO-1: absences are the administrator’s to write down, in order and not in the past', async () => {
    const add = (official: Official, from: string, until: string) =>
      addAbsence(
        deps,
        { official, officeId },
        { officialId: piero.officialId, from: civilDate(from), until: civilDate(until), key: key() },
      );
    expect(code(await add(olga, '2026-11-25', '2026-11-26'))).toBe('not_yours');
    expect(code(await add(head, '2026-11-27', '2026-11-26'))).toBe('ends_before_it_begins');
    expect(code(await add(head, '2026-11-01', '2026-11-02'))).toBe('over_already');
    expect(code(await add(head, '2026-12-01', '2028-12-02'))).toBe('too_long');
    expect(code(await add(head, '2026-12-01', '2026-12-02'))).toBe('done');
    expect(code(await add(head, '2026-12-01', '2026-12-05'))).toBe('written_down_already');
    expect(await listAbsences(deps, { official: olga, officeId })).toHaveLength(1);
    expect(await listAbsences(deps, { official: elsewhere, officeId })).toEqual([]);
  });

  test('BO-1: another office finds nothing, the ministry sees and moves but does not decide', async () => {
    const id = await taken();
    const ministry: Official = { ...elsewhere, ministry: true, roles: [] };
    expect(await openFile(deps, { official: elsewhere, officeId }, id)).toBeUndefined();
    for (const official of [elsewhere]) {
      expect(code(await note(deps, work(id, official), 'Ciao'))).toBe('no_such_case_file');
      expect(code(await handOver(deps, work(id, official), official.officialId))).toBe('no_such_case_file');
      expect(code(await takeNextFile(deps, { official, officeId, key: key() }))).toBe('no_such_case_file');
    }
    expect((await openFile(deps, { official: ministry, officeId }, id))?.file.id).toBe(id);
    expect(code(await rejectFile(deps, work(id, ministry), { reasons: ['no_citizen'], text: 'No' }))).toBe(
      'not_of_this_office',
    );
    expect(code(await takeNextFile(deps, { official: ministry, officeId, key: key() }))).toBe(
      'not_of_this_office',
    );
    expect(code(await handOver(deps, work(id, ministry), piero.officialId))).toBe('done');
  });

  test('CF-1: until it is taken the person gives it up, then only when it comes back', async () => {
    const id = await taken();
    const cancel = () =>
      cancelCaseFile(deps, { reader: { kind: 'citizen', accountId: ada }, id, key: key() });
    expect(code(await cancel())).toBe('too_late');
    await failVerification(deps, work(id), indication);
    expect(code(await cancel())).toBe('done');
    expect(await stateOf(id)).toBe('cancelled_by_user');
  });
});

describe('who read it', () => {
  test('CF-8: the person sees which office opened the file, once an hour for each official', async () => {
    const id = await taken();
    await see(id);
    await see(id);
    await openFile(deps, { official: piero, officeId }, id);
    expect((await seeAsAda(id)).readings).toHaveLength(2);
    deps.clock.forward({ minutes: 61 });
    await see(id);
    const { readings, timeline } = await seeAsAda(id);
    expect(readings).toHaveLength(3);
    expect(readings.every((each) => each.officeId === officeId)).toBe(true);
    expect(timeline.map(({ type }) => type)).not.toContain('case-file.read');
  });
});
