-- Reports of appointments offered for money.

create schema site;
grant usage on schema site to sportello_app;

create table site.resale_report (
  id uuid primary key,
  office_id text,
  -- What somebody saw, in their words; a contact only where they leave one.
  description text not null check (length(description) between 1 and 4000),
  seen_at text not null default '' check (length(seen_at) <= 500),
  contact text not null default '' check (length(contact) <= 200),
  created_at timestamptz not null
);
create index resale_report_by_office on site.resale_report (office_id, created_at);
alter table site.resale_report enable row level security;
create policy report on site.resale_report for insert to sportello_app with check (true);
create policy read on site.resale_report for select to sportello_app using (
  platform.kind() in ('ministry', 'system') or (office_id is not null and platform.serves(office_id)));
grant select, insert on site.resale_report to sportello_app;
