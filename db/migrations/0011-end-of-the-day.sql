-- What the end of a day needs to know: what the close before left in the drawer, why cash moved, why a terminal's batch
-- is off, in whose day a parcel left, and which checks went to the bank.

-- Null for a drawer that was opened before the books were kept.
alter table drawer_session add column last_left_cents integer;

drop trigger drawer_movement_stands;
alter table drawer_movement add column reason_code text;
create trigger drawer_movement_stands before update of store_id, id, drawer_session_id, kind, amount_cents, staff_id, override_id, business_date, at_ms, reason_code on drawer_movement begin select raise(abort, 'FACT_STANDS'); end;

drop trigger terminal_batch_stands;
alter table terminal_batch add column reason text not null default '';
create trigger terminal_batch_stands before update of store_id, id, drawer_session_id, terminal, brand, amount_cents, count, staff_id, business_date, at_ms on terminal_batch begin select raise(abort, 'FACT_STANDS'); end;
create trigger terminal_batch_words before update of reason on terminal_batch when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;

drop trigger shipment_event_stands;
alter table shipment_event add column drawer_session_id text;
create trigger shipment_event_stands before update of store_id, id, shipment_id, kind, carrier, staff_id, business_date, at_ms, drawer_session_id on shipment_event begin select raise(abort, 'FACT_STANDS'); end;
create index shipment_event_by_drawer_session on shipment_event (store_id, drawer_session_id) where drawer_session_id is not null;

create table banked_check (
  store_id text not null,
  id text not null,
  day_close_id text not null,
  payment_id text not null,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index banked_check_by_close on banked_check (store_id, day_close_id);
create index banked_check_by_payment on banked_check (store_id, payment_id);
create trigger banked_check_stands before update on banked_check begin select raise(abort, 'FACT_STANDS'); end;
create trigger banked_check_stays before delete on banked_check begin select raise(abort, 'FACT_STANDS'); end;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('shipment_event', 'shipment_event_by_drawer_session', '2000 2000 2'),
  ('banked_check', 'banked_check', '20000 20000 1'),
  ('banked_check', 'banked_check_by_close', '20000 20000 10'),
  ('banked_check', 'banked_check_by_payment', '20000 20000 1');
