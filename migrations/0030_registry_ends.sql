-- Records that are struck or found to be duplicates, and households that people leave.
alter table registry.change drop constraint change_kind_check;
alter table registry.change add constraint change_kind_check check (kind in ('correction', 'procedure_opened',
  'procedure_closed', 'certifiability', 'household_certifiability', 'address', 'electoral', 'striking', 'duplicate',
  'household'));
