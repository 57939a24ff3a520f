-- Registry (anagrafe): people and households, in two times: what was true when, and since when it is known.

create schema registry;
grant usage on schema registry to sportello_app;

-- Who exists at all; everything that may change stands in the versions.
create table registry.person (
  id text primary key check (id ~ '^[A-Z]{2}[0-9]{5}[A-Z]{2}$')
);
create table registry.household (
  id text primary key check (id ~ '^[A-Z0-9]{4,20}$')
);

-- Facilities where people live together (convivenza anagrafica, DPR 223/1989 art. 5).
create table registry.facility (
  municipality text not null check (municipality ~ '^[A-Z][0-9]{3}$'),
  id text not null check (id ~ '^[A-Z0-9]{4,20}$'),
  kind text not null check (kind in ('barracks', 'prison', 'religious', 'health', 'care', 'other')),
  name text not null check (length(name) between 1 and 200),
  primary key (municipality, id)
);

-- What a municipality changed, by which act and why.
create table registry.change (
  municipality text not null check (municipality ~ '^[A-Z][0-9]{3}$'),
  id uuid not null,
  person_id text not null references registry.person,
  kind text not null check (kind in ('correction', 'procedure_opened', 'procedure_closed', 'certifiability',
    'household_certifiability', 'address', 'electoral')),
  -- Which data, in codes.
  data text[] not null default '{}',
  -- The act it rests on, as the official cites it.
  act text not null check (length(act) between 1 and 200),
  reason text not null check (length(reason) between 1 and 2000),
  -- Since when it is true.
  effective_from date not null,
  official_id uuid,
  at timestamptz not null,
  primary key (municipality, id)
);
create index change_by_person on registry.change (person_id, at desc, id);
create index change_by_municipality on registry.change (municipality, at desc, id);

-- True where each address begins when the one before it has ended; a date of which less is known agrees with any
-- that begins like it.
create function registry.addresses_follow(addresses jsonb) returns boolean language sql immutable as $$
  select coalesce(bool_and(
      coalesce(left(since, least(length(since), length(until))) <= left(until, least(length(since), length(until))), true)
      and coalesce(left(ended, least(length(ended), length(since))) <= left(since, least(length(ended), length(since))), true)
      and coalesce(left(began, least(length(began), length(since))) <= left(since, least(length(began), length(since))), true)), true)
  from (select a.value ->> 'from' as since, a.value ->> 'until' as until,
      lag(a.value ->> 'until') over (order by a.ordinality) as ended,
      lag(a.value ->> 'from') over (order by a.ordinality) as began
    from jsonb_array_elements(addresses) with ordinality a) as each
$$;

