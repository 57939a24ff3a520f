-- Payments online (pagoPA): orders, their notices, digital revenue stamps, refund entries, the ledger.

-- The serial part of notice numbers that are ours; a number that was taken and not used is lost, never given again.
create sequence payments.notice_serial as bigint minvalue 1 maxvalue 9999999999999;
grant usage on sequence payments.notice_serial to sportello_app;

-- What somebody owes (posizione debitoria): one order is paid at most once, further money becomes a refund entry.
create table payments.payment_order (
  id uuid primary key,
  kind text not null check (kind in ('stamp_duty', 'citizenship_contribution')),
  -- The office that may see it; national ones (certificates of the registry) have none.
  office_id text,
  account_id uuid,
  -- For what it is paid: a kind of thing and its id, which the module that ordered it knows.
  purpose_kind text not null check (purpose_kind ~ '^[a-z_]{1,40}$'),
  purpose_id text not null check (length(purpose_id) between 1 and 100),
  amount_cents integer not null check (amount_cents > 0),
  fee_id text not null check (fee_id ~ '^[A-Za-z0-9_-]{1,60}$'),
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  tax_code text check (length(tax_code) between 11 and 16),
  -- Where pagoPA sends its own receipt; erased with the account.
  email text check (length(email) between 3 and 256),
  province text not null check (province ~ '^[A-Z]{2}$'),
  -- SHA-256 of the document that a stamp is bought for, base64.
  document_hash text check (document_hash ~ '^[A-Za-z0-9+/]{43}=$'),
  return_to text not null check (return_to ~ '^/[^/\\]'),
  locale text not null,
  state text not null check (state in
    ('created', 'cart_opened', 'cancelled', 'failed', 'given_up', 'expired', 'paid', 'refund_due', 'refunded')),
  created_at timestamptz not null,
  -- Until then it can be paid; what comes later is refunded.
  payable_until timestamptz not null,
  paid_at timestamptz,
  -- When the module that ordered it went on because it was paid.
  continued_at timestamptz,
  check ((kind = 'stamp_duty') = (document_hash is not null)),
  check (payable_until > created_at),
  check ((state in ('paid', 'refund_due', 'refunded')) = (paid_at is not null)),
  check (continued_at is null or paid_at is not null)
);
-- The same thing is not ordered twice while the first order lives.
create unique index ordered_once on payments.payment_order (purpose_kind, purpose_id)
  where state not in ('given_up', 'expired', 'refund_due', 'refunded');
create index payment_order_by_account on payments.payment_order (account_id, created_at) where account_id is not null;
create index payment_order_by_office on payments.payment_order (office_id, created_at);
create index payment_order_by_age on payments.payment_order (created_at);
create index payment_order_payable on payments.payment_order (payable_until)
  where state in ('created', 'cart_opened', 'cancelled', 'failed');
create index payment_order_to_continue on payments.payment_order (paid_at) where state = 'paid' and continued_at is null;

-- A notice (avviso di pagamento) under which an order can be paid. A stamp gets a new one with each checkout.
create table payments.notice (
  order_id uuid not null references payments.payment_order,
  number smallint not null check (number > 0),
  state text not null check (state in ('opening', 'payable', 'not_opened', 'paid', 'not_watched')),
  -- Notice number (numero avviso), 18 digits; a stamp's is given by e.bollo.
  notice_number text check (notice_number ~ '^[0-9]{18}$'),
  iuv text generated always as (substr(notice_number, 2)) stored,
  opened_at timestamptz not null,
  checkout_url text check (length(checkout_url) <= 2000),
  -- How the browser came back last: a word of the browser, never a proof.
  returned text check (returned in ('ok', 'cancel', 'error')),
  -- When pagoPA is asked again; nothing where there is nothing more to learn.
  next_check_at timestamptz,
  checks integer not null default 0,
  paid_at timestamptz,
  -- The receipt's own number at pagoPA (IUR), or the stamp's (IUBD).
  receipt_reference text check (length(receipt_reference) between 1 and 100),
  payment_provider text check (length(payment_provider) <= 200),
  -- What an answer of pagoPA had that cannot be.
  problem text check (problem in
    ('signature', 'digest', 'amount', 'seen_before', 'malformed', 'notice', 'outcome')),
  primary key (order_id, number),
  check ((state = 'paid') = (paid_at is not null)),
  check ((state in ('payable', 'paid', 'not_watched')) <= (notice_number is not null))
);
create unique index notice_number_once on payments.notice (notice_number);
create index notice_to_check on payments.notice (next_check_at) where next_check_at is not null;

-- A digital revenue stamp (marca da bollo digitale), as it was bought.
create table payments.stamp (
  iubd text primary key check (length(iubd) between 1 and 35),
  order_id uuid not null,
  number smallint not null,
  bought_at timestamptz not null,
  document_hash text not null,
  amount_cents integer not null check (amount_cents > 0),
  provider text not null check (length(provider) between 1 and 200),
  xml text not null check (length(xml) <= 100000),
  unique (order_id, number),
  foreign key (order_id, number) references payments.notice
);

