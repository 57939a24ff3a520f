-- The clerks' desk: lists in the order of time without full scans, search by name, absences.

-- The queue of files with a form, and the other lists of a desk, oldest first.
create index file_by_state on case_files.case_file (office_id, state, submitted_at, id) where protocol_number is not null;
create index file_by_procedure on case_files.case_file (office_id, procedure, state, submitted_at, id)
  where protocol_number is not null;
create index file_by_clerk on case_files.case_file (office_id, taken_by, state, submitted_at, id)
  where protocol_number is not null and taken_by is not null;
create index file_closed on case_files.case_file (office_id, closed_at, id)
  where protocol_number is not null and closed_at is not null;
-- How long the last answers took, for each kind of file and request.
create index case_file_closed_by_procedure on case_files.case_file (office_id, procedure, closed_at)
  where closed_at is not null;
create index file_received on case_files.case_file (office_id, submitted_at) where protocol_number is not null;

-- The words by which a file is found: names of the people whom it is about, their tax codes, folded.
create table case_files.file_word (
  office_id text not null,
  word text collate "C" not null check (length(word) between 1 and 60),
  case_file_id uuid not null,
  primary key (office_id, word, case_file_id),
  foreign key (office_id, case_file_id) references case_files.case_file on delete cascade
);
create index word_of_file on case_files.file_word (office_id, case_file_id);

-- Days on which an official is away (assenza): nothing is assigned to them meanwhile.
create table case_files.absence (
  office_id text not null,
  id uuid not null,
  official_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, official_id, from_on)
);
create index absence_by_day on case_files.absence (office_id, until_on);

alter table case_files.file_word enable row level security;
create policy serve on case_files.file_word to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
alter table case_files.absence enable row level security;
create policy serve on case_files.absence to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
grant select, insert, update, delete on case_files.file_word, case_files.absence to sportello_app;
