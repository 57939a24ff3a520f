-- What a municipality does with a file, each time that one is sent to it; what it sees of the file; its reminders.

create table case_files.municipal_stage (
  office_id text not null,
  case_file_id uuid not null,
  -- Which time the file was sent to a municipality.
  number smallint not null check (number > 0),
  municipality_id text not null check (municipality_id ~ '^comune-[a-z][0-9]{3}$'),
  sent_at timestamptz not null,
  -- The officer who has it in hand: one at a time.
  officer_id uuid,
  taken_at timestamptz,
  decision text check (decision in ('confirmed', 'refused', 'shown_by_registry')),
  decided_at timestamptz,
  -- Since when the registration holds, and the act or protocol number of the municipality.
  registered_on date,
  act text check (length(act) between 1 and 100),
  reasons text[] not null default '{}',
  -- How many reminders were sent; after the confirmation, of those about a registry that shows nothing yet.
  reminded smallint not null default 0,
  next_reminder_at timestamptz,
  -- When the registry showed the change.
  shown_at timestamptz,
  primary key (office_id, case_file_id, number),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade,
  check ((officer_id is null) = (taken_at is null)),
  check ((decision is null) = (decided_at is null)),
  check ((decision is not distinct from 'confirmed') = (act is not null)),
  check ((decision in ('confirmed', 'shown_by_registry')) is true = (registered_on is not null)),
  check ((decision is not distinct from 'refused') = (cardinality(reasons) > 0))
);
create unique index one_open_stage on case_files.municipal_stage (office_id, case_file_id) where decided_at is null;
create index municipal_stage_open on case_files.municipal_stage (municipality_id, sent_at, case_file_id) where decided_at is null;
create index municipal_stage_decided on case_files.municipal_stage (municipality_id, decided_at, case_file_id)
  where decided_at is not null;
create index municipal_stage_reminder on case_files.municipal_stage (next_reminder_at) where next_reminder_at is not null;
create index case_file_of_municipality on case_files.case_file (municipality_id, id) where municipality_id is not null;

-- How far the changes of the national registry were followed; one row.
create table case_files.registry_cursor (
  name text primary key check (name = 'changes'),
  number bigint not null check (number >= 0)
);

-- Whether the reader serves the municipality that has the file now or had it last.
create function case_files.is_municipality_of(office text, file text) returns boolean
  language sql stable
  return exists (select 1 from case_files.case_file f
    where f.office_id = office and f.id = file::uuid and f.municipality_id is not null and platform.serves(f.municipality_id));

alter table case_files.municipal_stage enable row level security;
-- The desks by their own names first: lists look at many rows, and only the person’s own need a look at the file.
create policy read on case_files.municipal_stage for select to sportello_app using (
  platform.serves(office_id) or platform.serves(municipality_id) or case_files.sees(office_id, case_file_id));
create policy write on case_files.municipal_stage to sportello_app
  using (platform.serves(office_id)
    or (platform.serves(municipality_id) and case_files.is_municipality_of(office_id, case_file_id::text)))
  with check (platform.serves(office_id)
    or (platform.serves(municipality_id) and case_files.is_municipality_of(office_id, case_file_id::text)));
alter table case_files.registry_cursor enable row level security;
create policy platform on case_files.registry_cursor to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));

-- A municipality changes a file only while it has it, and only into what its decisions lead to.
drop policy write on case_files.case_file;
create policy write on case_files.case_file to sportello_app
  using (platform.serves(office_id)
    or (state = 'sent_to_municipality' and municipality_id is not null and platform.serves(municipality_id)))
  with check (platform.serves(office_id)
    or (state in ('sent_to_municipality', 'defined', 'in_progress') and municipality_id is not null
      and platform.serves(municipality_id)));

-- Notes of an office are its own; what the two desks write to each other is theirs, and not the person's to read.
alter table case_files.message
  drop constraint message_kind_check,
  add constraint message_kind_check check (kind in ('message', 'request_for_more', 'answer', 'rejection',
    'correction_wanted', 'municipal_refusal', 'internal_note', 'between_offices'));
drop policy read on case_files.message;
create policy read on case_files.message for select to sportello_app using (
  case kind
    when 'internal_note' then platform.serves(office_id)
    when 'between_offices' then case_files.works_on(office_id, case_file_id)
    else case_files.works_on(office_id, case_file_id) or case_files.sees(office_id, case_file_id)
  end);
drop policy write on case_files.message;
create policy write on case_files.message for insert to sportello_app with check (
  platform.serves(office_id)
  or (author = 'municipality' and kind in ('municipal_refusal', 'between_offices')
    and case_files.works_on(office_id, case_file_id)));
create policy change on case_files.message for update to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
create policy erase on case_files.message for delete to sportello_app using (platform.serves(office_id));

-- The municipality reads what the file brings: its documents, and its history.
create policy municipality on documents.document for select to sportello_app using (
  subject_kind = 'case-file' and case_files.is_municipality_of(office_id, subject_id::text));
create policy municipality on platform.event for select to sportello_app using (
  (select platform.kind()) = 'official' and subject_kind = 'case-file' and office_id is not null
  and case_files.is_municipality_of(office_id, subject_id));

grant select, insert, update, delete on case_files.municipal_stage to sportello_app;
grant select, insert, update on case_files.registry_cursor to sportello_app;
