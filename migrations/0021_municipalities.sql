-- Municipalities as offices, and the address for letters of legal value.

-- Whether a municipality is connected to the national registry; without a row it is. Reasons are codes, because people
-- read them in their language.
create table offices.registry_connection (
  office_id text primary key check (office_id ~ '^comune-[a-z][0-9]{3}$'),
  connected boolean not null,
  why text check (why in ('maintenance', 'fault', 'certificate_expired', 'reorganisation')),
  back_on date,
  since timestamptz not null,
  check (connected = (why is null)),
  check (not connected or back_on is null)
);

-- What a municipality offers besides the national services.
create table offices.municipal_service (
  office_id text not null check (office_id ~ '^comune-[a-z][0-9]{3}$'),
  id uuid not null,
  title_it text not null check (length(title_it) between 1 and 120),
  title_en text not null check (length(title_en) between 1 and 120),
  text_it text not null check (length(text_it) between 1 and 2000),
  text_en text not null check (length(text_en) between 1 and 2000),
  -- Where it is done online, if it is.
  url text check (url ~ '^https://' and length(url) <= 500),
  published_at timestamptz not null,
  primary key (office_id, id)
);

alter table offices.registry_connection enable row level security;
alter table offices.municipal_service enable row level security;
create policy read on offices.registry_connection for select to sportello_app using (true);
create policy decide on offices.registry_connection to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
create policy read on offices.municipal_service for select to sportello_app using (true);
create policy write on offices.municipal_service to sportello_app
  using (platform.serves(office_id)) with check (platform.serves(office_id));
grant select, insert, update on offices.registry_connection to sportello_app;
grant select, insert, delete on offices.municipal_service to sportello_app;

-- The last answer of the index of digital domiciles, shown until new addresses become active.
create table registry.digital_domicile (
  person_id text primary key references registry.person,
  address text check (length(address) between 3 and 254),
  since timestamptz,
  ended_why text check (ended_why in ('voluntary', 'ex_officio')),
  ended_at timestamptz,
  asked_at timestamptz not null,
  check ((address is null) = (since is null)),
  check ((ended_why is null) = (ended_at is null)),
  check (address is null or ended_why is null)
);
alter table registry.digital_domicile enable row level security;
create policy own on registry.digital_domicile to sportello_app
  using ((select platform.is_system()) or person_id = (select registry.own_person()))
  with check ((select platform.is_system()) or person_id = (select registry.own_person()));
grant select, insert, update, delete on registry.digital_domicile to sportello_app;

-- Certified mail (posta elettronica certificata) leaves by a server of its own.
alter table notifications.message
  drop constraint message_channel_check,
  add constraint message_channel_check check (channel in ('mail', 'sms', 'pec'));
