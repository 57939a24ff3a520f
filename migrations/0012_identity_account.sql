-- Identity, second part: passkeys, sessions that say where they are, change of office, the way back in at the counter,
-- closed accounts.

-- Where a session is used and how it was opened: enough to recognise it, no more of the browser's name is kept.
alter table identity.session
  add column browser text not null default 'other',
  add column system text not null default 'other',
  add column means text not null default 'password' check (means in ('password', 'passkey', 'recovery', 'counter'));

-- A closed account is an id with dates: that nothing of the person is left is a constraint, not a hope.
alter table identity.account
  -- Browsers known before the count went up are strangers again.
  add column browsers_forgotten integer not null default 0,
  -- The office of an account that the same person closed shortly before.
  add column former_office_id text,
  alter column country drop not null,
  alter column place drop not null,
  alter column given_name drop not null,
  alter column family_name drop not null,
  alter column born_on drop not null,
  alter column person_key drop not null,
  add constraint open_account_is_whole check (state = 'closed'
    or num_nulls(country, place, given_name, family_name, born_on, person_key) = 0),
  add constraint closed_account_is_nobody check (state <> 'closed' or (closed_at is not null
    and num_nonnulls(country, place, given_name, family_name, born_on, birth_place, tax_code, person_key, former_office_id) = 0));
create index account_by_tax_code on identity.account (tax_code) where tax_code is not null;

-- The public half of a key that lies in a person's device (passkey, WebAuthn).
create table identity.passkey (
  id uuid primary key,
  account_id uuid references identity.account on delete cascade,
  official_id uuid references identity.official on delete cascade,
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  public_key bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null,
  label text not null check (length(label) between 1 and 80),
  created_at timestamptz not null,
  last_used_at timestamptz,
  check ((account_id is null) <> (official_id is null))
);
create index passkey_by_account on identity.passkey (account_id, created_at) where account_id is not null;
create index passkey_by_official on identity.passkey (official_id, created_at) where official_id is not null;

-- What a device is asked to sign; taken away with the first answer.
create table identity.passkey_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'confirm')),
  account_id uuid references identity.account on delete cascade,
  official_id uuid references identity.official on delete cascade,
  expires_at timestamptz not null
);
create index challenge_by_age on identity.passkey_challenge (expires_at);

-- A change of the responsible office; a mistaken one is reversed once, by an operator of either office.
create table identity.office_change (
  id uuid primary key,
  account_id uuid not null references identity.account on delete cascade,
  from_office_id text,
  from_country text not null,
  from_place text not null,
  to_office_id text,
  to_country text not null,
  to_place text not null,
  changed_at timestamptz not null,
  reversed_at timestamptz,
  reversed_by uuid,
  reason text check (length(reason) between 1 and 1000),
  check (from_office_id is distinct from to_office_id),
  check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reason is null))
);
create index office_change_by_account on identity.office_change (account_id, changed_at);
create index office_change_from on identity.office_change (from_office_id, changed_at) where from_office_id is not null;
create index office_change_to on identity.office_change (to_office_id, changed_at) where to_office_id is not null;
create unique index one_standing_change on identity.office_change (account_id) where reversed_at is null and from_office_id is not null;
create unique index reversed_once on identity.office_change (account_id) where reversed_at is not null;

-- The code on paper for somebody who lost both contacts.
create table identity.reentry (
  id uuid primary key,
  office_id text not null,
  account_id uuid not null references identity.account on delete cascade,
  state text not null check (state in ('issued', 'confirmed', 'used', 'objected', 'replaced')),
  code_hash text not null unique,
  -- The document that was seen: its kind and last three signs, emptied when the code has done its work or expired.
  document_kind text check (document_kind in ('passport', 'identity_card', 'driving_licence', 'residence_permit')),
  document_tail text check (length(document_tail) between 1 and 3),
  issued_by uuid not null,
  issued_at timestamptz not null,
  -- From when the code opens without a second official.
  opens_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_by uuid,
  ended_at timestamptz,
  check (confirmed_by is distinct from issued_by),
  check ((state = 'confirmed') <= (confirmed_by is not null)),
  check ((state in ('used', 'objected', 'replaced')) = (ended_at is not null))
);
create index reentry_by_account on identity.reentry (account_id, issued_at);
create index reentry_by_office on identity.reentry (office_id, issued_at);
create unique index one_reentry_at_a_time on identity.reentry (account_id) where state in ('issued', 'confirmed');

-- To which office somebody belonged who closed the account: keyed hash of the contact, for the declaration's ninety days.
create table identity.former_office (
  contact_key text primary key,
  office_id text not null,
  erase_at timestamptz not null
);
create index former_office_by_age on identity.former_office (erase_at);

alter table identity.one_time_code
  drop constraint one_time_code_purpose_check,
  add constraint one_time_code_purpose_check check (purpose in ('activation', 'email', 'mobile', 'confirmation'));

alter table identity.link
  add column reentry_id uuid references identity.reentry on delete cascade,
  drop constraint link_purpose_check,
  add constraint link_purpose_check
    check (purpose in ('recovery', 'unlock', 'contest', 'enrolment', 'official_unlock', 'objection'));
create index link_by_account on identity.link (account_id) where account_id is not null;
create index link_by_reentry on identity.link (reentry_id) where reentry_id is not null;

grant select, insert, update, delete on identity.passkey, identity.passkey_challenge, identity.office_change,
  identity.reentry, identity.former_office to sportello_app;

do $$
declare each text;
begin
  foreach each in array array['passkey', 'passkey_challenge', 'office_change', 'reentry', 'former_office']
  loop
    execute format('alter table identity.%I enable row level security', each);
    execute format('create policy platform on identity.%I to sportello_app using ((select platform.is_system())) with check ((select platform.is_system()))', each);
  end loop;
end $$;

create policy own on identity.passkey to sportello_app
  using (account_id is not null and account_id = (select platform.account_id()))
  with check (account_id is not null and account_id = (select platform.account_id()));
create policy own on identity.office_change for select to sportello_app using (account_id = (select platform.account_id()));
create policy office on identity.office_change for select to sportello_app using (
  (from_office_id is not null and platform.serves(from_office_id)) or (to_office_id is not null and platform.serves(to_office_id)));
create policy own on identity.reentry for select to sportello_app using (account_id = (select platform.account_id()));
create policy office on identity.reentry for select to sportello_app using (platform.serves(office_id));

-- Nobody books, asks or declares for an account that is being closed or moved: those who act for it hold it together,
-- who closes or moves it holds it alone.
create function identity.hold_accounts(ids uuid[]) returns void language sql volatile as $$
  select pg_advisory_xact_lock_shared(hashtextextended(id::text, 12)) from (select distinct unnest(ids) as id order by 1) as each
$$;
