import type { Stage } from './stage.ts';

/** Appointments of the years before, of the same office and agenda, written straight into the tables. */
export async function fillPast({ owner }: Stage, service: string, count: number): Promise<void> {
  await owner.query(
    `with agenda as (select office_id, id from appointments.agenda limit 1),
     start as (select least(min(starts_at), now() - interval '2 days') as at from appointments.slot),
     hour as (
       insert into appointments.slot (office_id, agenda_id, day, starts_at, ends_at, capacity, taken, published_at)
       select agenda.office_id, agenda.id, (start.at - make_interval(mins => 5 * n))::date,
         start.at - make_interval(mins => 5 * n), start.at - make_interval(mins => 5 * n - 5), 10, 10, now()
       from agenda, start, generate_series(1, $1::int / 10) as n
       returning office_id, id, starts_at, ends_at)
     insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, person_key,
       given_name, family_name, born_on, locale, state, created_at)
     select hour.office_id, gen_random_uuid(), hour.id, place, $2, hour.starts_at, hour.ends_at, gen_random_uuid()::text,
       'Ada', 'Prova', '1980-01-01', 'it', 'served', now()
     from hour, generate_series(1, 10) as place`,
    [count, service],
  );
  await owner.query('vacuum analyze');
}

/** Firm appointments in every free place of the office's agenda on a day, one for each account while there are some. */
export async function fillDay(
  { owner }: Stage,
  { service, day, accounts }: { service: string; day: string; accounts: readonly string[] },
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with hour as (
       update appointments.slot set taken = capacity where day = $2 and taken = 0
       returning office_id, id, starts_at, ends_at, capacity),
     place as (
       select hour.*, place, row_number() over (order by starts_at, place) as turn
       from hour, generate_series(1, hour.capacity) as place)
     insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, account_id,
       person_key, given_name, family_name, born_on, locale, state, created_at)
     select office_id, gen_random_uuid(), id, place, $1, starts_at, ends_at, ($3::uuid[])[turn],
       gen_random_uuid()::text, 'Ada', 'Folla ' || turn, '1980-01-01', 'it', 'booked', now()
     from place where turn <= cardinality($3::uuid[])
     returning id`,
    [service, day, accounts],
  );
  await owner.query('vacuum analyze');
  return rows.map(({ id }) => id);
}
