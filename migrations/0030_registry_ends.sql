-- Records that are struck or found to be duplicates, and households that people leave.
alter table registry.change drop constraint change_kind_check;
alter table registry.change add constraint change_kind_check check (kind in ('correction', 'procedure_opened',
  'procedure_closed', 'certifiability', 'household_certifiability', 'address', 'electoral', 'striking', 'duplicate',
  'household'));

-- Municipalities find what they have issued by whom it is about and by the day. The name as it is compared, and the tax
-- code, as they stood in the record when the certificate was asked for.
alter table certificates.certificate add column holder_key text, add column holder_tax_code text
  check (holder_tax_code ~ '^[A-Z0-9]{16}$');
update certificates.certificate set
  holder_key = trim(regexp_replace(regexp_replace(normalize(lower(content -> 'person' -> 0 ->> 'value'), nfd),
    U&'[\0300-\036F]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')),
  holder_tax_code = (select line.value ->> 'value' from jsonb_array_elements(content -> 'person') as line
    where line.value -> 'label' ->> 'it' = 'Codice fiscale' and line.value ->> 'value' ~ '^[A-Z0-9]{16}$');
alter table certificates.certificate alter column holder_key set not null;
create index certificate_by_holder on certificates.certificate (office_id, holder_key text_pattern_ops, requested_at desc)
  where number is not null;
create index certificate_by_tax_code on certificates.certificate (office_id, holder_tax_code, requested_at desc)
  where number is not null and holder_tax_code is not null;
create index certificate_by_issue on certificates.certificate (office_id, issued_on, requested_at desc)
  where number is not null;
