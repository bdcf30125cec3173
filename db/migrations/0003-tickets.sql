-- The whole ticket: every kind of line and tender, what is corrected later, who earned what.

-- Sales -------------------------------------------------------------------------------------------------------------

drop trigger sale_stands;
alter table sale add column rounding_cents integer not null default 0;
alter table sale add column tax_area_id text not null default '';
alter table sale add column certificate_id text;
alter table sale add column provider_id text;
alter table sale add column quote_id text;
alter table sale add column price_way text;
alter table sale add column reason_code text;
alter table sale add column price_reason text;
alter table sale add column override_id text;
update sale set tax_area_id = store_id;
create trigger sale_stands before update of store_id, id, number, register_id, drawer_session_id, staff_id, sold_by, customer_id, tax_exempt, line_count, subtotal_cents, discount_cents, tax_cents, total_cents, change_cents, business_date, completed_at_ms, clock_unsure, rounding_cents, tax_area_id, certificate_id, provider_id, quote_id, price_way, reason_code, override_id on sale begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_words before update of price_reason on sale when new.price_reason <> '' begin select raise(abort, 'FACT_STANDS'); end;

drop trigger sale_line_stands;
drop trigger sale_line_words;
alter table sale_line drop column unit_cents;
alter table sale_line add column kind text not null default 'item';
alter table sale_line add column tax_class text not null default 'goods';
alter table sale_line add column price_way text not null default 'tag';
alter table sale_line add column ticket_discount_cents integer not null default 0;
alter table sale_line add column reason_code text;
alter table sale_line add column parts_ppm integer not null default 0;
alter table sale_line add column category text not null default '';
alter table sale_line add column cost_cents integer;
alter table sale_line add column original_line_id text;
alter table sale_line add column for_line_id text;
alter table sale_line add column disposition text;
alter table sale_line add column approval_line_id text;
alter table sale_line add column gift_card_id text;
alter table sale_line add column service_code text;
update sale_line set price_way = 'before_tax', reason_code = 'other' where discount_cents <> 0;
create index sale_line_by_original on sale_line (store_id, original_line_id) where original_line_id is not null;
create trigger sale_line_stands before update of store_id, id, sale_id, position, piece_id, stock_number, description, quantity_thousandths, tag_price_cents, discount_cents, net_cents, tax_cents, taxed, override_id, business_date, kind, tax_class, price_way, ticket_discount_cents, reason_code, parts_ppm, category, cost_cents, original_line_id, for_line_id, disposition, approval_line_id, gift_card_id, service_code on sale_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_line_words before update of price_reason on sale_line when new.price_reason <> '' begin select raise(abort, 'FACT_STANDS'); end;

drop trigger sale_tax_stands;
alter table sale_tax add column excess_cents integer not null default 0;
create trigger sale_tax_stands before update on sale_tax begin select raise(abort, 'FACT_STANDS'); end;

alter table payment rename to payment_before;
create table payment (
  store_id text not null,
  id text not null,
  sale_id text not null,
  sale_void_id text,
  tender text not null check (tender in ('cash', 'card', 'check', 'gift_card', 'store_credit', 'house_account', 'finance', 'lease', 'other')),
  amount_cents integer not null,
  brand text not null,
  reference text not null,
  drawer_session_id text not null,
  business_date text not null,
  at_ms integer not null,
  unknown integer not null check (unknown in (0, 1)),
  refund_of_sale_id text,
  sale_correction_id text,
  gift_card_id text,
  customer_id text,
  provider_id text,
  plan text not null,
  fee_cents integer not null,
  check_kind text check (check_kind in ('personal', 'business', 'cashiers_check', 'money_order', 'bank_draft', 'travelers_check')),
  hold_until text,
  primary key (store_id, id)
) strict, without rowid;
insert into payment
select store_id, id, sale_id, sale_void_id, tender, amount_cents, brand, reference, drawer_session_id, business_date, at_ms,
  0, null, null, null, null, null, '', 0, null, null
