-- Case files: what people ask of an office in writing, with the thread of messages about it.

create schema case_files;
grant usage on schema case_files to sportello_app;

create table case_files.case_file (
  office_id text not null,
  id uuid not null,
  procedure text not null check (length(procedure) between 1 and 60),
  -- The service that a question is about.
  service_id text,
  -- Whose it is; requests may also come from people who are not signed in.
  account_id uuid,
  person_name text check (length(person_name) between 1 and 201),
  -- Where the letters about it go.
  email text not null check (length(email) between 3 and 254),
  -- Keyed hash of the address.
  email_key text not null,
  locale text not null,
  -- Answers to the procedure's questions, by the name of the question.
  answers jsonb not null default '{}',
  state text not null check (state in ('submitted', 'in_progress', 'waiting_for_person', 'answered',
    'closed_with_correction', 'rejected', 'cancelled_by_user')),
  submitted_at timestamptz not null,
  -- The official who has it in charge.
  taken_by uuid,
  taken_at timestamptz,
  -- Since when the office waits for the person, and for how many days it did so before.
  waiting_since timestamptz,
  waited_days smallint not null default 0 check (waited_days >= 0),
  changed_at timestamptz not null,
  closed_at timestamptz,
  -- Last day on which it is kept.
  keep_until date,
  primary key (office_id, id),
  check ((state in ('answered', 'closed_with_correction', 'rejected', 'cancelled_by_user')) = (closed_at is not null)),
  check ((closed_at is null) = (keep_until is null)),
  check ((state = 'waiting_for_person') = (waiting_since is not null)),
  check (state not in ('in_progress', 'waiting_for_person') or taken_by is not null)
);
-- The queue of an office, oldest first.
create index case_file_queue on case_files.case_file (office_id, state, submitted_at);
create index case_file_by_account on case_files.case_file (account_id, submitted_at) where account_id is not null;
create index case_file_by_email on case_files.case_file (email_key, submitted_at);
create index case_file_closed on case_files.case_file (office_id, closed_at) where closed_at is not null;
create index case_file_due on case_files.case_file (keep_until) where keep_until is not null;
-- One open correction of the same datum for each person.
create unique index one_open_correction on case_files.case_file (account_id, (answers ->> 'datum'))
  where procedure = 'identity-correction' and state in ('submitted', 'in_progress', 'waiting_for_person');

create table case_files.message (
  office_id text not null,
  case_file_id uuid not null,
  id uuid not null,
  -- Order of the thread.
  number bigint generated always as identity,
  author text not null check (author in ('person', 'office')),
  kind text not null check (kind in ('message', 'request_for_more', 'answer', 'rejection')),
  official_id uuid,
  text text not null check (length(text) <= 4000),
  at timestamptz not null,
  primary key (office_id, case_file_id, id),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade,
  check ((author = 'office') = (official_id is not null))
);

-- Answers that an office gives often, in both languages.
create table case_files.saved_reply (
  office_id text not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  text_it text not null check (length(text_it) between 1 and 4000),
  text_en text not null check (length(text_en) between 1 and 4000),
  primary key (office_id, id),
  unique (office_id, title)
);

alter table case_files.case_file enable row level security;
alter table case_files.message enable row level security;
alter table case_files.saved_reply enable row level security;

create policy read on case_files.case_file for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy write on case_files.case_file to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
create policy read on case_files.message for select to sportello_app using (
  platform.serves(office_id)
  or exists (select 1 from case_files.case_file f
    where f.office_id = message.office_id and f.id = message.case_file_id
      and f.account_id is not null and f.account_id = (select platform.account_id())));
create policy write on case_files.message to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
create policy serve on case_files.saved_reply to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));

grant select, insert, update, delete on all tables in schema case_files to sportello_app;

-- A new e-mail address that a person asks the office to write down: proven by a code before the office may do it.
create table identity.email_correction (
  account_id uuid primary key references identity.account on delete cascade,
  value text not null check (length(value) between 3 and 254),
  key text not null,
  code_hash text not null,
  tries integer not null default 0 check (tries between 0 and 5),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  proven_at timestamptz
);
alter table identity.email_correction enable row level security;
create policy platform on identity.email_correction to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
grant select, insert, update, delete on identity.email_correction to sportello_app;
