-- Procedures with a form: drafts, protocol, corrections in place, checklist, the municipality's part, whose turn it was.

alter table case_files.case_file
  -- Number in the office's protocol register of the year (numero di protocollo).
  add column protocol_year smallint,
  add column protocol_number integer check (protocol_number > 0),
  -- The desk of the municipality that the file was sent to, as its office.
  add column municipality_id text check (municipality_id ~ '^comune-[a-z][0-9]{3}$'),
  add column sent_at timestamptz,
  -- Who sent it, where a delegate did.
  add column submitted_by uuid,
  -- Counts every change: who read an older one changes nothing (optimistic lock).
  add column version integer not null default 1,
  -- Where a person may have one open file of a kind, its kind.
  add column open_key text,
  add unique (office_id, protocol_year, protocol_number),
  add check ((protocol_year is null) = (protocol_number is null)),
  drop constraint case_file_state_check,
  add constraint case_file_state_check check (state in ('submitted', 'in_progress', 'waiting_for_person',
    'verification_failed', 'sent_to_municipality', 'answered', 'closed_with_correction', 'defined', 'rejected',
    'cancelled_by_user'));
do $$
declare found record;
begin
  -- The unnamed rules of 0011 that know only the first states.
  for found in select conname from pg_constraint
    where conrelid = 'case_files.case_file'::regclass and contype = 'c' and conname ~ '^case_file_check\d*$'
      and pg_get_constraintdef(oid) ~ 'state'
  loop
    execute format('alter table case_files.case_file drop constraint %I', found.conname);
  end loop;
end $$;
alter table case_files.case_file
  add constraint closed_with_its_state check ((state in ('answered', 'closed_with_correction', 'defined', 'rejected',
    'cancelled_by_user')) = (closed_at is not null)),
  add constraint waits_with_its_state
    check ((state in ('waiting_for_person', 'verification_failed')) = (waiting_since is not null)),
  add constraint somebody_has_it check (state not in ('in_progress', 'waiting_for_person', 'verification_failed',
    'sent_to_municipality') or taken_by is not null),
  add constraint sent_somewhere
    check (state <> 'sent_to_municipality' or (municipality_id is not null and sent_at is not null));
create unique index one_open_of_a_kind on case_files.case_file (account_id, open_key)
  where open_key is not null and closed_at is null;
create index case_file_at_municipality on case_files.case_file (municipality_id, state, sent_at)
  where municipality_id is not null;
create index case_file_taken on case_files.case_file (office_id, taken_by, submitted_at) where closed_at is null;

-- The last number that an office gave in a year.
create table case_files.protocol_register (
  office_id text not null,
  year smallint not null,
  last integer not null check (last > 0),
  primary key (office_id, year)
);

-- A form that is being filled in (bozza): saved by itself, taken up again on another device.
create table case_files.draft (
  account_id uuid not null,
  id uuid not null,
  procedure text not null check (length(procedure) between 1 and 60),
  answers jsonb not null default '{}',
  -- The page where the person stopped.
  section text check (length(section) <= 60),
  -- The file that is being corrected, where the form was sent before.
  case_file_id uuid,
  -- Counts every saving, so that two devices do not overwrite each other unseen.
  revision integer not null default 1,
  saved_by uuid not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, id)
);
create unique index one_draft_of_a_procedure on case_files.draft (account_id, procedure) where case_file_id is null;
create unique index one_draft_of_a_correction on case_files.draft (account_id, case_file_id) where case_file_id is not null;
create index draft_due on case_files.draft (expires_at);

-- What a file said each time it was sent: the first time, and after each correction.
create table case_files.sent_answers (
  office_id text not null,
  case_file_id uuid not null,
  number smallint not null check (number > 0),
  answers jsonb not null,
  at timestamptz not null,
  by_account uuid,
  primary key (office_id, case_file_id, number),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade
);

-- What the office wants put right, each at its place of the form (indicazioni).
create table case_files.wanted_correction (
  office_id text not null,
  case_file_id uuid not null,
  id uuid not null,
  -- Which time the file came back.
  round smallint not null check (round > 0),
  target_kind text not null check (target_kind in ('question', 'document')),
  target_path text not null check (length(target_path) between 1 and 120),
  note text not null check (length(note) between 1 and 1000),
  at timestamptz not null,
  answered_at timestamptz,
  primary key (office_id, case_file_id, id),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade
);

