-- What offices tell the public.

create schema offices;
grant usage on schema offices to sportello_app;

create table offices.notice (
  id uuid primary key,
  -- Nobody's office: a notice for everybody, which the ministry writes.
  office_id text,
  title_it text not null check (length(title_it) between 1 and 120),
  title_en text not null check (length(title_en) between 1 and 120),
  text_it text not null check (length(text_it) between 1 and 2000),
  text_en text not null check (length(text_en) between 1 and 2000),
  from_on date not null,
  until_on date not null check (until_on >= from_on)
);
create index notice_by_office on offices.notice (office_id, until_on);

alter table offices.notice enable row level security;
create policy read on offices.notice for select to sportello_app using (true);
create policy write on offices.notice to sportello_app using (
  case when office_id is null then platform.kind() in ('ministry', 'system') else platform.serves(office_id) end);
grant select, insert, update, delete on offices.notice to sportello_app;
