-- Delegations (deleghe): a person lets another registered person act in one procedure or one file, for a limited time.

create table identity.delegation (
  id uuid primary key,
  -- Whose the procedure or the file is.
  account_id uuid not null,
  -- As the owner named the delegate; emptied when the delegate's account is closed.
  delegate_email text check (length(delegate_email) between 3 and 254),
  -- Keyed hash of the address: an offer is for whoever has proven it.
  delegate_key text,
  -- Who accepted it.
  delegate_id uuid,
  -- What it is about: a procedure, or one file.
  procedure text check (length(procedure) between 1 and 60),
  case_file_id uuid,
  title_it text not null check (length(title_it) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  state text not null check (state in ('offered', 'accepted', 'declined', 'revoked', 'expired')),
  offered_at timestamptz not null,
  accepted_at timestamptz,
  -- The instant at which it is over by itself.
  until_at timestamptz not null,
  ended_at timestamptz,
  check ((procedure is null) <> (case_file_id is null)),
  check ((state in ('declined', 'revoked', 'expired')) = (ended_at is not null)),
  check (state <> 'accepted' or (accepted_at is not null and delegate_id is not null)),
  check ((accepted_at is null) = (delegate_id is null)),
  check (delegate_id is null or delegate_id <> account_id),
  check (until_at > offered_at and until_at <= offered_at + interval '367 days')
);
create index delegation_of_owner on identity.delegation (account_id, offered_at);
create index delegation_of_delegate on identity.delegation (delegate_id, state);
create index delegation_offered on identity.delegation (delegate_key) where state = 'offered';
create index delegation_due on identity.delegation (until_at) where state in ('offered', 'accepted');

alter table identity.delegation enable row level security;
-- Both read their own; who has proven the address of an offer reads it, too. Changes are the platform's.
create policy read on identity.delegation for select to sportello_app using (
  (select platform.is_system())
  or account_id = (select platform.account_id())
  or delegate_id = (select platform.account_id())
  or (state = 'offered' and delegate_key in (select c.key from identity.contact c
    where c.account_id = (select platform.account_id()) and c.kind = 'email' and c.verified_at is not null)));
create policy write on identity.delegation to sportello_app
  using ((select platform.is_system())) with check ((select platform.is_system()));
grant select, insert, update, delete on identity.delegation to sportello_app;

-- Whether the person of the transaction acts for another in a procedure or a file. A delegation of a procedure reaches
-- what is open, and what was closed since it was accepted. The minute's job ends what has lasted its time.
create function identity.acts_for(owner uuid, of_procedure text, file uuid, closed timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select 1 from identity.delegation d
    where d.delegate_id = platform.account_id() and d.state = 'accepted' and d.account_id = owner
      and (d.case_file_id = file or (d.procedure = of_procedure and (closed is null or closed >= d.accepted_at))));

-- To whom else the letters about a file go. Desks write letters, and may not read the delegations.
create function identity.delegates_of(owner uuid, of_procedure text, file uuid, closed timestamptz)
  returns table (id uuid, name text, email text, locale text)
  language sql stable security definer set search_path = ''
  begin atomic
    select distinct a.id, a.given_name || ' ' || a.family_name, c.value, a.locale
    from identity.delegation d
    join identity.account a on a.id = d.delegate_id and a.state = 'active'
    join identity.contact c on c.account_id = a.id and c.kind = 'email' and c.verified_at is not null
    where d.account_id = owner and d.state = 'accepted'
      and (d.case_file_id = file or (d.procedure = of_procedure and (closed is null or closed >= d.accepted_at)))
      and (platform.kind() in ('system', 'official', 'office', 'ministry')
        or platform.account_id() in (d.account_id, d.delegate_id));
  end;

-- The delegate reads the file, its thread, its history of corrections and turns: they follow the policy of the file.
create policy delegate on case_files.case_file for select to sportello_app using (
  (select platform.kind()) = 'citizen' and account_id is not null and protocol_year is not null
  and identity.acts_for(account_id, procedure, id, closed_at));
create policy delegate on case_files.draft to sportello_app
  using ((select platform.kind()) = 'citizen'
    and identity.acts_for(account_id, procedure, coalesce(case_file_id, id), null))
  with check ((select platform.kind()) = 'citizen'
    and identity.acts_for(account_id, procedure, coalesce(case_file_id, id), null));
create policy delegate on documents.document for select to sportello_app using (
  (select platform.kind()) = 'citizen' and subject_kind = 'case-file'
  and account_id <> (select platform.account_id()) and case_files.sees(office_id, subject_id));

-- Who wrote for the person, where a delegate did.
alter table case_files.message add column written_by uuid;
