-- The platform: who asks (policies), history, change notices, idempotency.

do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'sportello_app') then
    create role sportello_app nologin nosuperuser nobypassrls;
  end if;
end $$;

do $$ begin
  -- Where the owner's own login serves the program too, it steps down to the bound role for each connection.
  if session_user <> 'sportello_owner' and not pg_has_role(session_user, 'sportello_app', 'member') then
    execute format('grant sportello_app to %I', session_user);
  end if;
end $$;

create extension if not exists btree_gist;

grant usage on schema platform to sportello_app;

create function platform.kind() returns text language sql stable as
  $$ select coalesce(current_setting('app.kind', true), '') $$;

create function platform.account_id() returns uuid language sql stable as
  $$ select nullif(current_setting('app.account', true), '')::uuid $$;

-- True for the platform's own tasks.
create function platform.is_system() returns boolean language sql stable as
  $$ select platform.kind() = 'system' $$;

-- True for officials of this office, for the ministry, and for the platform's own tasks.
create function platform.serves(office text) returns boolean language sql stable as
  $$ select platform.kind() in ('system', 'ministry')
       or (platform.kind() in ('official', 'office')
           and office = any (string_to_array(current_setting('app.offices', true), ','))) $$;

-- History: one row for each change, written in its transaction, never altered.
create table platform.event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  type text not null check (type ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null,
  subject_id text not null,
  office_id text,
  account_id uuid,
  actor_kind text not null check (actor_kind in ('citizen', 'official', 'system', 'visitor')),
  actor_id text,
  facts jsonb not null default '{}',
  transaction_id xid8 not null default pg_current_xact_id()
);
create index event_by_subject on platform.event (subject_kind, subject_id, id);
create index event_by_account on platform.event (account_id, id) where account_id is not null;
create index event_by_office on platform.event (office_id, id) where office_id is not null;

-- Batches of history under a seal: each seal holds the one before it.
create table platform.seal (
  number bigint primary key,
  first_event bigint not null,
  last_event bigint not null,
  events integer not null,
  digest bytea not null,
  previous bytea not null,
  sealed_at timestamptz not null
);

alter table platform.event enable row level security;
create policy append on platform.event for insert to sportello_app with check (true);
create policy read on platform.event for select to sportello_app using (
  (select platform.is_system())
  or (account_id is not null and account_id = (select platform.account_id()))
  or (office_id is not null and platform.serves(office_id)));
grant select, insert on platform.event to sportello_app;
grant select, insert on platform.seal to sportello_app;

-- Change notices for open pages: written with the change, published in batches outside of it.
create table platform.outbox (
  id bigint generated always as identity primary key,
  topic text not null
);
grant select, insert, delete on platform.outbox to sportello_app;

-- The first answer of every write that was tried: the same key gives the same answer.
create table platform.idempotency (
  scope text not null,
  key text not null check (length(key) between 8 and 200),
  fingerprint bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_by_age on platform.idempotency (at);
grant select, insert, update, delete on platform.idempotency to sportello_app;

alter table platform.idempotency enable row level security;
create policy own on platform.idempotency to sportello_app
  using (platform.kind() <> 'citizen' or scope = (select platform.account_id())::text);
