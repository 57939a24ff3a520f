-- The agenda complete: closing part of a day, fewer desks, holidays; what the office does to appointments already given;
-- absences that pause booking.

-- How many places the template wants: fewer than are given where a day was closed over appointments. What is freed
-- beyond it does not come back.
alter table appointments.slot add column wanted smallint not null default 0 check (wanted >= 0);
update appointments.slot set wanted = capacity;

alter table appointments.closure
  -- Part of each day only, or some of the desks only.
  add column starts time,
  add column ends time,
  add column desks smallint check (desks between 1 and 50),
  add column holiday boolean not null default false,
  add constraint part_of_day check ((starts is null) = (ends is null) and (starts is null or ends > starts));

-- Public holidays on which the office works all the same.
create table appointments.kept_open (
  office_id text not null,
  day date not null,
  primary key (office_id, day)
);
alter table appointments.kept_open enable row level security;
create policy serve on appointments.kept_open to sportello_app using (platform.serves(office_id));
grant select, insert, update, delete on appointments.kept_open to sportello_app;

-- What the office did to an appointment, or to a whole party: another time offered, or cancelled.
create table appointments.office_change (
  office_id text not null,
  id uuid not null,
  kind text not null check (kind in ('offered', 'cancelled')),
  service_id text not null,
  account_id uuid,
  people smallint not null check (people between 1 and 20),
  was_at timestamptz not null,
  reason_it text not null check (length(reason_it) between 1 and 500),
  reason_en text not null check (length(reason_en) between 1 and 500),
  at timestamptz not null,
  -- Until then its people may also book places that are not public yet, once.
  priority_until timestamptz not null,
  priority_used_at timestamptz,
  primary key (office_id, id)
);
create index office_change_by_account on appointments.office_change (account_id) where account_id is not null;
alter table appointments.office_change enable row level security;
create policy own on appointments.office_change for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy write on appointments.office_change to sportello_app using (platform.serves(office_id));
grant select, insert, update, delete on appointments.office_change to sportello_app;

alter table appointments.appointment
  add column change_id uuid,
  -- An absence that the office has excused (assenza giustificata) no longer counts.
  add column excused_at timestamptz,
  add constraint changed_by_office foreign key (office_id, change_id) references appointments.office_change;
create index appointment_by_change on appointments.appointment (office_id, change_id) where change_id is not null;
create index appointment_missed on appointments.appointment (office_id, service_id, person_key) where state = 'no_show';

-- After how many absences within how many months booking pauses, and for how many days after the last one.
alter table services.offer
  add column absences smallint check (absences between 1 and 10),
  add column absence_months smallint not null default 6 check (absence_months between 1 and 24),
  add column pause_days smallint not null default 30 check (pause_days between 1 and 90);
