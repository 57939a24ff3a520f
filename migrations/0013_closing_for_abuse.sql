-- An account closed for abuse (uso abusivo): its contacts stay barred, with the official's words and the way to contest.
alter table identity.registration_block
  add column explanation text check (length(explanation) between 1 and 1000),
  drop constraint registration_block_reason_check,
  add constraint registration_block_reason_check check (reason in
    ('contact_of_another_account', 'disposable_address', 'intermediary_contact', 'barred_contact', 'closed_for_abuse'));

-- Absences count on after a closing: of them the keyed hash of the person stays, and nothing else.
alter table appointments.appointment
  drop constraint appointment_of_somebody_or_nobody,
  add constraint appointment_of_somebody_or_nobody
    check (num_nonnulls(given_name, family_name, born_on) in (0, 3)
      and (given_name is null or person_key is not null)
      and (given_name is not null or person_key is null or state = 'no_show'));