-- What the official found on the checklist.
create table case_files.checklist_tick (
  office_id text not null,
  case_file_id uuid not null,
  check_id text not null check (length(check_id) between 1 and 60),
  verdict text not null check (verdict in ('holds', 'fails')),
  official_id uuid not null,
  at timestamptz not null,
  primary key (office_id, case_file_id, check_id),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade
);

-- In whose hands the file lay, from when to when: the clock of the procedure is reckoned from it.
create table case_files.turn (
  office_id text not null,
  case_file_id uuid not null,
  number smallint not null check (number > 0),
  holder text not null check (holder in ('queue', 'office', 'person', 'municipality')),
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (office_id, case_file_id, number),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade,
  check (until_at is null or until_at >= from_at)
);
create unique index one_turn_at_a_time on case_files.turn (office_id, case_file_id) where until_at is null;

alter table case_files.message
  drop constraint message_author_check,
  add constraint message_author_check check (author in ('person', 'office', 'municipality')),
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('message', 'request_for_more', 'answer', 'rejection',
    'correction_wanted', 'municipal_refusal', 'internal_note')),
  drop constraint message_check,
  add constraint officials_sign check ((author = 'person') = (official_id is null));

-- The municipality reads and decides the files that were sent to it.
drop policy read on case_files.case_file;
drop policy write on case_files.case_file;
create policy read on case_files.case_file for select to sportello_app using (
  platform.serves(office_id)
  or (municipality_id is not null and platform.serves(municipality_id))
  or (account_id is not null and account_id = (select platform.account_id())));
create policy write on case_files.case_file to sportello_app
  using (platform.serves(office_id) or (municipality_id is not null and platform.serves(municipality_id)))
  with check (platform.serves(office_id) or (municipality_id is not null and platform.serves(municipality_id)));

-- Whether the reader may see the file that a line belongs to: the policy of the file decides.
create function case_files.sees(office text, file uuid) returns boolean
  language sql stable
  return exists (select 1 from case_files.case_file f where f.office_id = office and f.id = file);
-- Whether the reader works on it.
create function case_files.works_on(office text, file uuid) returns boolean
  language sql stable
  return platform.serves(office) or exists (select 1 from case_files.case_file f
    where f.office_id = office and f.id = file and f.municipality_id is not null and platform.serves(f.municipality_id));

drop policy read on case_files.message;
drop policy write on case_files.message;
create policy read on case_files.message for select to sportello_app using (
  case_files.works_on(office_id, case_file_id) or (kind <> 'internal_note' and case_files.sees(office_id, case_file_id)));
create policy write on case_files.message to sportello_app
  using (case_files.works_on(office_id, case_file_id)) with check (case_files.works_on(office_id, case_file_id));

alter table case_files.protocol_register enable row level security;
create policy serve on case_files.protocol_register to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
alter table case_files.draft enable row level security;
create policy own on case_files.draft to sportello_app
  using ((select platform.is_system()) or account_id = (select platform.account_id()))
  with check ((select platform.is_system()) or account_id = (select platform.account_id()));
alter table case_files.sent_answers enable row level security;
create policy read on case_files.sent_answers for select to sportello_app using (case_files.sees(office_id, case_file_id));
create policy write on case_files.sent_answers to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
alter table case_files.wanted_correction enable row level security;
create policy read on case_files.wanted_correction for select to sportello_app using (case_files.sees(office_id, case_file_id));
create policy write on case_files.wanted_correction to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
alter table case_files.checklist_tick enable row level security;
create policy serve on case_files.checklist_tick to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
alter table case_files.turn enable row level security;
create policy read on case_files.turn for select to sportello_app using (case_files.sees(office_id, case_file_id));
create policy write on case_files.turn to sportello_app
  using (case_files.works_on(office_id, case_file_id)) with check (case_files.works_on(office_id, case_file_id));

grant select, insert, update, delete on all tables in schema case_files to sportello_app;
