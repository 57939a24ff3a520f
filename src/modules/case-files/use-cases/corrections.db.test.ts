import { beforeEach, describe, expect, test } from 'vitest';
import { anOpenService } from '#modules/appointments/testing.ts';
import { receiveUpload } from '#modules/documents/public.ts';
import { aPhoto, received } from '#modules/documents/testing.ts';
import { personKeyOf } from '#modules/identity/public.ts';
import { codeSentTo, lettersTo } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { adaEmail, anOfficial, aPerson, aRequest, caseFileDeps } from '../testing.ts';
import { closeCaseFilesForAccount } from './close-for-account.ts';
import { handleCaseFile } from './handle-case-file.ts';
import { findAsker, findForReader, viewCaseFile } from './see-case-files.ts';
import { proveEmailOf, resendEmailCode } from './write-as-person.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
beforeEach(async () => {
  deps = await caseFileDeps();
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
});

const key = () => crypto.randomUUID();

/** Ada asks for a correction with her passport attached. */
async function askFor(answers: Record<string, string>, accountId = ada): Promise<string> {
  const formKey = key();
  await receiveUpload(deps, { formKey, accountId }, received('passaporto.jpg', await aPhoto()));
  return aRequest(deps, accountId, { procedure: 'identity-correction', answers, key: formKey });
}

const handle = (id: string, kind: 'take' | 'correct', official = olga, officeId = 'manchester') =>
  handleCaseFile(deps, { official, officeId }, { id, kind, key: key() });

async function correct(id: string) {
  await handle(id, 'take');
  return handle(id, 'correct');
}

const account = async () => {
  const { rows } = await deps.store.owner.query(
    'select given_name, family_name, born_on, birth_place, tax_code, person_key from identity.account where id = $1',
    [ada],
  );
  return rows[0] as Record<string, string>;
};

describe('correcting identity data', () => {
  test('ID-11: the office applies it with one action; data, history, letter and page agree', async () => {
    const id = await askFor({ datum: 'name', given_name: 'Ada', family_name: 'Inventati' });
    expect(await correct(id)).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({ given_name: 'Ada', family_name: 'Inventati' });
    const file = await findForReader(deps, { kind: 'citizen', accountId: ada }, id);
    expect(file).toMatchObject({ state: 'closed_with_correction', answers: { was: 'Ada Inventata' } });
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toBe(
      'Dati corretti: Correzione dei dati: nome e cognome',
    );
    const { rows } = await deps.store.owner.query(
      `select type, actor_id, account_id, facts from platform.event where type = 'account.corrected'`,
    );
    expect(rows).toEqual([
      {
        type: 'account.corrected',
        actor_id: olga.officialId,
        account_id: ada,
        facts: { datum: 'name', reason: `case-file:${id}` },
      },
    ]);
  });

  test.each([
    ['birth_date', { born_on: '1980-03-02' }, { born_on: '1980-03-02' }],
    ['birth_place', { birth_place: 'Pola' }, { birth_place: 'Pola' }],
  ])('ID-11: %s', async (datum, answers, after) => {
    expect(await correct(await askFor({ datum, ...answers }))).toMatchObject({ ok: true });
    expect(await account()).toMatchObject(after);
  });

  test('ID-11: a tax code has to fit the person; with it the key of the person changes, and live bookings follow', async () => {
    await anOpenService(deps);
    const before = await account();
    const { rows } = await deps.store.owner.query('select id from appointments.slot limit 1');
    await deps.store.owner.query(
      `insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, account_id, person_key,
         given_name, family_name, born_on, locale, state, created_at)
       select office_id, gen_random_uuid(), id, 1, 'passport', starts_at, ends_at, $1, $2, 'Ada', 'Inventata', '1980-02-03', 'it',
         'booked', now() from appointments.slot where id = $3`,
      [ada, before['person_key'], rows[0]?.id],
    );
    await expect(askFor({ datum: 'tax_code', tax_code: 'RSSMRA85T10A562S' })).rejects.toThrow(
      'tax_code_does_not_fit',
    );
    const taxCode = 'NVNDAA80B43L424W';
    expect(await correct(await askFor({ datum: 'tax_code', tax_code: taxCode }))).toMatchObject({ ok: true });
    const after = await account();
    expect(after['tax_code']).toBe(taxCode);
    const person = { givenName: 'Ada', familyName: 'Inventata', bornOn: '1980-02-03' as never, taxCode };
    expect(after['person_key']).toBe(personKeyOf(deps.keys, person));
    expect(after['person_key']).not.toBe(before['person_key']);
    const live = await deps.store.owner.query('select person_key from appointments.appointment');
    expect(live.rows).toEqual([{ person_key: after['person_key'] }]);
  });

  test('ID-11: a name that the tax code does not bear brings the new code with it', async () => {
    await deps.store.owner.query(`update identity.account set tax_code = 'NVNDAA80B43L424W' where id = $1`, [
      ada,
    ]);
    await expect(askFor({ datum: 'name', given_name: 'Ada', family_name: 'Prova' })).rejects.toThrow(
      'tax_code_does_not_fit',
    );
  });

  test('ID-11: without proof it is refused, and a second one of the same datum too', async () => {
    const submission = {
      procedure: 'identity-correction',
      answers: { datum: 'birth_place', birth_place: 'Pola' },
    } as const;
    await expect(aRequest(deps, ada, submission)).rejects.toThrow('documents_missing');
    await askFor(submission.answers);
    await expect(askFor({ ...submission.answers, birth_place: 'Fiume' })).rejects.toThrow('open_already');
    await expect(askFor({ datum: 'birth_date', born_on: '1980-02-03' })).rejects.toThrow(
      'nothing_to_correct',
    );
  });

  test('ID-11: only the responsible office corrects, also after the person has moved', async () => {
    const id = await askFor({ datum: 'birth_place', birth_place: 'Pola' });
    await handle(id, 'take');
    const otto = await anOfficial(deps, 'london', 'Otto');
    for (const office of ['london', 'manchester'])
      expect(await handle(id, 'correct', otto, office)).toMatchObject({
        refusal: { code: 'no_such_case_file' },
      });
    await deps.store.owner.query(`update identity.account set office_id = 'london' where id = $1`, [ada]);
    expect(await handle(id, 'correct')).toMatchObject({ refusal: { code: 'no_such_account' } });
    expect(await account()).toMatchObject({ birth_place: 'Trieste' });
  });
});

