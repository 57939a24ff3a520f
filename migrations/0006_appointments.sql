-- Appointments: the office's agenda, its places, and who has them.

create schema appointments;
grant usage on schema appointments to sportello_app;

-- A calendar of an office, for one or several services.
create table appointments.agenda (
  office_id text not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  service_ids text[] not null check (cardinality(service_ids) > 0),
  -- Length of an appointment.
  minutes smallint not null check (minutes between 5 and 240),
  -- New places appear so many days ahead, at this time of the office's day.
  days_ahead smallint not null default 90 check (days_ahead between 1 and 92),
  published_at_time time not null default '00:00',
  ended_on date,
  primary key (office_id, id)
);
create index agenda_by_service on appointments.agenda using gin (service_ids);

-- Weekly availability (disponibilità settimanale): desks open from a time to a time on a day of the week.
create table appointments.weekly_window (
  office_id text not null,
  agenda_id uuid not null,
  id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  desks smallint not null check (desks between 1 and 50),
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (office_id, id),
  foreign key (office_id, agenda_id) references appointments.agenda on delete cascade,
  -- Two windows of an agenda never open the same hour twice.
  exclude using gist (
    office_id with =, agenda_id with =, weekday with =,
    int4range((extract(epoch from starts) / 60)::int, (extract(epoch from ends) / 60)::int) with &&,
    daterange(from_on, until_on, '[]') with &&)
);

-- Days on which the office, or one agenda of it, is closed (chiusura, festività).
create table appointments.closure (
  office_id text not null,
  id uuid not null,
  agenda_id uuid,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  reason_it text not null check (length(reason_it) between 1 and 200),
  reason_en text not null check (length(reason_en) between 1 and 200),
  primary key (office_id, id),
  foreign key (office_id, agenda_id) references appointments.agenda on delete cascade
);

-- Openings outside of the weekly ones (apertura straordinaria).
create table appointments.extra_window (
  office_id text not null,
  agenda_id uuid not null,
  id uuid not null,
  day date not null,
  starts time not null,
  ends time not null check (ends > starts),
  desks smallint not null check (desks between 1 and 50),
  primary key (office_id, id),
  foreign key (office_id, agenda_id) references appointments.agenda on delete cascade
);

-- An hour of an agenda with its places.
create table appointments.slot (
  office_id text not null,
  id bigint generated always as identity,
  agenda_id uuid not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  capacity smallint not null check (capacity between 0 and 500),
  -- Places given, those among them still to be confirmed, and freed places that wait to become public.
  taken smallint not null default 0 check (taken >= 0),
  held smallint not null default 0 check (held between 0 and taken),
  withheld smallint not null default 0 check (withheld >= 0),
  published_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, agenda_id, starts_at),
  foreign key (office_id, agenda_id) references appointments.agenda,
  -- No place beyond those that exist.
  constraint no_place_twice check (taken + withheld <= capacity)
) with (fillfactor = 80);
create index slot_by_day on appointments.slot (office_id, agenda_id, day);

create table appointments.appointment (
  office_id text not null,
  id uuid not null,
  slot_id bigint not null,
  -- Which of the places of the hour: the number of the desk.
  place smallint not null check (place > 0),
  service_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  account_id uuid,
  -- Keyed hash of the tax code, or else of normalised name and date of birth.
  person_key text not null,
  given_name text not null,
  family_name text not null,
  born_on date not null,
  locale text not null,
  notes text not null default '' check (length(notes) <= 2000),
  answers jsonb not null default '{}',
  state text not null check (state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show',
    'lapsed', 'cancelled_by_citizen', 'cancelled_by_office')),
  held_until timestamptz,
  created_at timestamptz not null,
  checked_in_at timestamptz,
  -- Grows with each change that a calendar must learn of.
  revision integer not null default 0,
  next_reminder_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, slot_id) references appointments.slot,
  check ((state = 'held') = (held_until is not null))
) with (fillfactor = 80);

-- A place is never given twice.
create unique index place_given_once on appointments.appointment (office_id, slot_id, place)
  where state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show');
-- Never more than one live booking of a service for a person.
create unique index one_live_booking on appointments.appointment (service_id, person_key)
  where state in ('held', 'booked', 'in_charge', 'checked_in');
create index appointment_by_account on appointments.appointment (account_id, starts_at) where account_id is not null;
create index appointment_by_start on appointments.appointment (office_id, starts_at);
create index appointment_lapsing on appointments.appointment (held_until) where state = 'held';
create index appointment_reminders on appointments.appointment (next_reminder_at) where next_reminder_at is not null;

-- Freed places that become public later, each at its own moment.
create table appointments.freed_place (
  office_id text not null,
  id bigint generated always as identity,
  slot_id bigint not null,
  public_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, slot_id) references appointments.slot
);
create index freed_place_due on appointments.freed_place (public_at);

alter table appointments.agenda enable row level security;
alter table appointments.weekly_window enable row level security;
alter table appointments.closure enable row level security;
alter table appointments.extra_window enable row level security;
alter table appointments.slot enable row level security;
alter table appointments.appointment enable row level security;
alter table appointments.freed_place enable row level security;

create policy read on appointments.agenda for select to sportello_app using (true);
create policy write on appointments.agenda to sportello_app using (platform.serves(office_id));
create policy read on appointments.weekly_window for select to sportello_app using (true);
create policy write on appointments.weekly_window to sportello_app using (platform.serves(office_id));
create policy read on appointments.closure for select to sportello_app using (true);
create policy write on appointments.closure to sportello_app using (platform.serves(office_id));
create policy read on appointments.extra_window for select to sportello_app using (true);
create policy write on appointments.extra_window to sportello_app using (platform.serves(office_id));
create policy read on appointments.slot for select to sportello_app using (true);
create policy write on appointments.slot to sportello_app using (platform.serves(office_id));
create policy own on appointments.appointment for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy write on appointments.appointment to sportello_app using (platform.serves(office_id));
create policy serve on appointments.freed_place to sportello_app using (platform.serves(office_id));

grant select, insert, update, delete on all tables in schema appointments to sportello_app;
