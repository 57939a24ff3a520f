-- What was paid stays paid, and proofs of payment are erased in one way only: when their term is over, by the platform.

create function payments.paid_stands() returns trigger language plpgsql as $$
begin
  if old.state = 'paid' and new.state <> 'paid' then
    raise exception 'A notice that is paid cannot be anything else' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger paid_stands before update on payments.notice
  for each row execute function payments.paid_stands();

-- The program's role deletes nothing of money by itself.
revoke delete on payments.payment_order, payments.notice, payments.stamp, payments.refund, payments.ledger_line,
  payments.receipt, payments.receipt_line from sportello_app;

-- Erases receipts of the counter of days before one, at most so many; answers how many.
create function payments.erase_receipts(before date, at_most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  ids uuid[];
begin
  if not platform.is_system() then
    raise exception 'Proofs of payment are the platform''s to erase' using errcode = 'insufficient_privilege';
  end if;
  ids := array(
    select r.id from payments.receipt r where r.day < before order by r.day limit at_most for update);
  -- The id alone is a random number: within the days that are over it names one receipt.
  delete from payments.receipt_line l using payments.receipt r
    where r.office_id = l.office_id and r.id = l.receipt_id and r.day < before and r.id = any (ids);
  delete from payments.receipt r where r.day < before and r.id = any (ids);
  return coalesce(array_length(ids, 1), 0);
end $$;

-- Erases orders that have ended and of which nothing has moved since a day, at most so many; answers how many.
create function payments.erase_orders(before date, at_most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  ids uuid[];
begin
  if not platform.is_system() then
    raise exception 'Proofs of payment are the platform''s to erase' using errcode = 'insufficient_privilege';
  end if;
  ids := array(
    select o.id from payments.payment_order o
    where o.created_at < before and o.state in ('given_up', 'expired', 'paid', 'refunded')
      and coalesce(o.paid_at, o.created_at) < before
      and not exists (select 1 from payments.ledger_line l where l.order_id = o.id and l.day >= before)
      and not exists (select 1 from payments.refund r where r.order_id = o.id and r.state = 'due')
    order by o.created_at limit at_most for update);
  delete from payments.ledger_line where order_id = any (ids);
  delete from payments.refund where order_id = any (ids);
  delete from payments.stamp where order_id = any (ids);
  delete from payments.notice where order_id = any (ids);
  delete from payments.payment_order where id = any (ids);
  return coalesce(array_length(ids, 1), 0);
end $$;

revoke execute on function payments.erase_receipts, payments.erase_orders from public;
grant execute on function payments.erase_receipts, payments.erase_orders to sportello_app;
