-- Which changes of their records people have been told of, so that a notice is written once and never forgotten.

create table registry.told_change (
  municipality text not null,
  change_id uuid not null,
  -- Where the notice went; nowhere for those whom no account and no address leads to.
  channel text not null check (channel in ('pec', 'mail', 'none')),
  told_at timestamptz not null,
  primary key (municipality, change_id),
  foreign key (municipality, change_id) references registry.change
);
alter table registry.told_change enable row level security;
create policy platform on registry.told_change to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
grant select, insert on registry.told_change to sportello_app;
create index change_by_age on registry.change (at);
