-- Places in the shop, and counting what lies there.

create table stock_place (
  store_id text not null,
  id text not null,
  number text not null,
  name text not null,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;
create index stock_place_by_number on stock_place (store_id, number collate nocase);

alter table piece add column place_id text;
create index piece_by_place on piece (store_id, place_id) where place_id is not null;

-- Kinds and statuses are the program's to know: every document adds its own, and a table of movements is long.
alter table piece_state rename to piece_state_before;
create table piece_state (
  seq integer primary key,
  piece_id text not null unique,
  status text not null,
  quantity_thousandths integer not null
) strict;
insert into piece_state (seq, piece_id, status, quantity_thousandths)
  select seq, piece_id, status, quantity_thousandths from piece_state_before;
drop table piece_state_before;

alter table stock_movement rename to stock_movement_before;
create table stock_movement (
  store_id text not null,
  id text not null,
  piece_id text not null,
  kind text not null,
  quantity_thousandths integer not null,
  document_kind text,
  document_id text,
  staff_id text,
  business_date text not null,
  at_ms integer not null,
  reason text,
  primary key (store_id, id)
) strict, without rowid;
insert into stock_movement (store_id, id, piece_id, kind, quantity_thousandths, document_kind, document_id, staff_id, business_date, at_ms, reason)
  select store_id, id, piece_id, kind, quantity_thousandths, document_kind, document_id, staff_id, business_date, at_ms, reason from stock_movement_before;
drop table stock_movement_before;
create index stock_movement_by_piece on stock_movement (store_id, piece_id);
create index stock_movement_inspected on stock_movement (store_id, piece_id) where kind in ('inspection_begun', 'inspection_passed');
-- What moved since a day began: a count looks back at most some weeks.
create index stock_movement_by_date on stock_movement (store_id, business_date);
create trigger stock_movement_stands before update of store_id, id, piece_id, kind, quantity_thousandths, document_kind, document_id, staff_id, business_date, at_ms on stock_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_words before update of reason on stock_movement when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_stays before delete on stock_movement begin select raise(abort, 'FACT_STANDS'); end;

create table stock_count (
  store_id text not null,
  id text not null,
  number text not null,
  scope text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index stock_count_by_date on stock_count (store_id, business_date, at_ms);
create trigger stock_count_stands before update on stock_count begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_count_stays before delete on stock_count begin select raise(abort, 'FACT_STANDS'); end;

-- What a scanner read and no piece has: it may be anything that carries bars, so it can be forgotten.
create table count_scan (
  store_id text not null,
  id text not null,
  count_id text not null,
  piece_id text,
  code text,
  place_id text,
  quantity_thousandths integer check (quantity_thousandths >= 0),
  register_id text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id),
  check (piece_id is not null or quantity_thousandths is null)
) strict, without rowid;
create index count_scan_by_count on count_scan (store_id, count_id, piece_id);
create index count_scan_by_register on count_scan (store_id, register_id, count_id, at_ms);
create index count_scan_by_piece on count_scan (store_id, piece_id) where piece_id is not null;
create trigger count_scan_stands before update of store_id, id, count_id, piece_id, place_id, quantity_thousandths, register_id, staff_id, business_date, at_ms on count_scan begin select raise(abort, 'FACT_STANDS'); end;
create trigger count_scan_words before update of code on count_scan when new.code <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger count_scan_stays before delete on count_scan begin select raise(abort, 'FACT_STANDS'); end;

-- What a close found different. Costs are of the whole quantity, as of the count's midnight; null: nobody knows.
create table count_line (
  store_id text not null,
  id text not null,
  count_id text not null,
  count_close_id text not null,
  movement_id text,
  piece_id text not null,
  outcome text not null,
  status text not null,
  quantity_thousandths integer not null,
  cost_cents integer,
  owned integer not null check (owned in (0, 1)),
  home_place_id text,
  place_id text,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index count_line_by_count on count_line (store_id, count_id);
create index count_line_by_piece on count_line (store_id, piece_id);
create trigger count_line_stands before update on count_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger count_line_stays before delete on count_line begin select raise(abort, 'FACT_STANDS'); end;

create table count_close (
  store_id text not null,
  id text not null,
  count_id text not null,
  figures text not null,
  line_count integer not null check (line_count >= 0),
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index count_close_by_count on count_close (store_id, count_id);
create trigger count_close_stands before update on count_close begin select raise(abort, 'FACT_STANDS'); end;
create trigger count_close_stays before delete on count_close begin select raise(abort, 'FACT_STANDS'); end;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('stock_place', 'stock_place', '200 200 1'),
  ('stock_place', 'stock_place_by_number', '200 200 1'),
  ('piece', 'piece_by_place', '20000 20000 200'),
  ('piece_state', 'sqlite_autoindex_piece_state_1', '100000 1'),
  ('stock_movement', 'stock_movement', '200000 200000 1'),
  ('stock_movement', 'stock_movement_by_piece', '200000 200000 2'),
  ('stock_movement', 'stock_movement_inspected', '2000 2000 2'),
  ('stock_movement', 'stock_movement_by_date', '200000 200000 300'),
  ('stock_count', 'stock_count', '200 200 1'),
  ('stock_count', 'stock_count_by_date', '200 200 2 1'),
  ('count_scan', 'count_scan', '200000 200000 1'),
  ('count_scan', 'count_scan_by_count', '200000 200000 2000 1'),
  ('count_scan', 'count_scan_by_register', '200000 200000 50000 1000 1'),
  ('count_scan', 'count_scan_by_piece', '200000 200000 4'),
  ('count_line', 'count_line', '10000 10000 1'),
  ('count_line', 'count_line_by_count', '10000 10000 50'),
  ('count_line', 'count_line_by_piece', '10000 10000 2'),
  ('count_close', 'count_close', '200 200 1'),
  ('count_close', 'count_close_by_count', '200 200 1');
