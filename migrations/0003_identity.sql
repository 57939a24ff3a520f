-- Identity: accounts with their contacts, codes, sign-in, sessions, blocks of registrations, officials.

create schema identity;
grant usage on schema identity to sportello_app;

create table identity.account (
  id uuid primary key,
  state text not null default 'pending' check (state in ('pending', 'active', 'blocked', 'closed')),
  -- The responsible office; none in Italy and where no office is known.
  office_id text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  place text not null check (length(place) between 1 and 120),
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  born_on date not null,
  birth_place text check (length(birth_place) between 1 and 120),
  tax_code text check (tax_code ~ '^[A-Z0-9]{16}$'),
  -- The same for every account of one person: keyed hash of tax code, else of name and date of birth.
  person_key text not null,
  locale text not null,
  registered_at timestamptz not null,
  activated_at timestamptz,
  closed_at timestamptz,
  check ((state = 'active') <= (activated_at is not null))
);
create index account_by_office on identity.account (office_id, family_name, given_name, id);
create index account_by_person on identity.account (person_key);
create index account_pending on identity.account (registered_at) where state = 'pending';

-- One personal address and one personal mobile number for each account.
create table identity.contact (
  account_id uuid not null references identity.account on delete cascade,
  kind text not null check (kind in ('email', 'mobile')),
  value text not null check (length(value) between 3 and 254),
  -- Keyed hash of the normalised value.
  key text not null,
  verified_at timestamptz,
  primary key (account_id, kind)
);
-- A contact is taken once it is verified, by one account only.
create unique index contact_taken on identity.contact (key) where verified_at is not null;
create index contact_by_key on identity.contact (key);

create table identity.credential (
  account_id uuid primary key references identity.account on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null
);

-- The code on its way to one contact; a new one takes the place of the old.
create table identity.one_time_code (
  account_id uuid not null references identity.account on delete cascade,
  purpose text not null check (purpose in ('activation', 'email', 'mobile')),
  contact_kind text not null check (contact_kind in ('email', 'mobile')),
  contact_value text not null,
  contact_key text not null,
  code_hash text not null,
  tries integer not null default 0 check (tries between 0 and 5),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, purpose)
);
create index code_by_age on identity.one_time_code (expires_at);

-- How often something was done to a contact within a day; keys are keyed hashes.
create table identity.send_count (
  key text primary key,
  sends integer not null,
  began_at timestamptz not null
);
create index send_count_by_age on identity.send_count (began_at);

-- Tries of a password, for known and unknown browsers apart, for accounts that exist and that do not.
create table identity.sign_in_lane (
  key text primary key,
  tries integer not null check (tries between 0 and 5),
  began_at timestamptz not null,
  locked_until timestamptz
);
create index lane_by_age on identity.sign_in_lane (began_at);

create table identity.official (
  id uuid primary key,
  state text not null default 'invited' check (state in ('invited', 'active', 'dismissed')),
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  email text not null check (length(email) between 3 and 254),
  email_key text not null,
  ministry boolean not null default false,
  locale text not null,
  created_at timestamptz not null,
  dismissed_at timestamptz
);
create unique index official_by_email on identity.official (email_key) where state <> 'dismissed';

create table identity.official_role (
  office_id text not null,
  official_id uuid not null references identity.official on delete cascade,
  role text not null check (role in ('operator', 'office_admin')),
  primary key (office_id, official_id)
);
create index role_by_official on identity.official_role (official_id);

create table identity.official_credential (
  official_id uuid primary key references identity.official on delete cascade,
  password_hash text not null,
  -- AES-256-GCM under a key of the installation.
  totp_secret text not null,
  -- The last time step whose code was used: codes are good once.
  totp_step bigint not null
);

create table identity.session (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid references identity.account on delete cascade,
  official_id uuid references identity.official on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  check ((account_id is null) <> (official_id is null))
);
create index session_by_account on identity.session (account_id) where account_id is not null;
create index session_by_official on identity.session (official_id) where official_id is not null;
create index session_by_end on identity.session (ends_at);

