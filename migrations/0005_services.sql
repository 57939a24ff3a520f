-- What each office has switched on.

create schema services;
grant usage on schema services to sportello_app;

create table services.offer (
  office_id text not null,
  service_id text not null,
  -- Whether the office gives appointments for it at all.
  switched_on boolean not null default false,
  -- First day that can be booked; without one the service is "not yet open".
  first_bookable_on date,
  -- When news of a service that is not yet open will come.
  news_on date,
  -- How long an unconfirmed place is held.
  hold_minutes integer not null default 120 check (hold_minutes between 5 and 4320),
  -- Latest booking before the appointment.
  notice_hours integer not null default 24 check (notice_hours between 0 and 720),
  primary key (office_id, service_id)
);
alter table services.offer enable row level security;
create policy read on services.offer for select to sportello_app using (true);
create policy write on services.offer to sportello_app using (platform.serves(office_id));
grant select, insert, update, delete on services.offer to sportello_app;
