-- The consular register (schedario consolare): whom each office knows in its district, with the way to AIRE.

create table registry.consular_entry (
  office_id text not null check (office_id ~ '^[a-z0-9-]{1,60}$'),
  id uuid not null,
  -- None for family members without an account, and once the account is closed: the entry stays.
  account_id uuid references identity.account on delete set null,
  -- The record in the national registry, where it is known.
  person_id text references registry.person,
  -- The same for every entry of one person: tax code without omocodes, else names, day and place of birth.
  person_key text not null check (length(person_key) between 3 and 400),
  state text not null check (state in ('waiting_for_municipality', 'registered_with_aire', 'ended')),
  tax_code text check (tax_code ~ '^[A-Z0-9]{16}$'),
  family_name text check (length(family_name) between 1 and 100),
  given_name text check (length(given_name) between 1 and 100),
  name_key text not null,
  sex text check (sex in ('M', 'F')),
  born_on text not null check (born_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- Birth place, citizenships, marital status.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- Addresses abroad in the order of their beginning; the last one is the present one.
  addresses jsonb not null check (jsonb_typeof(addresses) = 'array' and jsonb_array_length(addresses) > 0),
  -- The municipality of AIRE: the one that is asked, later the one that has confirmed.
  municipality text check (municipality ~ '^[A-Z][0-9]{3}$'),
  entered_at timestamptz not null,
  -- What it rests on: a file of the platform or an act.
  source text not null check (length(source) between 1 and 200),
  aire_since date,
  aire_source text check (length(aire_source) between 1 and 200),
  ended_at timestamptz,
  why text check (why in ('moved', 'returned_to_italy', 'deceased', 'untraceable', 'citizenship_lost',
    'refused_by_municipality', 'entered_by_mistake')),
  -- The office to which somebody moved.
  moved_to text check (moved_to ~ '^[a-z0-9-]{1,60}$' and moved_to <> office_id),
  revision integer not null default 0 check (revision >= 0),
  primary key (office_id, id),
  check (registry.addresses_follow(addresses)),
  check (state <> 'registered_with_aire' or aire_since is not null),
  check (aire_since is null or municipality is not null),
  check ((aire_since is null) = (aire_source is null)),
  check ((state = 'ended') = (ended_at is not null) and (state = 'ended') = (why is not null)),
  check ((why = 'moved') is true or moved_to is null)
);
-- Nobody is in two consular registers, or in one twice.
create unique index one_live_entry_of_account on registry.consular_entry (account_id)
  where state <> 'ended' and account_id is not null;
create unique index one_live_entry_of_record on registry.consular_entry (person_id)
  where state <> 'ended' and person_id is not null;
create unique index one_live_entry_of_person on registry.consular_entry (person_key) where state <> 'ended';
create index consular_entry_by_account on registry.consular_entry (account_id) where account_id is not null;
create index consular_entry_by_record on registry.consular_entry (person_id) where person_id is not null;
create index consular_entry_by_name on registry.consular_entry (office_id, name_key collate "C", id);
create index consular_entry_by_tax_code on registry.consular_entry (office_id, tax_code) where tax_code is not null;

alter table registry.consular_entry enable row level security;
create policy read on registry.consular_entry for select to sportello_app using (
  (select platform.is_system())
  or account_id = (select platform.account_id())
  or person_id = (select registry.own_person())
  or platform.serves(office_id));
create policy enter on registry.consular_entry for insert to sportello_app
  with check ((select platform.is_system()) or platform.serves(office_id));
create policy change on registry.consular_entry for update to sportello_app
  using ((select platform.is_system()) or platform.serves(office_id));
grant select, insert, update on registry.consular_entry to sportello_app;

-- Whom an office enters leaves the register of the office before, whose entries the policies hide from it: with the
-- rights of the owner, for whoever serves the new office. Entries of another living account are left alone.
create function registry.leave_other_offices(office text, account uuid, person text, key text, moved_at timestamptz)
  returns table (office_id text, id uuid, account_id uuid, municipality text)
  language sql security definer set search_path = pg_catalog as
  $$ update registry.consular_entry e
     set state = 'ended', why = 'moved', ended_at = moved_at, moved_to = office, revision = e.revision + 1
     where platform.serves(office) and e.office_id <> office and e.state <> 'ended'
       and (e.account_id = account or e.person_id = person or e.person_key = key)
       and (e.account_id is null or account is null or e.account_id = account)
     returning e.office_id, e.id, e.account_id, e.municipality $$;
revoke execute on function registry.leave_other_offices(text, uuid, text, text, timestamptz) from public;
grant execute on function registry.leave_other_offices(text, uuid, text, text, timestamptz) to sportello_app;

-- Changes of records have a number in the order in which they become visible, for whoever follows them: the program
-- takes a lock before each, so that a smaller number never comes after a greater one.
alter table registry.change add column number bigint generated always as identity;
create unique index change_by_number on registry.change (number);
alter table registry.change drop constraint change_kind_check,
  add constraint change_kind_check check (kind in ('correction', 'procedure_opened', 'procedure_closed',
    'certifiability', 'household_certifiability', 'address', 'electoral', 'striking', 'duplicate', 'household',
    'aire_registration', 'address_abroad'));

-- Who was written into AIRE by a municipality, why and on whose initiative (iscrizione AIRE).
create table registry.aire_registration (
  municipality text not null check (municipality ~ '^[A-Z][0-9]{3}$'),
  change_id uuid not null,
  person_id text not null references registry.person,
  -- The reason in the registry's own codes.
  reason text not null check (reason in ('C01', 'C02', 'C03', 'C04', 'C05')),
  initiative text not null check (initiative in ('interested', 'ex_officio', 'civil_registrar', 'consulate', 'registry')),
  -- When the declaration reached the consulate; the registration holds from that day.
  reached_consulate_on date,
  primary key (municipality, change_id),
  foreign key (municipality, change_id) references registry.change
);
create index aire_registration_by_person on registry.aire_registration (person_id);
alter table registry.aire_registration enable row level security;
create policy read on registry.aire_registration for select to sportello_app using (
  (select platform.is_system()) or person_id = (select registry.own_person())
  or platform.serves(registry.office_of(municipality)));
create policy add on registry.aire_registration for insert to sportello_app
  with check ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));
grant select, insert on registry.aire_registration to sportello_app;

-- Whether an office serves people without the entry that a service needs (urgencies); by default it does not.
alter table services.offer add column without_entry boolean not null default false;