create table identity.api_token (
  id uuid primary key,
  account_id uuid not null references identity.account on delete cascade,
  token_hash bytea not null unique,
  label text not null check (length(label) between 1 and 80),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_by_account on identity.api_token (account_id, created_at);

-- A registration that was stopped because a contact belongs to somebody else.
create table identity.registration_block (
  id uuid primary key,
  office_id text,
  account_id uuid references identity.account on delete set null,
  -- Which of the two contacts, and why.
  contact_kind text not null check (contact_kind in ('email', 'mobile')),
  reason text not null check (reason in ('contact_of_another_account', 'disposable_address', 'intermediary_contact', 'barred_contact')),
  state text not null default 'standing' check (state in ('standing', 'contested', 'upheld', 'lifted')),
  proven_kind text not null check (proven_kind in ('email', 'mobile')),
  blocked_at timestamptz not null,
  contest text check (length(contest) between 1 and 2000),
  contested_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  check ((state = 'contested') <= (contested_at is not null)),
  check ((state in ('upheld', 'lifted')) = (decided_at is not null))
);
create index block_by_office on identity.registration_block (office_id, state, blocked_at);
create index block_by_account on identity.registration_block (account_id);

-- Contacts that their holder proved and lost by a block: only the keyed hash is kept.
create table identity.barred_contact (
  key text primary key,
  block_id uuid not null references identity.registration_block,
  barred_at timestamptz not null
);
create index barred_by_block on identity.barred_contact (block_id);

-- Contacts that an operator has marked as an intermediary's.
create table identity.intermediary_contact (
  key text primary key,
  office_id text,
  -- What is left readable of the contact, to tell one line from another.
  hint text not null,
  marked_by uuid not null,
  marked_at timestamptz not null
);
create index intermediary_by_office on identity.intermediary_contact (office_id, marked_at);

-- Links of a letter that open one door once.
create table identity.link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('recovery', 'unlock', 'contest', 'enrolment', 'official_unlock')),
  account_id uuid references identity.account on delete cascade,
  official_id uuid references identity.official on delete cascade,
  block_id uuid references identity.registration_block on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_by_age on identity.link (expires_at);
create index link_by_official on identity.link (official_id) where official_id is not null;

grant select, insert, update, delete on all tables in schema identity to sportello_app;

do $$
declare each text;
begin
  foreach each in array array['account', 'contact', 'credential', 'one_time_code', 'send_count', 'sign_in_lane', 'official',
    'official_role', 'official_credential', 'session', 'api_token', 'registration_block', 'barred_contact', 'intermediary_contact', 'link']
  loop
    execute format('alter table identity.%I enable row level security', each);
    execute format('create policy platform on identity.%I to sportello_app using ((select platform.is_system())) with check ((select platform.is_system()))', each);
  end loop;
end $$;

-- The person sees and corrects the own account; the officials of the responsible office read it.
create policy own on identity.account for select to sportello_app using (id = (select platform.account_id()));
create policy correct on identity.account for update to sportello_app
  using (id = (select platform.account_id())) with check (id = (select platform.account_id()));
create policy office on identity.account for select to sportello_app using (office_id is not null and platform.serves(office_id));
create policy ministry on identity.account for select to sportello_app using ((select platform.kind()) = 'ministry');

create policy own on identity.contact for select to sportello_app using (account_id = (select platform.account_id()));
create policy office on identity.contact for select to sportello_app using (
  (select platform.kind()) in ('official', 'office', 'ministry')
  and exists (select 1 from identity.account where account.id = contact.account_id));

create policy own on identity.api_token to sportello_app
  using (account_id = (select platform.account_id())) with check (account_id = (select platform.account_id()));

-- Offices see and change their own people; the ministry everybody.
create policy office on identity.official_role to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
create policy office on identity.official for select to sportello_app using (
  (select platform.kind()) = 'ministry'
  or exists (select 1 from identity.official_role where official_role.official_id = official.id));

create policy office on identity.registration_block to sportello_app
  using ((select platform.kind()) = 'ministry' or (office_id is not null and platform.serves(office_id)))
  with check ((select platform.kind()) = 'ministry' or (office_id is not null and platform.serves(office_id)));
create policy office on identity.intermediary_contact to sportello_app
  using ((select platform.kind()) = 'ministry' or (office_id is not null and platform.serves(office_id)))
  with check ((select platform.kind()) = 'ministry' or (office_id is not null and platform.serves(office_id)));
