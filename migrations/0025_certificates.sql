-- Certificates of the registry: what was asked for, what it says, and how far its issue has come.

create schema if not exists certificates;
grant usage on schema certificates to sportello_app;

-- The last number given, one line for each municipality and year: it stays locked until the certificate with the number
-- stands, so that no number is left out and none comes twice.
create table certificates.certificate_number (
  office_id text not null check (office_id ~ '^comune-[a-z][0-9]{3}$'),
  year smallint not null check (year between 2000 and 2999),
  last integer not null check (last > 0),
  primary key (office_id, year)
);

-- A certificate (certificato anagrafico) from the request to its delivery.
create table certificates.certificate (
  -- The municipality that keeps the record.
  office_id text not null check (office_id ~ '^comune-[a-z][0-9]{3}$'),
  id uuid not null unique,
  -- Who asked for it; taken off when the account is closed.
  account_id uuid,
  -- Whom it is about, and who asked, in the registry.
  person_id text not null check (length(person_id) between 1 and 40),
  asked_by text not null check (length(asked_by) between 1 and 40),
  kinds text[] not null check (cardinality(kinds) between 1 and 20),
  language text not null check (language in ('it', 'de', 'sl')),
  duty text not null check (duty in ('stamp', 'exempt')),
  exempt_use text check (exempt_use ~ '^[a-z_]{1,40}$'),
  -- What it says, in the words in which it is printed: fixed at the request.
  content jsonb not null,
  locale text not null check (locale in ('it', 'en')),
  -- Where it is sent, where it was asked for by mail.
  mail_to text check (length(mail_to) between 3 and 254),
  state text not null check (state in ('requested', 'awaiting_payment', 'paid', 'numbered', 'sealed', 'stored',
    'delivered', 'given_up', 'failed')),
  requested_at timestamptz not null,
  changed_at timestamptz not null,
  -- The rendering on which the stamp is bought: its file and its SHA-256 in base64.
  rendering_file text,
  rendering_hash text check (rendering_hash ~ '^[A-Za-z0-9+/]{43}=$'),
  order_id uuid unique,
  stamp_number text unique check (length(stamp_number) between 1 and 40),
  stamp_bought_on date,
  paid_at timestamptz,
  year smallint,
  number integer check (number > 0),
  issued_at timestamptz,
  issued_on date,
  valid_until date,
  file text,
  file_hash bytea check (length(file_hash) = 32),
  -- Tries that broke off since the last step, and when the next one comes.
  tries integer not null default 0 check (tries >= 0),
  next_try_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, year, number),
  check ((duty = 'exempt') = (exempt_use is not null)),
  check ((duty = 'stamp') = (order_id is not null)),
  check ((duty = 'stamp') = (rendering_hash is not null)),
  check ((rendering_hash is null) = (rendering_file is null)),
  check ((stamp_number is null) = (stamp_bought_on is null)),
  check ((number is null) = (year is null) and (number is null) = (issued_at is null)
    and (number is null) = (issued_on is null) and (number is null) = (valid_until is null)),
  check ((file is null) = (file_hash is null)),
  -- No certificate without payment where it is due (CE-7).
  constraint paid_before_number check (duty = 'exempt' or number is null or (stamp_number is not null and paid_at is not null)),
  constraint number_of_state check (
    (state in ('requested', 'awaiting_payment', 'paid', 'given_up') and number is null and file is null)
    or (state = 'numbered' and number is not null and file is null)
    or (state in ('sealed', 'stored', 'delivered') and number is not null and file is not null)
    or state = 'failed')
);
create index certificate_of_account on certificates.certificate (account_id, requested_at desc) where account_id is not null;
create index certificate_by_day on certificates.certificate (office_id, requested_at desc);
create index certificate_to_go_on on certificates.certificate (next_try_at)
  where state in ('requested', 'paid', 'numbered', 'sealed', 'stored');

alter table certificates.certificate_number enable row level security;
alter table certificates.certificate enable row level security;

create policy own_tasks on certificates.certificate_number to sportello_app using (platform.is_system());
create policy see on certificates.certificate for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy ask on certificates.certificate for insert to sportello_app with check (
  platform.is_system() or account_id = (select platform.account_id()));
create policy go_on on certificates.certificate for update to sportello_app using (platform.is_system());
create policy erase on certificates.certificate for delete to sportello_app using (platform.is_system());

grant select, insert, update on certificates.certificate_number to sportello_app;
grant select, insert, delete on certificates.certificate to sportello_app;
-- What was asked for and what it says are not rewritten.
grant update (state, changed_at, account_id, mail_to, stamp_number, stamp_bought_on, paid_at, year, number, issued_at,
  issued_on, valid_until, file, file_hash, tries, next_try_at) on certificates.certificate to sportello_app;