describe('correcting the e-mail address', () => {
  const fresh = 'ada.nuova@posta.example';
  const proven = async (id: string) => {
    const file = await findForReader(deps, { kind: 'citizen', accountId: ada }, id);
    return file && (await viewCaseFile(deps, file)).newEmail?.proven;
  };

  test('ID-11: the new address is proven by a code before the office writes it down', async () => {
    const id = await askFor({ datum: 'email', email: fresh });
    await handle(id, 'take');
    expect(await handle(id, 'correct')).toMatchObject({ refusal: { code: 'email_not_proven' } });
    expect(await proven(id)).toBe(false);
    const code = await codeSentTo(deps, fresh);
    const wrong = code === '111111' ? '222222' : '111111';
    expect(await proveEmailOf(deps, { accountId: ada, id, code: wrong })).toMatchObject({ ok: false });
    expect(await proveEmailOf(deps, { accountId: ada, id, code })).toMatchObject({ ok: true });
    expect(await proven(id)).toBe(true);
    expect(await handle(id, 'correct')).toMatchObject({ ok: true });
    expect((await findAsker(deps, ada))?.email).toBe(fresh);
    expect((await lettersTo(deps, fresh)).at(-1)?.subject).toMatch(/^Dati corretti/);
    expect((await lettersTo(deps, adaEmail)).at(-1)?.subject).toBe('È cambiato un tuo recapito');
  });

  test('ID-11: five wrong codes end a code; a new one is sent after a minute', async () => {
    const id = await askFor({ datum: 'email', email: fresh });
    const code = await codeSentTo(deps, fresh);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let turn = 0; turn < 5; turn += 1) await proveEmailOf(deps, { accountId: ada, id, code: wrong });
    expect(await proveEmailOf(deps, { accountId: ada, id, code })).toMatchObject({ ok: false });
    expect(await resendEmailCode(deps, { accountId: ada, id })).toMatchObject({
      refusal: { code: 'too_soon' },
    });
    deps.clock.forward({ seconds: 61 });
    expect(await resendEmailCode(deps, { accountId: ada, id })).toMatchObject({ ok: true });
    const next = await codeSentTo(deps, fresh);
    expect(await proveEmailOf(deps, { accountId: ada, id, code: next })).toMatchObject({ ok: true });
  });

  test('ID-11: somebody else’s address gets no code; its owner is told, and whoever asks learns nothing', async () => {
    await aPerson(deps, { email: fresh, mobile: '+447911000002' });
    const id = await askFor({ datum: 'email', email: fresh });
    const letters = await lettersTo(deps, fresh);
    expect(letters.map((letter) => letter.subject)).toEqual(['Hai già un account']);
    expect(await proven(id)).toBe(false);
  });
});

test('ID-18: a decided correction stays with its proof when the account is closed, and says until when', async () => {
  await correct(await askFor({ datum: 'birth_place', birth_place: 'Pola' }));
  await aRequest(deps, ada);
  const effect = await deps.db.transaction({ kind: 'system', task: 'account-closing' }, (tx) =>
    closeCaseFilesForAccount(tx, deps, { accountId: ada, at: deps.now() }),
  );
  expect(effect).toEqual({
    erased: ['requests'],
    kept: [{ what: 'decided_corrections', because: 'proof_of_correction', until: '2031-11-24' }],
  });
});
