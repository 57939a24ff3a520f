-- Families: several people in one appointment. Each of them has a row, a place and a state of their own, so that the
-- indexes that prove "no place twice" and "one live booking" hold for companions too; the party binds them.

create table appointments.party (
  office_id text not null,
  id uuid not null,
  service_id text not null,
  -- Who booked, gets the letters and may cancel or move; not always one of the people served.
  account_id uuid not null,
  created_at timestamptz not null,
  -- Grows with each change that a calendar must learn of.
  revision integer not null default 0,
  next_reminder_at timestamptz,
  primary key (office_id, id)
);
create index party_reminders on appointments.party (next_reminder_at) where next_reminder_at is not null;
create index party_by_account on appointments.party (account_id);

alter table appointments.appointment
  add column party_id uuid,
  -- Place in the order in which the members were written down.
  add column member smallint check (member between 1 and 20),
  add column tax_code text,
  -- A minor's parents, as they were written down, and whether the other one agrees (assenso dell'altro genitore).
  add column parents text[] check (cardinality(parents) <= 2),
  add column consent text check (consent in ('given', 'to_bring', 'sole_parent')),
  add constraint member_of_party check ((party_id is null) = (member is null)),
  add constraint party_of_members foreign key (office_id, party_id) references appointments.party;
create index appointment_by_party on appointments.appointment (office_id, party_id, member) where party_id is not null;

alter table appointments.party enable row level security;
create policy own on appointments.party for select to sportello_app using (
  platform.serves(office_id) or account_id = (select platform.account_id()));
create policy write on appointments.party to sportello_app using (platform.serves(office_id));
grant select, insert, update, delete on appointments.party to sportello_app;
