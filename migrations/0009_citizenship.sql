-- Guided assessments of citizenship that people fill in, with or without an account.

create schema citizenship;
grant usage on schema citizenship to sportello_app;

create table citizenship.guided_assessment (
  id uuid primary key,
  -- The secret of the link is kept nowhere: its hash finds the row, and the answers open only with it.
  token_hash bytea not null unique check (length(token_hash) = 32),
  sealed text not null check (length(sealed) <= 200000),
  -- The account that keeps it, and the link sealed for that account; identity stands after citizenship, so no reference.
  account_id uuid,
  sealed_link text,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  kept_at timestamptz,
  expires_at timestamptz not null check (expires_at > changed_at),
  check ((account_id is null) = (sealed_link is null)),
  check (account_id is null or kept_at is not null)
);
create index guided_assessment_by_age on citizenship.guided_assessment (expires_at);
create index guided_assessment_by_account on citizenship.guided_assessment (account_id) where account_id is not null;

alter table citizenship.guided_assessment enable row level security;
create policy platform on citizenship.guided_assessment to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
create policy own on citizenship.guided_assessment for select to sportello_app
  using (account_id = (select platform.account_id()));
grant select, insert, update, delete on citizenship.guided_assessment to sportello_app;