from payment_before;
drop table payment_before;
create index payment_by_sale on payment (store_id, sale_id);
create index payment_by_drawer_session on payment (store_id, drawer_session_id);
create index payment_by_refunded_sale on payment (store_id, refund_of_sale_id) where refund_of_sale_id is not null;
create index payment_unknown on payment (store_id, at_ms) where unknown = 1;
create index payment_check on payment (store_id, at_ms) where check_kind is not null;
create index payment_financed on payment (store_id, at_ms) where provider_id is not null;
create trigger payment_stands before update on payment begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_stays before delete on payment begin select raise(abort, 'FACT_STANDS'); end;

create table sale_correction (
  store_id text not null,
  id text not null,
  sale_id text not null,
  kind text not null check (kind in ('tender', 'sold_by', 'customer')),
  sold_by text,
  customer_id text,
  reason text not null,
  staff_id text not null,
  override_id text,
  drawer_session_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index sale_correction_by_sale on sale_correction (store_id, sale_id);
create index sale_correction_by_customer on sale_correction (store_id, customer_id) where customer_id is not null;
create index sale_correction_by_drawer_session on sale_correction (store_id, drawer_session_id);

create table commission_share (
  store_id text not null,
  id text not null,
  sale_id text not null,
  sale_line_id text not null,
  staff_id text not null,
  share_ppm integer not null,
  base_cents integer not null,
  cost_cents integer,
  sale_correction_id text,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index commission_share_by_sale on commission_share (store_id, sale_id);

create table service_tile (
  store_id text not null,
  id text not null,
  kind text not null check (kind in ('service', 'gift_wrap', 'care_plan', 'shipping')),
  code text not null,
  name text not null,
  price_cents integer not null,
  price_ppm integer not null,
  tax_class text not null,
  taxed integer not null check (taxed in (0, 1)),
  parts_ppm integer not null,
  position integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table finance_provider (
  store_id text not null,
  id text not null,
  name text not null,
  kind text not null check (kind in ('finance', 'lease')),
  fee_ppm integer not null,
  lessor_customer_id text,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table check_event (
  store_id text not null,
  id text not null,
  payment_id text not null,
  kind text not null check (kind in ('cleared', 'returned')),
  fee_cents integer not null,
  reason text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index check_event_by_payment on check_event (store_id, payment_id);

create table payment_resolution (
  store_id text not null,
  id text not null,
  payment_id text not null,
  outcome text not null check (outcome in ('charged', 'not_charged')),
  note text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index payment_resolution_by_payment on payment_resolution (store_id, payment_id);

create table finance_funding (
  store_id text not null,
  id text not null,
  payment_id text not null,
  amount_cents integer not null,
  fee_cents integer not null,
  funded_on text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index finance_funding_by_payment on finance_funding (store_id, payment_id);

-- Stock -------------------------------------------------------------------------------------------------------------

alter table piece add column tax_class text not null default 'goods';

alter table piece_state rename to piece_state_before;
create table piece_state (
  seq integer primary key,
  piece_id text not null unique,
  status text not null check (status in ('in_stock', 'on_approval', 'inspection', 'sold', 'removed')),
  quantity_thousandths integer not null
) strict;
insert into piece_state select seq, piece_id, status, quantity_thousandths from piece_state_before;
drop table piece_state_before;

alter table stock_movement rename to stock_movement_before;
create table stock_movement (
  store_id text not null,
  id text not null,
  piece_id text not null,
  kind text not null check (kind in ('received', 'imported', 'import_undone', 'adjusted', 'sold', 'sale_voided', 'returned', 'return_voided', 'inspection_begun', 'inspection_passed', 'approval_out', 'approval_in')),
  quantity_thousandths integer not null,
  document_kind text,
  document_id text,
  staff_id text,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
insert into stock_movement select * from stock_movement_before;
drop table stock_movement_before;
create index stock_movement_by_piece on stock_movement (store_id, piece_id);
create trigger stock_movement_stands before update on stock_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_stays before delete on stock_movement begin select raise(abort, 'FACT_STANDS'); end;

-- Papers ------------------------------------------------------------------------------------------------------------

alter table print_job rename to print_job_before;
create table print_job (
  id text primary key,
  kind text not null,
  subject_id text,
  copy integer not null check (copy in (0, 1)),
  title text not null,
  state text not null check (state in ('queued', 'printing', 'printed', 'failed', 'unsure')),
  attempt integer not null,
  problem text,
  next_try_at_ms integer not null,
  queued_at_ms integer not null,
  printed_at_ms integer,
  options text
) strict;
insert into print_job select *, null from print_job_before;
drop table print_job_before;
create index print_job_waiting on print_job (state, next_try_at_ms) where state <> 'printed';

-- What the planner must know, and what stands for ever --------------------------------------------------------------

insert into sqlite_stat1 (tbl, idx, stat) values
  ('sale_correction', 'sale_correction', '100000 100000 1'),
  ('sale_correction', 'sale_correction_by_sale', '100000 100000 1'),
  ('sale_correction', 'sale_correction_by_customer', '100000 100000 2'),
  ('sale_correction', 'sale_correction_by_drawer_session', '100000 100000 5'),
  ('commission_share', 'commission_share', '100000 100000 1'),
  ('commission_share', 'commission_share_by_sale', '100000 100000 3'),
  ('service_tile', 'service_tile', '100000 100000 1'),
  ('finance_provider', 'finance_provider', '100000 100000 1'),
  ('check_event', 'check_event', '100000 100000 1'),
  ('check_event', 'check_event_by_payment', '100000 100000 1'),
  ('payment_resolution', 'payment_resolution', '100000 100000 1'),
  ('payment_resolution', 'payment_resolution_by_payment', '100000 100000 1'),
  ('finance_funding', 'finance_funding', '100000 100000 1'),
  ('finance_funding', 'finance_funding_by_payment', '100000 100000 1'),
  ('sale_line', 'sale_line_by_original', '5000 5000 1'),
  ('payment', 'payment', '120000 120000 1'),
  ('payment', 'payment_by_sale', '120000 120000 2'),
  ('payment', 'payment_by_drawer_session', '120000 120000 120'),
  ('payment', 'payment_by_refunded_sale', '5000 5000 1'),
  ('payment', 'payment_unknown', '100 100 1'),
  ('payment', 'payment_check', '5000 5000 1'),
  ('payment', 'payment_financed', '5000 5000 1'),
  ('piece_state', 'sqlite_autoindex_piece_state_1', '100000 1'),
  ('stock_movement', 'stock_movement', '200000 200000 1'),
  ('stock_movement', 'stock_movement_by_piece', '200000 200000 2');

create trigger sale_correction_stands before update of store_id, id, sale_id, kind, sold_by, customer_id, staff_id, override_id, drawer_session_id, business_date, at_ms on sale_correction begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_correction_stays before delete on sale_correction begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_correction_words before update of reason on sale_correction when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger commission_share_stands before update on commission_share begin select raise(abort, 'FACT_STANDS'); end;
create trigger commission_share_stays before delete on commission_share begin select raise(abort, 'FACT_STANDS'); end;
create trigger check_event_stands before update of store_id, id, payment_id, kind, fee_cents, staff_id, business_date, at_ms on check_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger check_event_stays before delete on check_event begin select raise(abort, 'FACT_STANDS'); end;
create trigger check_event_words before update of reason on check_event when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_resolution_stands before update of store_id, id, payment_id, outcome, staff_id, business_date, at_ms on payment_resolution begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_resolution_stays before delete on payment_resolution begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_resolution_words before update of note on payment_resolution when new.note <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger finance_funding_stands before update on finance_funding begin select raise(abort, 'FACT_STANDS'); end;
create trigger finance_funding_stays before delete on finance_funding begin select raise(abort, 'FACT_STANDS'); end;
