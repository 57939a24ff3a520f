-- Identity, third part: strong sign-in by SPID (art. 64 CAD, DPCM 24 October 2014).

alter table identity.session
  add column level smallint not null default 1 check (level between 1 and 3),
  drop constraint session_means_check,
  add constraint session_means_check check (means in ('password', 'passkey', 'recovery', 'counter', 'spid')),
  -- Only a digital identity proves more than the first level, and only a citizen has one.
  add constraint level_is_proven check (level = 1 or (means = 'spid' and account_id is not null));

-- Which account a digital identity opens: one account for a tax code, one tax code for an account.
create table identity.strong_identity (
  account_id uuid primary key references identity.account on delete cascade,
  -- Keyed hash of the tax code without omocode.
  tax_key text not null unique,
  -- The tax code as the identity provider states it.
  tax_code text not null check (tax_code ~ '^[A-Z0-9]{16}$'),
  connected_at timestamptz not null,
  connected_how text not null check (connected_how in ('new_account', 'both_sign_ins', 're_entry')),
  last_used_at timestamptz not null
);

-- A request to an identity provider: consumed by the first answer, entered by the browser that asked.
create table identity.spid_request (
  request_id text primary key check (length(request_id) between 1 and 100),
  provider text not null,
  level smallint not null check (level between 1 and 3),
  relay_hash bytea not null unique,
  -- The browser that asked: hash of its cookie.
  browser_hash bytea not null,
  locale text not null,
  next_path text,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  -- What the provider said of the person, or why it refused; emptied with the sign-in.
  answer jsonb,
  arrival_hash bytea unique,
  entered_at timestamptz,
  check ((answered_at is null) = (arrival_hash is null)),
  check (entered_at is null or answer is null)
);
create index spid_request_by_age on identity.spid_request (expires_at);

-- What a single logout needs to name the session at the provider.
create table identity.spid_session (
  session_id uuid primary key references identity.session (id) on delete cascade,
  provider text not null,
  name_id text not null,
  name_qualifier text not null,
  session_index text
);
create index spid_session_by_name on identity.spid_session (provider, name_id);

-- Logouts that we asked a provider for.
create table identity.spid_logout (
  request_id text primary key,
  provider text not null,
  issued_at timestamptz not null,
  answered_at timestamptz
);
create index spid_logout_by_age on identity.spid_logout (issued_at);

-- The register of requests and answers (registro delle transazioni, DPCM 24 October 2014 art. 13 c. 2): 24 months.
create table identity.spid_register (
  id bigint generated always as identity primary key,
  written_at timestamptz not null,
  kind text not null check (kind in ('request', 'answer', 'logout')),
  outcome text not null check (length(outcome) between 1 and 60),
  authn_request_id text not null,
  authn_request_issue_instant text,
  authn_request text,
  response_id text,
  response_issue_instant text,
  response_issuer text,
  assertion_id text,
  assertion_subject text,
  assertion_subject_name_qualifier text,
  response text
);
create index spid_register_by_request on identity.spid_register (authn_request_id, id);
create index spid_register_by_age on identity.spid_register (written_at);

grant select, insert, update, delete on identity.strong_identity, identity.spid_request, identity.spid_session,
  identity.spid_logout to sportello_app;
-- Added to and read; nobody changes a line, and only what is too old can be removed.
grant select, insert, delete on identity.spid_register to sportello_app;

do $$
declare each text;
begin
  foreach each in array array['strong_identity', 'spid_request', 'spid_session', 'spid_logout', 'spid_register']
  loop
    execute format('alter table identity.%I enable row level security', each);
  end loop;
  foreach each in array array['strong_identity', 'spid_request', 'spid_session', 'spid_logout']
  loop
    execute format('create policy platform on identity.%I to sportello_app using ((select platform.is_system())) with check ((select platform.is_system()))', each);
  end loop;
end $$;

create policy own on identity.strong_identity for select to sportello_app using (account_id = (select platform.account_id()));
create policy read on identity.spid_register for select to sportello_app using ((select platform.is_system()));
create policy append on identity.spid_register for insert to sportello_app with check ((select platform.is_system()));
create policy expire on identity.spid_register for delete to sportello_app
  using ((select platform.is_system()) and written_at < now() - interval '24 months');
