import type { Stage } from './stage.ts';

/** Files of an office, written straight into the tables: one in eight waits in the queue, the others are over. */
export async function fillFiles(
  { owner }: Stage,
  { officeId, procedure, files }: { officeId: string; procedure: string; files: number },
): Promise<void> {
  const atOnce = 100_000;
  for (let from = 1; from <= files; from += atOnce) {
    await owner.query(
      `with made as (
         insert into case_files.case_file (office_id, id, procedure, service_id, account_id, person_name, email, email_key,
           locale, answers, state, submitted_at, changed_at, taken_by, closed_at, keep_until, protocol_year, protocol_number)
         select $1, gen_random_uuid(), $2, 'aire-registration', gen_random_uuid(), 'Folla Persona' || n,
           'persona@posta.example', 'k' || n, 'it', '{"given_name": "Folla"}',
           case when n % 8 = 0 then 'submitted' else 'defined' end,
           now() - (($5::int - n) * interval '20 seconds') - interval '200 days', now(),
           case when n % 8 = 0 then null else ('00000000-0000-4000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid end,
           case when n % 8 = 0 then null else now() - (($5::int - n) * interval '20 seconds') - interval '100 days' end,
           case when n % 8 = 0 then null else current_date + 3650 end, 2000 + (n / 1000000), n % 1000000 + 1
         from generate_series($3::int, $4::int) as n
         returning office_id, id, person_name)
       insert into case_files.file_word (office_id, word, case_file_id)
       select office_id, word, id from made, unnest(string_to_array(lower(person_name), ' ')) as word`,
      [officeId, procedure, from, Math.min(files, from + atOnce - 1), files],
    );
  }
  await owner.query('vacuum analyze case_files.case_file');
  await owner.query('vacuum analyze case_files.file_word');
}
