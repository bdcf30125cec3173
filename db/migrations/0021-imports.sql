-- What was sold before this program: history for the customer's page and the search, never in the journal, a Z or a tax
-- report. One row of a file is one line; the lines of one number are one sale. An undo is a fact too.

create table imported_sale (
  store_id text not null,
  id text not null,
  source text not null,
  external_id text not null,
  sold_on text not null,
  sold_time text,
  customer_id text,
  customer_name text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index imported_sale_by_key on imported_sale (store_id, external_id);
create index imported_sale_by_customer on imported_sale (store_id, customer_id) where customer_id is not null;
create trigger imported_sale_stands before update of store_id, id, source, external_id, sold_on, sold_time, customer_id, at_ms on imported_sale begin select raise(abort, 'FACT_STANDS'); end;
create trigger imported_sale_words before update of customer_name on imported_sale when new.customer_name <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger imported_sale_stays before delete on imported_sale begin select raise(abort, 'FACT_STANDS'); end;

create table imported_sale_line (
  store_id text not null,
  id text not null,
  imported_sale_id text not null,
  row_key text not null,
  stock_number text not null,
  description text not null,
  category text not null,
  quantity_thousandths integer not null,
  gross_cents integer not null,
  discount_cents integer not null,
  net_cents integer not null,
  tax_cents integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index imported_sale_line_by_sale on imported_sale_line (store_id, imported_sale_id);
create index imported_sale_line_by_stock_number on imported_sale_line (store_id, stock_number collate nocase) where stock_number <> '';
create trigger imported_sale_line_stands before update on imported_sale_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger imported_sale_line_stays before delete on imported_sale_line begin select raise(abort, 'FACT_STANDS'); end;

create table imported_sale_undo (
  store_id text not null,
  id text not null,
  imported_sale_line_id text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index imported_sale_undo_by_line on imported_sale_undo (store_id, imported_sale_line_id);
create trigger imported_sale_undo_stands before update on imported_sale_undo begin select raise(abort, 'FACT_STANDS'); end;
create trigger imported_sale_undo_stays before delete on imported_sale_undo begin select raise(abort, 'FACT_STANDS'); end;

-- Who a row of a file means has exactly that name.
create index customer_lookup_by_name on customer_lookup (folded_name);

-- A batch may hold sales too; a check cannot be widened in place.
alter table import_batch rename to import_batch_before;
create table import_batch (
  id text primary key,
  file_name text not null,
  encoding text not null,
  target text not null check (target in ('pieces', 'customers', 'sales')),
  source text,
  headers text not null,
  mapping text not null,
  row_count integer not null,
  state text not null check (state in ('staged', 'running', 'done', 'cancelled', 'undone')),
  created_count integer not null,
  changed_count integer not null,
  error_count integer not null,
  started_at_ms integer not null
) strict, without rowid;
insert into import_batch select * from import_batch_before;
drop table import_batch_before;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('imported_sale', 'imported_sale', '50000 50000 1'),
  ('imported_sale', 'imported_sale_by_key', '50000 50000 1'),
  ('imported_sale', 'imported_sale_by_customer', '40000 40000 4'),
  ('imported_sale_line', 'imported_sale_line', '100000 100000 1'),
  ('imported_sale_line', 'imported_sale_line_by_sale', '100000 100000 2'),
  ('imported_sale_line', 'imported_sale_line_by_stock_number', '100000 100000 2'),
  ('imported_sale_undo', 'imported_sale_undo', '1000 1000 1'),
  ('imported_sale_undo', 'imported_sale_undo_by_line', '1000 1000 1');
