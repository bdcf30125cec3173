-- Papers of the counter beside the sale: shipments, quotes, approvals, Form 8300.

create table shipment (
  store_id text not null,
  id text not null,
  sale_id text not null,
  recipient text not null,
  address text not null,
  phone text not null,
  carrier text not null,
  tracking text not null,
  insured_cents integer not null,
  tax_area_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index shipment_by_sale on shipment (store_id, sale_id);

create table shipment_event (
  store_id text not null,
  id text not null,
  shipment_id text not null,
  kind text not null check (kind in ('handed_over')),
  carrier text not null,
  tracking text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index shipment_event_by_shipment on shipment_event (store_id, shipment_id);

create table quote (
  store_id text not null,
  id text not null,
  number text not null,
  customer_id text,
  expires_on text not null,
  note text not null,
  body text not null,
  total_cents integer not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index quote_by_number on quote (store_id, number);
create index quote_by_customer on quote (store_id, customer_id) where customer_id is not null;
create index quote_by_expiry on quote (store_id, expires_on);

create table approval (
  store_id text not null,
  id text not null,
  number text not null,
  customer_id text not null,
  due_on text not null,
  id_noted text not null,
  value_cents integer not null,
  staff_id text not null,
  register_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index approval_by_number on approval (store_id, number);
create index approval_by_customer on approval (store_id, customer_id);
create index approval_by_due on approval (store_id, due_on);

create table approval_line (
  store_id text not null,
  id text not null,
  approval_id text not null,
  piece_id text not null,
  stock_number text not null,
  description text not null,
  value_cents integer not null,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index approval_line_by_approval on approval_line (store_id, approval_id);
create index approval_line_by_piece on approval_line (store_id, piece_id);

create table approval_event (
  store_id text not null,
  id text not null,
  approval_id text not null,
  approval_line_id text,
  kind text not null check (kind in ('returned', 'converted', 'extended', 'sale_undone')),
  due_on text,
  sale_id text,
  reason text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index approval_event_by_approval on approval_event (store_id, approval_id);

create table form_8300_filing (
  store_id text not null,
  id text not null,
  customer_id text not null,
  filed_on text not null,
  through_cents integer not null,
  covers text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index form_8300_filing_by_customer on form_8300_filing (store_id, customer_id);

insert into sqlite_stat1 (tbl, idx, stat) values
  ('shipment', 'shipment', '100000 100000 1'),
  ('shipment', 'shipment_by_sale', '100000 100000 1'),
  ('shipment_event', 'shipment_event', '100000 100000 1'),
  ('shipment_event', 'shipment_event_by_shipment', '100000 100000 2'),
  ('quote', 'quote', '100000 100000 1'),
  ('quote', 'quote_by_number', '100000 100000 1'),
  ('quote', 'quote_by_customer', '100000 100000 2'),
  ('quote', 'quote_by_expiry', '100000 100000 20'),
  ('approval', 'approval', '100000 100000 1'),
  ('approval', 'approval_by_number', '100000 100000 1'),
  ('approval', 'approval_by_customer', '100000 100000 2'),
  ('approval', 'approval_by_due', '100000 100000 5'),
  ('approval_line', 'approval_line', '100000 100000 1'),
  ('approval_line', 'approval_line_by_approval', '100000 100000 2'),
  ('approval_line', 'approval_line_by_piece', '100000 100000 2'),
  ('approval_event', 'approval_event', '100000 100000 1'),
  ('approval_event', 'approval_event_by_approval', '100000 100000 3'),
  ('form_8300_filing', 'form_8300_filing', '100000 100000 1'),
  ('form_8300_filing', 'form_8300_filing_by_customer', '100000 100000 1');

create trigger shipment_stands before update of store_id, id, sale_id, carrier, insured_cents, tax_area_id, business_date, at_ms on shipment begin select raise(abort, 'FACT_STANDS'); end;
create trigger shipment_stays before delete on shipment begin select raise(abort, 'FACT_STANDS'); end;
create trigger shipment_words before update of address, phone, recipient, tracking on shipment when new.address <> '' or new.phone <> '' or new.recipient <> '' or new.tracking <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger shipment_event_stands before update of store_id, id, shipment_id, kind, carrier, staff_id, business_date, at_ms on shipment_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger shipment_event_stays before delete on shipment_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger shipment_event_words before update of tracking on shipment_event when new.tracking <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger quote_stands before update of store_id, id, number, customer_id, expires_on, body, total_cents, staff_id, business_date, at_ms on quote begin select raise(abort, 'FACT_STANDS'); end;
create trigger quote_stays before delete on quote begin select raise(abort, 'FACT_STANDS'); end;
create trigger quote_words before update of note on quote when new.note <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_stands before update of store_id, id, number, customer_id, due_on, value_cents, staff_id, register_id, business_date, at_ms on approval begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_stays before delete on approval begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_words before update of id_noted on approval when new.id_noted <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_line_stands before update on approval_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_line_stays before delete on approval_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_event_stands before update of store_id, id, approval_id, approval_line_id, kind, due_on, sale_id, staff_id, business_date, at_ms on approval_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_event_stays before delete on approval_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger approval_event_words before update of reason on approval_event when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger form_8300_filing_stands before update on form_8300_filing begin select raise(abort, 'FACT_STANDS'); end;
create trigger form_8300_filing_stays before delete on form_8300_filing begin select raise(abort, 'FACT_STANDS'); end;
