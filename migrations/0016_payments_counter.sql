-- Payments at the counter: receipts with numbers that have no gap, their voiding by a second official, the day's closing.

create schema payments;
grant usage on schema payments to sportello_app;

-- The last number given, one line for each office and year: it stays locked until the receipt with the number stands.
create table payments.receipt_number (
  office_id text not null,
  year smallint not null check (year between 2000 and 2999),
  last integer not null check (last > 0),
  primary key (office_id, year)
);

-- A receipt (ricevuta) for fees of the consular tariff.
create table payments.receipt (
  office_id text not null,
  id uuid not null,
  year smallint not null,
  number integer not null check (number > 0),
  -- The office's day, to which the money belongs.
  day date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  payer_name text not null check (length(payer_name) between 1 and 200),
  account_id uuid,
  -- For which appointment, where there is one; appointments know payments, not the reverse.
  appointment_id uuid,
  means text not null check (means in ('debit_card')),
  -- What the terminal printed on its slip.
  terminal_reference text not null check (terminal_reference ~ '^[A-Z0-9-]{4,30}$'),
  total_cents integer not null check (total_cents > 0),
  locale text not null,
  state text not null check (state in ('issued', 'void_requested', 'void')),
  void_reason text check (length(void_reason) between 1 and 500),
  void_requested_at timestamptz,
  void_requested_by uuid,
  void_decided_at timestamptz,
  void_decided_by uuid,
  primary key (office_id, id),
  unique (office_id, year, number),
  check (extract(year from day) = year),
  check ((state = 'issued') = (void_requested_by is null and void_reason is null and void_requested_at is null)),
  check ((state = 'void') = (void_decided_by is not null and void_decided_at is not null)),
  -- Four eyes: nobody voids alone.
  constraint voided_by_another check (void_decided_by <> void_requested_by)
);
create index receipt_by_day on payments.receipt (office_id, day, number);
create index receipt_by_account on payments.receipt (account_id) where account_id is not null;
create index receipt_by_appointment on payments.receipt (office_id, appointment_id) where appointment_id is not null;
-- A slip of the terminal pays for one receipt.
create unique index slip_used_once on payments.receipt (office_id, day, terminal_reference) where state <> 'void';

create table payments.receipt_line (
  office_id text not null,
  receipt_id uuid not null,
  position smallint not null check (position > 0),
  -- A fee of the tariff, and the amount in force that day.
  fee_id text not null check (fee_id ~ '^[A-Za-z0-9_-]{1,60}$'),
  quantity smallint not null check (quantity between 1 and 99),
  unit_cents integer not null check (unit_cents > 0),
  amount_cents integer not null,
  primary key (office_id, receipt_id, position),
  unique (office_id, receipt_id, fee_id),
  foreign key (office_id, receipt_id) references payments.receipt,
  check (amount_cents = quantity * unit_cents)
);

-- The day's closing (chiusura di cassa): what the receipts say against what the terminal says.
create table payments.day_closing (
  office_id text not null,
  day date not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  receipts integer not null check (receipts >= 0),
  voided integer not null check (voided >= 0),
  total_cents integer not null check (total_cents >= 0),
  terminal_cents integer not null check (terminal_cents >= 0),
  difference_reason text check (length(difference_reason) between 1 and 500),
  primary key (office_id, day),
  -- A difference has a reason, and only a difference has one.
  check ((terminal_cents <> total_cents) = (difference_reason is not null))
);

-- A closed day stands: no receipt joins it, none of it changes but for the account that is taken off.
create function payments.closed_day_stands() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payments.day_closing c where c.office_id = new.office_id and c.day = new.day)
    and (tg_op = 'INSERT' or to_jsonb(old) - 'account_id' is distinct from to_jsonb(new) - 'account_id') then
    raise exception 'The day % of % is closed', new.day, new.office_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger closed_day_stands before insert or update on payments.receipt
  for each row execute function payments.closed_day_stands();

alter table payments.receipt_number enable row level security;
alter table payments.receipt enable row level security;
alter table payments.receipt_line enable row level security;
alter table payments.day_closing enable row level security;

create policy serve on payments.receipt_number to sportello_app using (platform.serves(office_id));
create policy own on payments.receipt for select to sportello_app using (
  platform.serves(office_id) or (account_id is not null and account_id = (select platform.account_id())));
create policy write on payments.receipt to sportello_app using (platform.serves(office_id));
create policy own on payments.receipt_line for select to sportello_app using (
  platform.serves(office_id) or exists (
    select 1 from payments.receipt r where r.office_id = receipt_line.office_id and r.id = receipt_line.receipt_id
      and r.account_id = (select platform.account_id())));
create policy write on payments.receipt_line to sportello_app using (platform.serves(office_id));
create policy serve on payments.day_closing to sportello_app using (platform.serves(office_id));

-- Money once written is not rewritten: of a receipt only its voiding and its account change.
grant select, insert, update on payments.receipt_number to sportello_app;
grant select, insert on payments.receipt, payments.receipt_line, payments.day_closing to sportello_app;
grant update (state, void_reason, void_requested_at, void_requested_by, void_decided_at, void_decided_by, account_id)
  on payments.receipt to sportello_app;
