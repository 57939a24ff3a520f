-- Messages to people: written with the change that they tell of, sent outside of it.

create schema notifications;
grant usage on schema notifications to sportello_app;

create table notifications.message (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'sms')),
  recipient text not null,
  locale text not null,
  account_id uuid,
  office_id text,
  subject text not null,
  -- Paragraphs, link and calendar file; emptied some days after the message has left, because links in it open doors.
  content jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  sent_at timestamptz
);
create index message_waiting on notifications.message (next_try_at) where state = 'waiting';
create index message_by_account on notifications.message (account_id, created_at) where account_id is not null;
create index message_by_age on notifications.message (created_at) where content is not null;

alter table notifications.message enable row level security;
create policy send on notifications.message for insert to sportello_app with check (true);
create policy own on notifications.message for select to sportello_app using (
  (select platform.is_system()) or (account_id is not null and account_id = (select platform.account_id())));
create policy deliver on notifications.message for update to sportello_app using ((select platform.is_system()));
create policy clean on notifications.message for delete to sportello_app using ((select platform.is_system()));
grant select, insert, update, delete on notifications.message to sportello_app;
