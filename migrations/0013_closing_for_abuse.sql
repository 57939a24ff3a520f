-- An account closed for abuse (uso abusivo): its contacts stay barred, with the official's words and the way to contest.
alter table identity.registration_block
  add column explanation text check (length(explanation) between 1 and 1000),
  drop constraint registration_block_reason_check,
  add constraint registration_block_reason_check check (reason in
    ('contact_of_another_account', 'disposable_address', 'intermediary_contact', 'barred_contact', 'closed_for_abuse'));
