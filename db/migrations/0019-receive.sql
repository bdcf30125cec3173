-- Goods come in with an invoice, prices change many at once, and tags follow prices.

-- The price on the tag as far as anybody knows: null where nobody has said, -1 where the piece has no tag yet.
alter table piece add column tagged_cents integer check (tagged_cents >= -1);
create index piece_to_tag on piece (id) where tagged_cents <> tag_price_cents and archived_at_ms is null;

create table reprice (
  store_id text not null,
  id text not null,
  undoes_id text,
  rule text not null,
  piece_count integer not null check (piece_count > 0),
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index reprice_by_undone on reprice (store_id, undoes_id) where undoes_id is not null;
create trigger reprice_stands before update on reprice begin select raise(abort, 'FACT_STANDS'); end;
create trigger reprice_stays before delete on reprice begin select raise(abort, 'FACT_STANDS'); end;

create table reprice_line (
  store_id text not null,
  id text not null,
  reprice_id text not null,
  piece_id text not null,
  from_cents integer not null check (from_cents >= 0),
  to_cents integer not null check (to_cents >= 0),
  primary key (store_id, id)
) strict, without rowid;
create index reprice_line_by_reprice on reprice_line (store_id, reprice_id);
create index reprice_line_by_piece on reprice_line (store_id, piece_id);
create trigger reprice_line_stands before update on reprice_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger reprice_line_stays before delete on reprice_line begin select raise(abort, 'FACT_STANDS'); end;

create table receive (
  store_id text not null,
  id text not null,
  number text not null,
  vendor text not null,
  invoice_number text not null,
  invoice_date text not null,
  terms text not null,
  due_on text,
  goods_cents integer not null check (goods_cents >= 0),
  freight_cents integer not null check (freight_cents >= 0),
  freight_way text not null check (freight_way in ('allocate', 'expense')),
  invoice_total_cents integer not null,
  line_count integer not null check (line_count > 0),
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id),
  check (goods_cents + freight_cents = invoice_total_cents)
) strict, without rowid;
create index receive_by_number on receive (store_id, number);
create index receive_by_invoice on receive (store_id, invoice_number collate nocase);
create index receive_by_date on receive (store_id, business_date, at_ms);
create trigger receive_stands before update on receive begin select raise(abort, 'FACT_STANDS'); end;
create trigger receive_stays before delete on receive begin select raise(abort, 'FACT_STANDS'); end;

-- Costs: of one as invoiced, of the whole line as invoiced, and the line's share of the freight.
create table receive_line (
  store_id text not null,
  id text not null,
  receive_id text not null,
  position integer not null,
  piece_id text not null,
  stock_number text not null,
  quantity_thousandths integer not null check (quantity_thousandths > 0),
  unit_cents integer not null check (unit_cents >= 0),
  goods_cents integer not null check (goods_cents >= 0),
  freight_cents integer not null check (freight_cents >= 0),
  tag_price_cents integer not null check (tag_price_cents >= 0),
  primary key (store_id, id)
) strict, without rowid;
create index receive_line_by_receive on receive_line (store_id, receive_id);
create index receive_line_by_piece on receive_line (store_id, piece_id);
create trigger receive_line_stands before update on receive_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger receive_line_stays before delete on receive_line begin select raise(abort, 'FACT_STANDS'); end;

create table receive_reversal (
  store_id text not null,
  id text not null,
  receive_id text not null,
  reason text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index receive_reversal_by_receive on receive_reversal (store_id, receive_id);
create trigger receive_reversal_stands before update of store_id, id, receive_id, staff_id, business_date, at_ms on receive_reversal begin select raise(abort, 'FACT_STANDS'); end;
create trigger receive_reversal_words before update of reason on receive_reversal when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger receive_reversal_stays before delete on receive_reversal begin select raise(abort, 'FACT_STANDS'); end;

-- Local: invoices that are being typed in, written after every change.
create table receive_draft (
  id text primary key,
  body text not null,
  changed_at_ms integer not null
) strict, without rowid;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('reprice', 'reprice', '1000 1000 1'),
  ('reprice', 'reprice_by_undone', '100 100 1'),
  ('reprice_line', 'reprice_line', '200000 200000 1'),
  ('reprice_line', 'reprice_line_by_reprice', '200000 200000 200'),
  ('reprice_line', 'reprice_line_by_piece', '200000 200000 4'),
  ('receive', 'receive', '2000 2000 1'),
  ('receive', 'receive_by_number', '2000 2000 1'),
  ('receive', 'receive_by_invoice', '2000 2000 1'),
  ('receive', 'receive_by_date', '2000 2000 2 1'),
  ('receive_line', 'receive_line', '40000 40000 1'),
  ('receive_line', 'receive_line_by_receive', '40000 40000 20'),
  ('receive_line', 'receive_line_by_piece', '40000 40000 1'),
  ('receive_reversal', 'receive_reversal', '100 100 1'),
  ('receive_reversal', 'receive_reversal_by_receive', '100 100 1');
