-- Keys in wrong hands: who says so and who confirms it, and what follows for each document that they have signed.

-- A key that is taken out of trust (chiave compromessa): one official proposes it, another one confirms it.
create table certificates.distrust (
  id uuid primary key,
  key_kind text not null check (key_kind in ('code_key', 'seal_certificate')),
  -- Id of a key of QR codes, or fingerprint of a seal's certificate.
  key_id text not null,
  reason text not null check (length(reason) between 1 and 500),
  state text not null check (state in ('proposed', 'withdrawn', 'running', 'done')),
  -- Officials; nothing where the operator of the installation did it by the command.
  proposed_by uuid,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  finished_at timestamptz,
  check (key_id ~ case key_kind when 'code_key' then '^[0-9a-f]{16}$' else '^[0-9a-f]{64}$' end),
  constraint four_eyes check (confirmed_by is distinct from proposed_by or (confirmed_by is null and proposed_by is null)),
  check ((state in ('running', 'done')) = (confirmed_at is not null)),
  check ((state = 'done') = (finished_at is not null))
);
create unique index distrusted_once on certificates.distrust (key_kind, key_id) where state <> 'withdrawn';

-- A document that such a key has signed and that would still count: revoked, and then its person is told.
create table certificates.distrusted_document (
  document_id uuid primary key references certificates.sealed_document,
  distrust_id uuid not null references certificates.distrust,
  -- `left`: nobody is there any more to be told.
  state text not null check (state in ('revoked', 'told', 'left'))
);
create index distrusted_to_tell on certificates.distrusted_document (distrust_id) where state = 'revoked';
create index distrusted_by_distrust on certificates.distrusted_document (distrust_id);

-- What of the keys' work still counts, for the page of the keys.
create index sealed_still_counting on certificates.sealed_document (valid_until, key_id, seal_certificate)
  where sealed_at is not null and revoked_at is null;

-- The sealed document that stands for a certificate now: another one once it was issued again.
alter table certificates.certificate add column document_id uuid;
update certificates.certificate set document_id = id;
alter table certificates.certificate alter column document_id set not null;
create unique index certificate_document on certificates.certificate (document_id);
-- When it was issued again because of its key.
alter table certificates.certificate add column replaced_at timestamptz;
grant update (document_id, replaced_at) on certificates.certificate to sportello_app;

alter table certificates.distrust enable row level security;
alter table certificates.distrusted_document enable row level security;
create policy ministry on certificates.distrust to sportello_app using (
  platform.is_system() or platform.kind() = 'ministry');
create policy ministry on certificates.distrusted_document for select to sportello_app using (
  platform.is_system() or platform.kind() = 'ministry');
create policy add on certificates.distrusted_document for insert to sportello_app with check (platform.is_system());
create policy go_on on certificates.distrusted_document for update to sportello_app using (platform.is_system());
grant select, insert on certificates.distrust to sportello_app;
grant update (state, confirmed_by, confirmed_at, finished_at) on certificates.distrust to sportello_app;
grant select, insert on certificates.distrusted_document to sportello_app;
grant update (state) on certificates.distrusted_document to sportello_app;

-- Whether something signed with these keys may still enter the register; whoever seals asks, and learns nothing more.
create function certificates.keys_trusted(code_key text, seal text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select not exists (select 1 from certificates.code_key k where k.id = code_key and k.withdrawn_at is not null)
    and not exists (select 1 from certificates.distrust d
      where d.key_kind = 'seal_certificate' and d.key_id = seal and d.state in ('running', 'done')) $$;
revoke all on function certificates.keys_trusted from public;
grant execute on function certificates.keys_trusted to sportello_app;
