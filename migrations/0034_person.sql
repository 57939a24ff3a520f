-- What a person fills in and sends: uploads that live as long as their draft, and which of them went with which sending.

-- Uploads of a form that is kept are kept with it.
alter table documents.draft add column keep_until timestamptz;

alter table case_files.draft add check (octet_length(answers::text) <= 1000000);

-- The documents that went with this sending bear its part.
alter table case_files.sent_answers
  add column part_id uuid not null,
  add unique (office_id, case_file_id, part_id);
