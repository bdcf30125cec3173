-- What takes a payment back names it, so that a sale that was corrected says which of its payments stand. Words say why
-- a piece left the stock without a document.

alter table payment add column reverses_payment_id text;
create index payment_by_reversed on payment (store_id, reverses_payment_id) where reverses_payment_id is not null;

drop trigger stock_movement_stands;
alter table stock_movement add column reason text;
create trigger stock_movement_stands before update of store_id, id, piece_id, kind, quantity_thousandths, document_kind, document_id, staff_id, business_date, at_ms on stock_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_words before update of reason on stock_movement when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;

-- What is being looked at is a handful among hundreds of thousands of movements.
create index stock_movement_inspected on stock_movement (store_id, piece_id) where kind in ('inspection_begun', 'inspection_passed');

insert into sqlite_stat1 (tbl, idx, stat) values
  ('payment', 'payment_by_reversed', '5000 5000 1'),
  ('stock_movement', 'stock_movement_inspected', '2000 2000 2');
