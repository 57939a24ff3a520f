import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenApi } from '#tests/support/api-offences.ts';
import { testApp, testFilesDir } from '#tests/support/app.ts';
import { sayAsDescribed } from '#tests/support/described-answers.ts';
import { aSentApplication } from '#tests/support/sent-application.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { type Kind, office, openWorld, otherOffice } from '../security/world.ts';

let app: Awaited<ReturnType<typeof testApp>>;
let deps: Awaited<ReturnType<typeof testDeps>>;
beforeAll(async () => {
  deps = await testDeps(testClock());
  app = await testApp(deps);
});
afterAll(() => app.close());

const desk = '/api/v1/desk/offices/{office_id}';
const files = `${desk}/files`;
const file = `${files}/{file_id}`;

test('BO-4 BO-1: every operation of the desk of files answers as it is described', {
  timeout: 60_000,
}, async () => {
  const world = await openWorld(app, deps);
  const document = (await app.inject('/api/v1/openapi.json')).json<OpenApi>();
  const { say, tried } = sayAsDescribed(app, world, document);
  const here = { office_id: office };
  const { rows } = await deps.store.owner.query<{ account: string; admin: string }>(
    `select (select id from identity.account where office_id = $1 and state = 'active' order by id limit 1) as account,
       (select official_id from identity.official_role where office_id = $1 and role = 'office_admin' limit 1) as admin`,
    [office],
  );
  const { account = '', admin = '' } = rows[0] ?? {};
  const file_id = await aSentApplication(deps, testFilesDir, account);

  const params = { ...here, file_id };
  const act = async (
    kind: Kind,
    noun: string,
    status: number,
    id: string,
    body: Record<string, unknown> = {},
  ) => {
    const { rows: found } = await deps.store.owner.query<{ version: number }>(
      'select version from case_files.case_file where id = $1',
      [id],
    );
    const version = found[0]?.version ?? 1;
    return say(kind, `post ${file}/${noun}`, status, { params: { ...here, file_id: id }, body, version });
  };

  await say('operator', `get ${files}`, 200, { params: here, query: '?list=queue' });
  await say('operator', `get ${files}`, 200, { params: here, query: '?q=prova' });
  await say('otherOperator', `get ${files}`, 404, { params: here });
  await say('operator', `get ${file}`, 200, { params });
  await say('otherOperator', `get ${file}`, 404, { params: { ...params, office_id: otherOffice } });
  await act('operator', 'charge', 422, file_id, { reason: 'mood' });
  await act('operator', 'charge', 200, file_id, { reason: 'term_near' });
  await act('operator', 'return', 200, file_id);
  await say('ministry', `post ${files}/assignments`, 409, { params: here });
  await say('operator', `post ${files}/assignments`, 201, { params: here });
  await say('operator', `post ${files}/assignments`, 409, { params: here });
  await act('admin', 'rejection', 409, file_id, { reasons: ['other'], text: 'No' });
  await act('admin', 'notes', 200, file_id, { text: 'Una nota' });
  const stale = await say('operator', `post ${file}/messages`, 409, {
    params,
    body: { text: 'Ciao' },
    version: 1,
  });
  expect(stale.json()).toMatchObject({ code: 'changed_meanwhile' });
  await act('operator', 'messages', 200, file_id, { text: 'Ciao' });

  const refused = await act('operator', 'municipality-transfers', 409, file_id);
  expect(refused.json()).toMatchObject({
    code: 'not_complete',
    detail: expect.stringContaining('is not ticked'),
  });
  const { checks } = (await say('operator', `get ${file}`, 200, { params })).json<{
    checks: { check: string; counts: string }[];
  }>();
  const open = checks.filter(({ counts }) => counts !== 'holds').map(({ check }) => [check, 'holds']);
  await act('operator', 'checks', 200, file_id, { verdicts: Object.fromEntries(open) });
  await act('operator', 'acceptance', 409, file_id);
  await act('operator', 'municipality-transfers', 200, file_id);
  await act('operator', 'hand-overs', 200, file_id, { official_id: admin });
  await act('admin', 'hand-overs', 409, file_id, { official_id: admin });

  const [second, third] = [await world.make('file'), await world.make('file')];
  for (const id of [second, third]) await act('operator', 'charge', 200, id, { reason: 'term_near' });
  const target = { kind: 'question', path: 'stay' };
  await act('operator', 'corrections', 422, second, {
    wanted: [{ target: { kind: 'document', path: 'shoes' }, note: 'No' }],
  });
  await act('operator', 'corrections', 200, second, { wanted: [{ target, note: 'Rispondi di nuovo' }] });
  await act('operator', 'rejection', 422, third, { reasons: ['bad_mood'], text: 'No' });
  await act('operator', 'rejection', 200, third, { reasons: ['other'], text: 'Non è possibile' });
  await say('operator', `post ${files}/batches`, 200, {
    params: here,
    body: { file_ids: [second, third], kind: 'note', text: 'Insieme' },
  });

  const away = { official_id: admin, from: '2026-12-01', until: '2026-12-02' };
  await say('operator', `post ${desk}/absences`, 404, { params: here, body: away });
  await say('admin', `post ${desk}/absences`, 422, { params: here, body: { ...away, until: '2026-11-30' } });
  const added = await say('admin', `post ${desk}/absences`, 201, { params: here, body: away });
  const absence_id = added.json<{ absence_id: string }>().absence_id;
  await say('operator', `get ${desk}/absences`, 200, { params: here });
  await say('admin', `delete ${desk}/absences/{absence_id}`, 204, { params: { ...here, absence_id } });
  await say('admin', `delete ${desk}/absences/{absence_id}`, 404, { params: { ...here, absence_id } });
  await say('operator', `get ${desk}/reports/files`, 200, { params: here });
  await say('operator', `get ${desk}/reports/files`, 422, {
    params: here,
    query: '?from=2026-12-01&until=2026-11-01',
  });

  const untried = Object.entries(document.paths)
    .filter(
      ([path]) =>
        path.startsWith(files) || path.startsWith(`${desk}/absences`) || path === `${desk}/reports/files`,
    )
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    // What the two desks write to each other is shown with the municipality’s desk.
    .filter((each) => !tried.has(each) && !each.endsWith('/office-messages'));
  // No procedure of this installation is granted by the office alone.
  expect(untried).toEqual([`post ${file}/acceptance`]);
});
