-- Documents: what people upload, first beside a form that is not sent yet, then with the matter that they belong to.

create schema documents;
grant usage on schema documents to sportello_app;

-- Uploads of a form that is still being filled in. Whoever holds the key of the form holds them; a person's own are hers.
create table documents.draft (
  form_key text not null check (length(form_key) between 8 and 200),
  id uuid not null,
  account_id uuid,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf')),
  bytes integer not null check (bytes > 0),
  -- Of what came and of what is kept.
  received_sha256 text not null check (received_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Random name in the store of files.
  file_key text not null unique,
  uploaded_at timestamptz not null,
  primary key (form_key, id),
  unique (form_key, received_sha256)
);
create index draft_by_age on documents.draft (uploaded_at);
create index draft_by_account on documents.draft (account_id) where account_id is not null;

create table documents.document (
  office_id text not null,
  id uuid not null,
  account_id uuid,
  -- The matter that it belongs to, in the words of the module that keeps it.
  subject_kind text not null,
  subject_id uuid not null,
  -- Which part of the matter: a message of its thread.
  part_id uuid not null,
  -- Emptied with the file.
  name text check (length(name) between 1 and 120),
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf')),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key text unique,
  uploaded_at timestamptz not null,
  -- Last day on which it is kept; without one the matter is still open.
  keep_until date,
  erased_at timestamptz,
  primary key (office_id, id),
  check ((erased_at is null) = (file_key is not null)),
  check ((erased_at is null) = (name is not null))
);
create index document_by_subject on documents.document (office_id, subject_id, uploaded_at);
create index document_by_account on documents.document (account_id) where account_id is not null;
create index document_due on documents.document (keep_until) where erased_at is null and keep_until is not null;

alter table documents.draft enable row level security;
alter table documents.document enable row level security;

create policy own on documents.draft to sportello_app
  using ((select platform.is_system()) or (account_id is not null and account_id = (select platform.account_id())))
  with check ((select platform.is_system()) or (account_id is not null and account_id = (select platform.account_id())));
create policy read on documents.document for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy write on documents.document to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));

grant select, insert, update, delete on all tables in schema documents to sportello_app;