-- The record of a person as it was true from a day until another, and as it was known from an instant until another.
create table registry.person_version (
  person_id text not null references registry.person,
  number integer not null check (number >= 1),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  known_from timestamptz not null,
  known_until timestamptz check (known_until > known_from),
  -- The municipality that keeps the record (for Italians abroad: the one of the AIRE record).
  municipality text not null check (municipality ~ '^[A-Z][0-9]{3}$'),
  -- The consular office, for Italians abroad.
  consulate text check (consulate ~ '^[a-z0-9-]{1,60}$'),
  tax_code text check (tax_code ~ '^[A-Z0-9]{16}$'),
  -- The code before letters took the place of digits (omocodia), where they did.
  base_tax_code text check (base_tax_code ~ '^[A-Z0-9]{16}$' and base_tax_code <> tax_code),
  family_name text check (length(family_name) between 1 and 100),
  given_name text check (length(given_name) between 1 and 100),
  -- Both names as people compare them.
  name_key text not null,
  born_on text not null check (born_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  sex text not null check (sex in ('M', 'F')),
  standing text not null check (standing in ('enrolled', 'struck', 'duplicate')),
  duplicate_of text references registry.person check (duplicate_of <> person_id),
  certifiability text not null check (certifiability in ('full', 'partial', 'none', 'not_enrollable', 'barred')),
  register text not null check (register in ('resident', 'aire')),
  household_id text references registry.household,
  relation text check (relation in ('holder', 'spouse', 'civil_partner', 'child', 'parent', 'sibling', 'grandchild',
    'grandparent', 'child_in_law', 'parent_in_law', 'stepchild', 'cohabitant', 'other_relative', 'no_longer_admitted')),
  -- Order in the household.
  place smallint check (place >= 1),
  facility_id text,
  -- Procedures that a municipality has opened.
  procedures jsonb not null default '[]' check (jsonb_typeof(procedures) = 'array'),
  -- The rest of the record.
  content jsonb not null,
  change_id uuid,
  primary key (person_id, number),
  foreign key (municipality, facility_id) references registry.facility,
  check ((standing = 'duplicate') = (duplicate_of is not null)),
  check ((household_id is null) = (relation is null) and (household_id is null) = (place is null)),
  check (relation <> 'holder' or place = 1),
  check (household_id is null or facility_id is null),
  check (standing = 'enrolled' or household_id is null),
  check (register = 'aire' or consulate is null),
  check (jsonb_array_length(content -> 'addresses') < 2 or registry.addresses_follow(content -> 'addresses')),
  -- At no moment are two things known of one person and one day.
  constraint person_known_once exclude using gist (
    person_id with =, daterange(valid_from, valid_until) with &&, tstzrange(known_from, known_until) with &&)
);
-- A tax code belongs to one live record.
create unique index tax_code_once on registry.person_version (tax_code)
  where known_until is null and valid_until is null and standing = 'enrolled';
create index person_by_former_tax_code on registry.person_version (tax_code)
  where known_until is null and valid_until is null and standing <> 'enrolled';
create index person_by_base_tax_code on registry.person_version (base_tax_code) where base_tax_code is not null;
create index former_member on registry.person_version (household_id)
  where household_id is not null and (known_until is not null or valid_until is not null);
-- Two people of a household never have the same place in it, and so it has one holder (intestatario), whose is the first.
create unique index one_place on registry.person_version (household_id, place)
  where known_until is null and valid_until is null and household_id is not null;
-- What officials search by.
create index person_by_name on registry.person_version (municipality, name_key text_pattern_ops, born_on)
  where known_until is null and valid_until is null;
create index person_by_consulate on registry.person_version (consulate, name_key text_pattern_ops, born_on)
  where known_until is null and valid_until is null and consulate is not null;
create index person_with_procedures on registry.person_version (municipality, person_id)
  where known_until is null and valid_until is null and procedures <> '[]';

create table registry.household_version (
  household_id text not null references registry.household,
  number integer not null check (number >= 1),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  known_from timestamptz not null,
  known_until timestamptz check (known_until > known_from),
  municipality text not null check (municipality ~ '^[A-Z][0-9]{3}$'),
  consulate text check (consulate ~ '^[a-z0-9-]{1,60}$'),
  register text not null check (register in ('resident', 'aire')),
  -- Declared complete by the municipality (famiglia completa e certificabile).
  certifiable boolean not null,
  change_id uuid,
  primary key (household_id, number),
  constraint household_known_once exclude using gist (
    household_id with =, daterange(valid_from, valid_until) with &&, tstzrange(known_from, known_until) with &&)
);

-- Which record a strongly signed-in account was matched with.
create table registry.account_person (
  account_id uuid primary key references identity.account on delete cascade,
  person_id text not null references registry.person,
  matched_at timestamptz not null,
  by text not null check (by in ('spid', 'cie', 'cns', 'eidas', 'official', 'demonstration'))
);
create index account_by_person on registry.account_person (person_id);

-- Who read whose record, when and why: written with the reading, never altered.
create table registry.reading (
  person_id text not null references registry.person,
  id bigint generated always as identity,
  at timestamptz not null,
  reader text not null check (reader in ('household', 'official', 'system')),
  -- The member of the household who read.
  reader_person_id text references registry.person,
  official_id uuid,
  office_id text,
  -- The part of the platform that read.
  system text check (length(system) between 1 and 60),
  why text not null check (length(why) between 1 and 300),
  primary key (person_id, id),
  check ((reader = 'household') = (reader_person_id is not null)),
  check ((reader = 'official') = (official_id is not null) and (reader = 'official') = (office_id is not null)),
  check ((reader = 'system') = (system is not null))
);
create index reading_by_office on registry.reading (office_id, at) where office_id is not null;

-- A municipality as an office of officials.
create function registry.office_of(municipality text) returns text language sql immutable as
  $$ select 'comune-' || lower(municipality) $$;

-- The record and the household of the person who asks; with the rights of the owner, because the policies of the
-- versions themselves ask it.
create function registry.own_person() returns text language sql stable security definer
  set search_path = pg_catalog as
  $$ select person_id from registry.account_person where account_id = platform.account_id() $$;
create function registry.own_household() returns text language sql stable security definer
  set search_path = pg_catalog as
  $$ select v.household_id from registry.account_person a
     join registry.person_version v on v.person_id = a.person_id and v.known_until is null and v.valid_until is null
     where a.account_id = platform.account_id() $$;

alter table registry.person enable row level security;
alter table registry.household enable row level security;
alter table registry.facility enable row level security;
alter table registry.change enable row level security;
alter table registry.person_version enable row level security;
alter table registry.household_version enable row level security;
alter table registry.account_person enable row level security;
alter table registry.reading enable row level security;

create policy know on registry.person for select to sportello_app using (true);
create policy load on registry.person for insert to sportello_app with check ((select platform.is_system()));
create policy know on registry.household for select to sportello_app using (true);
create policy load on registry.household for insert to sportello_app with check ((select platform.is_system()));
create policy know on registry.facility for select to sportello_app using (true);
create policy load on registry.facility for insert to sportello_app with check ((select platform.is_system()));

create policy read on registry.person_version for select to sportello_app using (
  (select platform.is_system())
  or person_id = (select registry.own_person())
  -- Of the others in the household what is true and known now, while they are in it.
  or (household_id = (select registry.own_household()) and known_until is null and valid_until is null)
  or platform.serves(registry.office_of(municipality))
  or (consulate is not null and platform.serves(consulate)));
create policy add on registry.person_version for insert to sportello_app
  with check ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));
