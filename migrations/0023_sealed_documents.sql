-- What was sealed, so that anybody can check it: the register of sealed documents, the keys of their QR codes, proofs.

create schema if not exists certificates;
grant usage on schema certificates to sportello_app;

-- A key that signs QR codes. Its secret is encrypted with the key of the installation and bound to this row.
create table certificates.code_key (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  x text not null check (x ~ '^[A-Za-z0-9_-]{43}$'),
  y text not null check (y ~ '^[A-Za-z0-9_-]{43}$'),
  secret text not null,
  signs_from timestamptz not null,
  signs_until timestamptz not null,
  withdrawn_at timestamptz,
  check (signs_until > signs_from)
);

-- A sealed document (documento sigillato). It is reserved before it is printed, because its code stands on it; without
-- a seal it does not exist for those who check.
create table certificates.sealed_document (
  id uuid primary key,
  -- Place in the revocation list.
  serial bigint not null generated always as identity unique,
  kind text not null check (kind in ('certificate', 'proof')),
  -- Which certificate, or which proof, as the QR code says it.
  subject text not null check (subject ~ '^[a-z0-9_]{1,60}$'),
  number text check (length(number) between 1 and 40),
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  -- Initials and year of birth.
  holder text not null check (length(holder) between 1 and 20),
  claims jsonb not null default '[]',
  -- The office whose officials may revoke it.
  office_id text,
  -- Whose account it was made for; taken off when the account is closed.
  account_id uuid,
  key_id text not null references certificates.code_key,
  issued_on date not null,
  valid_until date not null,
  reserved_at timestamptz not null,
  sealed_at timestamptz,
  -- SHA-256 of the sealed file, of what the seal covers, and of the certificate of the seal.
  file_hash bytea check (length(file_hash) = 32),
  content_hash bytea check (length(content_hash) = 32),
  seal_certificate text check (seal_certificate ~ '^[0-9a-f]{64}$'),
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('holder', 'wrong_data', 'key_compromised', 'issued_by_mistake')),
  revoked_by text,
  replaced_by uuid references certificates.sealed_document,
  check (valid_until >= issued_on),
  check ((sealed_at is null) = (file_hash is null)),
  check ((sealed_at is null) = (content_hash is null)),
  check ((sealed_at is null) = (seal_certificate is null)),
  check ((revoked_at is null) = (revoked_because is null)),
  check ((revoked_at is null) = (revoked_by is null)),
  check (revoked_at is null or sealed_at is not null),
  check (replaced_by is null or revoked_at is not null)
);
create unique index sealed_once on certificates.sealed_document (file_hash) where file_hash is not null;
create index sealed_by_content on certificates.sealed_document (content_hash) where content_hash is not null;
create index revoked_and_not_expired on certificates.sealed_document (valid_until, serial) where revoked_at is not null;
create index sealed_for_account on certificates.sealed_document (account_id, issued_on) where account_id is not null;
create index sealed_with on certificates.sealed_document (seal_certificate, serial) where revoked_at is null;
create index coded_with on certificates.sealed_document (key_id, serial) where revoked_at is null;
create index reserved_only on certificates.sealed_document (reserved_at) where sealed_at is null;

alter table certificates.code_key enable row level security;
alter table certificates.sealed_document enable row level security;

create policy own_tasks on certificates.code_key to sportello_app using (platform.is_system());
create policy own on certificates.sealed_document to sportello_app using (
  platform.is_system() or platform.kind() = 'ministry'
  or (account_id is not null and account_id = (select platform.account_id()))
  or (office_id is not null and platform.serves(office_id)));

grant select, insert on certificates.code_key to sportello_app;
grant update (withdrawn_at, signs_until) on certificates.code_key to sportello_app;
grant select, insert, delete on certificates.sealed_document to sportello_app;
grant update (sealed_at, file_hash, content_hash, seal_certificate, revoked_at, revoked_because, revoked_by,
  replaced_by, account_id) on certificates.sealed_document to sportello_app;

-- A sealed document stays in the register: only what was never sealed goes.
create function certificates.sealed_stays() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'A sealed document stays in the register' using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger sealed_stays before delete on certificates.sealed_document
  for each row execute function certificates.sealed_stays();