-- Money that goes back (rimborso), one entry for a paid notice at most.
create table payments.refund (
  order_id uuid not null,
  number smallint not null,
  state text not null check (state in ('due', 'paid_back')),
  why text not null check (why in
    ('paid_after_end', 'paid_twice', 'stamp_unusable', 'cannot_continue', 'office_decision')),
  reason text check (length(reason) between 1 and 500),
  amount_cents integer not null check (amount_cents > 0),
  entered_at timestamptz not null,
  entered_by uuid,
  paid_back_at timestamptz,
  paid_back_by uuid,
  -- Number of the payment order with which the money went back (ordinativo).
  reference text check (length(reference) between 1 and 60),
  primary key (order_id, number),
  foreign key (order_id, number) references payments.notice,
  check ((why = 'office_decision') = (entered_by is not null and reason is not null)),
  check ((state = 'paid_back') = (paid_back_at is not null and paid_back_by is not null and reference is not null))
);
create index refund_due on payments.refund (entered_at) where state = 'due';

-- The ledger (giornale): each line takes an amount from one account to another, so that it always balances.
create table payments.ledger_line (
  id bigint generated always as identity primary key,
  order_id uuid not null,
  number smallint not null,
  what text not null check (what in ('received', 'earned', 'refund_entered', 'refund_paid')),
  -- The day in Italy to which the money belongs.
  day date not null,
  at timestamptz not null,
  from_account text not null check (from_account in ('pagopa', 'suspended', 'revenue', 'refunds')),
  to_account text not null check (to_account in ('suspended', 'revenue', 'refunds', 'bank')),
  amount_cents integer not null check (amount_cents > 0),
  -- Money of a notice is received once, earned once, entered for refund once, paid back once.
  unique (order_id, number, what),
  foreign key (order_id, number) references payments.notice,
  check (case what
    when 'received' then from_account = 'pagopa' and to_account = 'suspended'
    when 'earned' then from_account = 'suspended' and to_account = 'revenue'
    when 'refund_entered' then from_account in ('suspended', 'revenue') and to_account = 'refunds'
    when 'refund_paid' then from_account = 'refunds' and to_account = 'bank' end)
);
create index ledger_by_day on payments.ledger_line (day);

alter table payments.payment_order enable row level security;
alter table payments.notice enable row level security;
alter table payments.stamp enable row level security;
alter table payments.refund enable row level security;
alter table payments.ledger_line enable row level security;

-- Orders of no office are the ministry's.
create function payments.sees_order(office text, account uuid) returns boolean language sql stable as
  $$ select platform.kind() in ('system', 'ministry')
       or (office is not null and platform.serves(office))
       or (account is not null and account = platform.account_id()) $$;

create policy own on payments.payment_order to sportello_app using (payments.sees_order(office_id, account_id));
create policy own on payments.notice to sportello_app using (exists (
  select 1 from payments.payment_order o where o.id = order_id));
create policy own on payments.stamp to sportello_app using (exists (
  select 1 from payments.payment_order o where o.id = order_id));
create policy own on payments.refund to sportello_app using (exists (
  select 1 from payments.payment_order o where o.id = order_id));
create policy own on payments.ledger_line to sportello_app using (exists (
  select 1 from payments.payment_order o where o.id = order_id));
-- Nobody writes for themselves that they have paid, and only the term of keeping takes a line away.
create policy not_by_payers on payments.stamp as restrictive for insert to sportello_app
  with check (platform.is_system());
create policy not_by_payers on payments.refund as restrictive for insert to sportello_app
  with check (platform.kind() in ('system', 'ministry', 'official'));
create policy not_by_payers on payments.ledger_line as restrictive for insert to sportello_app
  with check (platform.kind() in ('system', 'ministry', 'official'));
create policy kept on payments.payment_order as restrictive for delete to sportello_app using (platform.is_system());
create policy kept on payments.notice as restrictive for delete to sportello_app using (platform.is_system());
create policy kept on payments.stamp as restrictive for delete to sportello_app using (platform.is_system());
create policy kept on payments.refund as restrictive for delete to sportello_app using (platform.is_system());
create policy kept on payments.ledger_line as restrictive for delete to sportello_app using (platform.is_system());

-- What was written of money is not rewritten; only the term of keeping takes it away.
grant select, insert, delete on payments.payment_order, payments.notice, payments.stamp, payments.refund,
  payments.ledger_line to sportello_app;
grant update (state, paid_at, continued_at, account_id, email) on payments.payment_order to sportello_app;
grant update (state, opened_at, notice_number, checkout_url, returned, next_check_at, checks, paid_at, receipt_reference,
  payment_provider, problem) on payments.notice to sportello_app;
grant update (state, paid_back_at, paid_back_by, reference) on payments.refund to sportello_app;

-- Receipts of the counter, too, are taken away when their term of keeping is over, and by the platform alone.
grant delete on payments.receipt, payments.receipt_line to sportello_app;
create policy kept on payments.receipt as restrictive for delete to sportello_app using (platform.is_system());
create policy kept on payments.receipt_line as restrictive for delete to sportello_app using (platform.is_system());
