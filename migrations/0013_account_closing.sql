-- Closing an account: what each module needs to keep its promise.

create schema account_closing;
grant usage on schema account_closing to sportello_app;

-- What a closing has done, in codes and dates, for the page after it: the person has no session any more.
create table account_closing.receipt (
  key_hash bytea primary key,
  outcome jsonb not null,
  closed_at timestamptz not null,
  expires_at timestamptz not null
);
create index receipt_by_age on account_closing.receipt (expires_at);
alter table account_closing.receipt enable row level security;
create policy platform on account_closing.receipt to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
grant select, insert, delete on account_closing.receipt to sportello_app;

-- A message of somebody who has gone is erased as soon as it has left.
alter table notifications.message add column erase_once_sent boolean not null default false;

-- An appointment whose person has gone keeps office, hour, service and state.
alter table appointments.appointment
  alter column given_name drop not null,
  alter column family_name drop not null,
  alter column born_on drop not null,
  alter column person_key drop not null,
  -- When the person's data goes, of an appointment that the office is still serving.
  add column erase_at timestamptz,
  add constraint appointment_of_somebody_or_nobody
    check (num_nonnulls(given_name, family_name, born_on, person_key) in (0, 4)),
  add constraint live_appointment_has_a_person
    check (person_key is not null or state not in ('held', 'booked', 'in_charge', 'checked_in'));
create index appointment_to_erase on appointments.appointment (erase_at) where erase_at is not null;

-- The platform takes the contact of somebody who has gone out of their reports.
create policy forget on site.resale_report for update to sportello_app using ((select platform.is_system()));
grant update (contact) on site.resale_report to sportello_app;