create policy supersede on registry.person_version for update to sportello_app
  using ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));

create policy read on registry.household_version for select to sportello_app using (
  (select platform.is_system())
  or household_id = (select registry.own_household())
  or platform.serves(registry.office_of(municipality))
  or (consulate is not null and platform.serves(consulate)));
create policy add on registry.household_version for insert to sportello_app
  with check ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));
create policy supersede on registry.household_version for update to sportello_app
  using ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));

create policy read on registry.change for select to sportello_app using (
  (select platform.is_system())
  or person_id = (select registry.own_person())
  or platform.serves(registry.office_of(municipality)));
create policy add on registry.change for insert to sportello_app
  with check ((select platform.is_system()) or platform.serves(registry.office_of(municipality)));

create policy read on registry.account_person for select to sportello_app using (
  (select platform.is_system()) or account_id = (select platform.account_id()));
create policy write on registry.account_person to sportello_app
  using ((select platform.is_system()) or account_id = (select platform.account_id()))
  with check ((select platform.is_system()));

create policy read on registry.reading for select to sportello_app using (
  (select platform.is_system()) or person_id = (select registry.own_person()) or platform.serves(office_id));
create policy add on registry.reading for insert to sportello_app with check (
  (select platform.is_system())
  or (reader = 'household' and reader_person_id = (select registry.own_person()))
  or (reader = 'official' and platform.serves(office_id)));

grant select, insert on registry.person, registry.household, registry.facility, registry.change,
  registry.person_version, registry.household_version, registry.reading to sportello_app;
-- A version is never altered: all that the program may write on it later is until when it was believed.
grant update (known_until) on registry.person_version, registry.household_version to sportello_app;
grant select, insert, update, delete on registry.account_person to sportello_app;
