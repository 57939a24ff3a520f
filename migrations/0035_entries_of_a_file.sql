-- The entries of the consular register that rest on one file: they end with it when it comes to nothing.
create index consular_entry_waiting on registry.consular_entry (office_id, source)
  where state = 'waiting_for_municipality';
