-- Documents as they come: for which of a form's fields, in which order, how legible, looked at by a virus check or not;
-- uploads that are still under way; originals as they were received, sealed.

alter table documents.draft
  -- Which document of the form it is, in the form's own words ('passport'); null where one field takes all.
  add column asked_for text check (asked_for ~ '^[a-z][a-z0-9_-]{0,59}$'),
  -- Order among the files of its field.
  add column place integer not null default 0,
  add column pages integer check (pages > 0),
  -- What makes it hard to read.
  add column warnings text[] not null default '{}'
    check (warnings <@ array['small', 'blurred', 'dark', 'bright', 'faint']),
  -- Whether a virus check looked at it.
  add column scanned boolean not null default false;

-- One file may serve two fields of a form.
alter table documents.draft drop constraint draft_form_key_received_sha256_key;
alter table documents.draft
  add constraint draft_received_once unique nulls not distinct (form_key, asked_for, received_sha256);

alter table documents.document
  add column asked_for text check (asked_for ~ '^[a-z][a-z0-9_-]{0,59}$'),
  add column place integer not null default 0,
  add column pages integer check (pages > 0),
  add column warnings text[] not null default '{}'
    check (warnings <@ array['small', 'blurred', 'dark', 'bright', 'faint']),
  add column scanned boolean not null default false;

-- A file on its way: pieces as they came, by the offset at which the sender goes on. Whoever knows the id holds it, and a
-- person's own are hers.
create table documents.transfer (
  id uuid primary key,
  account_id uuid,
  name text not null check (length(name) between 1 and 300),
  declared_type text not null check (length(declared_type) <= 120),
  -- Of the whole file, and of what is here.
  bytes integer not null check (bytes > 0),
  received integer not null default 0 check (received between 0 and bytes),
  pieces text[] not null default '{}' check (cardinality(pieces) <= 400),
  began_at timestamptz not null,
  -- What became of it; the pieces are gone then.
  draft_id uuid,
  refusal text,
  check (draft_id is null or refusal is null),
  check ((draft_id is null and refusal is null) or (received = bytes and pieces = '{}'))
);
create index transfer_by_age on documents.transfer (began_at);
create index transfer_by_account on documents.transfer (account_id) where account_id is not null;

-- What came, as it came: encrypted with a key of its own, which is encrypted with the installation's. Evidence, never served.
create table documents.original (
  id uuid primary key,
  -- Of the draft and later the document that was made of it.
  document_id uuid not null,
  file_key text not null unique,
  wrapped_key text not null check (length(wrapped_key) between 40 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  keep_until date not null,
  received_at timestamptz not null
);
create index original_by_document on documents.original (document_id);
create index original_due on documents.original (keep_until);

alter table documents.transfer enable row level security;
alter table documents.original enable row level security;

create policy own on documents.transfer to sportello_app
  using ((select platform.is_system()) or (account_id is not null and account_id = (select platform.account_id())))
  with check ((select platform.is_system()) or (account_id is not null and account_id = (select platform.account_id())));
-- Nobody who opens a page reaches an original.
create policy system_only on documents.original to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));

grant select, insert, update, delete on documents.transfer, documents.original to sportello_app;
