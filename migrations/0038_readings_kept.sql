-- Lines of who has read whose record are kept for five years, and then erased: the time in which an unlawful reading can be
-- claimed for (art. 2947 codice civile) or sanctioned (art. 28 L. 689/1981); GDPR art. 5(1)(e) and 5(2).

create index reading_by_age on registry.reading using brin (at);
-- Younger lines cannot be deleted by the program, whatever it asks for. A day of room for time zones.
create policy erase on registry.reading for delete to sportello_app using (
  (select platform.is_system()) and at < now() - interval '5 years' + interval '1 day');
grant delete on registry.reading to sportello_app;
