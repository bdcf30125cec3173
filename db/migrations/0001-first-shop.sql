-- The first shop: machinery of the log, people, customers, stock, sales, drawer.
-- Synced tables have the key (store_id, id) and no foreign keys between aggregates; facts are insert-only by trigger.
-- Tables marked "local" or "derived" never travel.

-- Machinery ---------------------------------------------------------------------------------------------------------

create table changeset (
  n integer primary key,
  id text not null unique,
  prev_hash text not null,
  hash text not null,
  hlc text not null,
  schema integer not null,
  actor text,
  command text not null,
  subject text,
  batch_id text,
  ops text not null,
  bytes integer not null,
  input_hash text not null,
  answer text not null,
  at_ms integer not null,
  state text not null check (state in ('pending', 'acked', 'quarantined', 'resolved')),
  acked_seq integer,
  code text,
  message text
) strict;
create index changeset_by_state on changeset (state, n) where state <> 'acked';

-- Personal values apart from the log: erasing one leaves the chain whole, because the log holds only their hashes.
create table changeset_value (
  changeset_id text not null,
  path text not null,
  value text not null,
  salt text not null,
  primary key (changeset_id, path)
) strict, without rowid;

-- Which changeset last set a field; '*' stands for all fields of the row's first changeset.
create table sync_field_token (
  table_name text not null,
  row_id text not null,
  field text not null,
  token text not null,
  primary key (table_name, row_id, field)
) strict, without rowid;

create table sync_meta (
  id integer primary key check (id = 1),
  store_id text not null,
  device_id text not null,
  register_id text not null,
  register_number integer not null,
  series integer not null,
  nonce text not null,
  epoch text,
  cursor integer not null,
  cursor_chain text,
  server_offset_ms integer
) strict;

-- local: the last number given out, per kind and series of this register.
create table number_series (
  kind text not null,
  series integer not null,
  last integer not null,
  primary key (kind, series)
) strict, without rowid;

-- The shop and its people -------------------------------------------------------------------------------------------

create table store (
  store_id text not null,
  id text not null,
  name text not null,
  address_lines text not null,
  phone text not null,
  zone text not null,
  receipt_footer text not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table register (
  store_id text not null,
  id text not null,
  number integer not null,
  name text not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

-- One row per key; the key is the id, so that two registers set the same row.
create table setting (
  store_id text not null,
  id text not null,
  value text not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table tax_rule (
  store_id text not null,
  id text not null,
  name text not null,
  rate_ppm integer not null check (rate_ppm between 0 and 300000),
  from_date text not null,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table staff (
  store_id text not null,
  id text not null,
  name text not null,
  initials text not null,
  roles text not null,
  active integer not null check (active in (0, 1)),
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

-- local: verifiers never enter the log.
create table staff_pin (
  staff_id text primary key,
  verifier text not null,
  failures integer not null,
  wait_until_ms integer not null,
  set_at_ms integer not null
) strict, without rowid;

create table staff_sign_in (
  store_id text not null,
  id text not null,
  staff_id text not null,
  register_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;

create table override_grant (
  store_id text not null,
  id text not null,
  permission text not null,
  granted_by text not null,
  requested_by text not null,
  reason text not null,
  subject_id text not null,
  amount_cents integer,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;

-- Customers ---------------------------------------------------------------------------------------------------------

create table customer (
  store_id text not null,
  id text not null,
  given_name text not null,
  family_name text not null,
  company text not null,
  phone text not null,
  phone_e164 text,
  email text not null,
  address text,
  note text not null,
  tax_exempt integer not null check (tax_exempt in (0, 1)),
  language text not null check (language in ('en', 'es')),
  asked_elsewhere text,
  source text,
  external_id text,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;
create index customer_by_external on customer (store_id, source, external_id) where external_id is not null;

-- derived: what a search needs, and nothing else.
create table customer_lookup (
  seq integer primary key,
  customer_id text not null unique,
  name text not null,
  folded_name text not null,
  town text not null,
  phone text not null,
  phone_last4 text not null,
  phone_digits text not null,
  last_visit_on text,
  last_visit_at_ms integer not null
) strict;
create index customer_lookup_by_last4 on customer_lookup (phone_last4, last_visit_at_ms);
create index customer_lookup_by_visit on customer_lookup (last_visit_at_ms);
create virtual table customer_fts using fts5 (text, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
insert into customer_fts (customer_fts, rank) values ('secure-delete', 1);
-- Merging is left to small steps: a merge of everything that was deleted, or of 16 parts at once, held a commit up for
-- 290 ms while an import was undone.
insert into customer_fts (customer_fts, rank) values ('deletemerge', 0), ('crisismerge', 64);

-- Stock -------------------------------------------------------------------------------------------------------------

create table piece (
  store_id text not null,
  id text not null,
  stock_number text not null,
  description text not null,
  category text not null,
  vendor text not null,
  vendor_style text not null,
  cost_cents integer,
  tag_price_cents integer not null check (tag_price_cents >= 0),
  taxed integer not null check (taxed in (0, 1)),
  kind text not null check (kind in ('piece', 'counted')),
  source text,
  external_id text,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;
create index piece_by_stock_number on piece (store_id, stock_number collate nocase);
create index piece_by_external on piece (store_id, source, external_id) where external_id is not null;

-- derived: a pure function of the movements.
create table piece_state (
  seq integer primary key,
  piece_id text not null unique,
  status text not null check (status in ('in_stock', 'sold', 'removed')),
  quantity_thousandths integer not null
) strict;
create virtual table piece_fts using fts5 (text, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
insert into piece_fts (piece_fts, rank) values ('deletemerge', 0), ('crisismerge', 64);

create table stock_movement (
  store_id text not null,
  id text not null,
  piece_id text not null,
  kind text not null check (kind in ('received', 'imported', 'import_undone', 'adjusted', 'sold', 'sale_voided')),
  quantity_thousandths integer not null,
  document_kind text,
  document_id text,
  staff_id text,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index stock_movement_by_piece on stock_movement (store_id, piece_id);

-- Sales -------------------------------------------------------------------------------------------------------------

create table sale (
  store_id text not null,
  id text not null,
  number text not null,
  register_id text not null,
  drawer_session_id text not null,
  staff_id text not null,
  sold_by text not null,
  customer_id text,
  tax_exempt integer not null check (tax_exempt in (0, 1)),
  line_count integer not null,
  subtotal_cents integer not null,
  discount_cents integer not null,
  tax_cents integer not null,
  total_cents integer not null,
  change_cents integer not null check (change_cents >= 0),
  business_date text not null,
  completed_at_ms integer not null,
  clock_unsure integer not null check (clock_unsure in (0, 1)),
  primary key (store_id, id),
  check (subtotal_cents - discount_cents + tax_cents = total_cents)
) strict, without rowid;
create index sale_by_number on sale (store_id, number);
create index sale_by_completed_at on sale (store_id, completed_at_ms);
create index sale_by_drawer_session on sale (store_id, drawer_session_id);
create index sale_by_business_date on sale (store_id, business_date, completed_at_ms);
create index sale_by_customer on sale (store_id, customer_id) where customer_id is not null;

create table sale_line (
  store_id text not null,
  id text not null,
  sale_id text not null,
  position integer not null,
  piece_id text,
  stock_number text not null,
  description text not null,
  quantity_thousandths integer not null,
  tag_price_cents integer not null,
  unit_cents integer not null,
  discount_cents integer not null,
  net_cents integer not null,
  tax_cents integer not null,
  taxed integer not null check (taxed in (0, 1)),
  price_reason text,
  override_id text,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index sale_line_by_sale on sale_line (store_id, sale_id);
create index sale_line_by_piece on sale_line (store_id, piece_id) where piece_id is not null;

-- Rule, rate and base as they were, so that a refund uses them again.
create table sale_tax (
  store_id text not null,
  id text not null,
  sale_id text not null,
  sale_line_id text not null,
  tax_rule_id text not null,
  rate_ppm integer not null,
  base_cents integer not null,
  tax_cents integer not null,
  business_date text not null,
  primary key (store_id, id)
) strict, without rowid;
create index sale_tax_by_sale on sale_tax (store_id, sale_id);

create table payment (
  store_id text not null,
  id text not null,
  sale_id text not null,
  sale_void_id text,
  tender text not null check (tender in ('cash', 'card')),
  amount_cents integer not null,
  brand text not null,
  reference text not null,
  drawer_session_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index payment_by_sale on payment (store_id, sale_id);
create index payment_by_drawer_session on payment (store_id, drawer_session_id);

create table sale_void (
  store_id text not null,
  id text not null,
  sale_id text not null,
  reason text not null,
  staff_id text not null,
  override_id text,
  drawer_session_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index sale_void_by_sale on sale_void (store_id, sale_id);
create index sale_void_by_drawer_session on sale_void (store_id, drawer_session_id);

-- local: what is being rung up and what is parked. Survives a power cut and a change of person. A paid cart is
-- remembered for a day, so that a save that arrives late cannot ring it up again.
create table cart (
  cart_id text primary key,
  state text not null check (state in ('active', 'parked', 'paid')),
  body text not null,
  changed_at_ms integer not null
) strict, without rowid;
create unique index cart_active on cart (state) where state = 'active';

-- Drawer ------------------------------------------------------------------------------------------------------------

create table drawer_session (
  store_id text not null,
  id text not null,
  register_id text not null,
  staff_id text not null,
  float_cents integer not null check (float_cents >= 0),
  business_date text not null,
  opened_at_ms integer not null,
  clock_unsure integer not null check (clock_unsure in (0, 1)),
  primary key (store_id, id)
) strict, without rowid;
create index drawer_session_by_register on drawer_session (store_id, register_id, opened_at_ms);

create table drawer_movement (
  store_id text not null,
  id text not null,
  drawer_session_id text not null,
  kind text not null check (kind in ('paid_in', 'paid_out', 'drop', 'no_sale')),
  amount_cents integer not null check (amount_cents >= 0),
  reason text not null,
  staff_id text not null,
  override_id text,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index drawer_movement_by_session on drawer_movement (store_id, drawer_session_id);

create table day_close (
  store_id text not null,
  id text not null,
  number text not null,
  drawer_session_id text not null,
  register_id text not null,
  staff_id text not null,
  expected_cents integer not null,
  counted_cents integer not null,
  over_short_cents integer not null,
  reason text not null,
  left_cents integer not null,
  figures text not null,
  business_date text not null,
  closed_at_ms integer not null,
  primary key (store_id, id),
  check (counted_cents - expected_cents = over_short_cents)
) strict, without rowid;
create index day_close_by_session on day_close (store_id, drawer_session_id);

-- Local queues ------------------------------------------------------------------------------------------------------

create table print_job (
  id text primary key,
  kind text not null check (kind in ('receipt', 'dayClose', 'testPage', 'drawer')),
  subject_id text,
  copy integer not null check (copy in (0, 1)),
  title text not null,
  state text not null check (state in ('queued', 'printing', 'printed', 'failed', 'unsure')),
  attempt integer not null,
  problem text,
  next_try_at_ms integer not null,
  queued_at_ms integer not null,
  printed_at_ms integer
) strict, without rowid;
create index print_job_waiting on print_job (state, next_try_at_ms) where state <> 'printed';

create table register_setting (
  key text primary key,
  value text not null
) strict, without rowid;

create table import_batch (
  id text primary key,
  file_name text not null,
  encoding text not null,
  target text not null check (target in ('pieces', 'customers')),
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

create table import_row (
  batch_id text not null,
  row_number integer not null,
  cells text not null,
  outcome text check (outcome in ('created', 'changed', 'skipped', 'error')),
  subject_id text,
  before text,
  errors text,
  primary key (batch_id, row_number)
) strict, without rowid;

-- What the planner must know ----------------------------------------------------------------------------------------
-- Every row has the same store_id. Without figures the planner takes ten rows for one store, prefers the primary key's
-- first column to any index, and each look-up reads the whole table. These are the figures of a busy store: rows, then
-- rows per value of each further column of the index. Every index that begins with store_id needs a line here.

analyze sqlite_schema;
insert into sqlite_stat1 (tbl, idx, stat) values
  ('customer', 'customer', '100000 100000 1'),
  ('customer', 'customer_by_external', '50000 50000 50000 1'),
  ('customer_lookup', 'sqlite_autoindex_customer_lookup_1', '100000 1'),
  ('customer_lookup', 'customer_lookup_by_last4', '100000 10 1'),
  ('customer_lookup', 'customer_lookup_by_visit', '100000 1'),
  ('piece', 'piece', '100000 100000 1'),
  ('piece', 'piece_by_stock_number', '100000 100000 1'),
  ('piece', 'piece_by_external', '50000 50000 50000 1'),
  ('piece_state', 'sqlite_autoindex_piece_state_1', '100000 1'),
  ('stock_movement', 'stock_movement', '200000 200000 1'),
  ('stock_movement', 'stock_movement_by_piece', '200000 200000 2'),
  ('sale', 'sale', '100000 100000 1'),
  ('sale', 'sale_by_number', '100000 100000 1'),
  ('sale', 'sale_by_completed_at', '100000 100000 1'),
  ('sale', 'sale_by_drawer_session', '100000 100000 100'),
  ('sale', 'sale_by_business_date', '100000 100000 100 1'),
  ('sale', 'sale_by_customer', '50000 50000 4'),
  ('sale_line', 'sale_line', '300000 300000 1'),
  ('sale_line', 'sale_line_by_sale', '300000 300000 3'),
  ('sale_line', 'sale_line_by_piece', '200000 200000 2'),
  ('sale_tax', 'sale_tax', '300000 300000 1'),
  ('sale_tax', 'sale_tax_by_sale', '300000 300000 3'),
  ('payment', 'payment', '120000 120000 1'),
  ('payment', 'payment_by_sale', '120000 120000 2'),
  ('payment', 'payment_by_drawer_session', '120000 120000 120'),
  ('sale_void', 'sale_void', '2000 2000 1'),
  ('sale_void', 'sale_void_by_sale', '2000 2000 1'),
  ('sale_void', 'sale_void_by_drawer_session', '2000 2000 2'),
  ('drawer_session', 'drawer_session', '1000 1000 1'),
  ('drawer_session', 'drawer_session_by_register', '1000 1000 500 1'),
  ('drawer_movement', 'drawer_movement', '5000 5000 1'),
  ('drawer_movement', 'drawer_movement_by_session', '5000 5000 5'),
  ('day_close', 'day_close', '1000 1000 1'),
  ('day_close', 'day_close_by_session', '1000 1000 1');

-- Facts stand for ever ----------------------------------------------------------------------------------------------
-- The words of a reason may name a person: they alone can be erased, and nothing else of the row ever changes.

create trigger staff_sign_in_stands before update on staff_sign_in begin select raise(abort, 'FACT_STANDS'); end;
create trigger staff_sign_in_stays before delete on staff_sign_in begin select raise(abort, 'FACT_STANDS'); end;
create trigger override_grant_stands before update of store_id, id, permission, granted_by, requested_by, subject_id, amount_cents, business_date, at_ms on override_grant begin select raise(abort, 'FACT_STANDS'); end;
create trigger override_grant_stays before delete on override_grant begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_stands before update on stock_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger stock_movement_stays before delete on stock_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_stands before update on sale begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_stays before delete on sale begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_line_stands before update of store_id, id, sale_id, position, piece_id, stock_number, description, quantity_thousandths, tag_price_cents, unit_cents, discount_cents, net_cents, tax_cents, taxed, override_id, business_date on sale_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_line_stays before delete on sale_line begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_tax_stands before update on sale_tax begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_tax_stays before delete on sale_tax begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_stands before update on payment begin select raise(abort, 'FACT_STANDS'); end;
create trigger payment_stays before delete on payment begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_void_stands before update of store_id, id, sale_id, staff_id, override_id, drawer_session_id, business_date, at_ms on sale_void begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_void_stays before delete on sale_void begin select raise(abort, 'FACT_STANDS'); end;
create trigger drawer_session_stands before update on drawer_session begin select raise(abort, 'FACT_STANDS'); end;
create trigger drawer_session_stays before delete on drawer_session begin select raise(abort, 'FACT_STANDS'); end;
create trigger drawer_movement_stands before update of store_id, id, drawer_session_id, kind, amount_cents, staff_id, override_id, business_date, at_ms on drawer_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger drawer_movement_stays before delete on drawer_movement begin select raise(abort, 'FACT_STANDS'); end;
create trigger day_close_stands before update of store_id, id, number, drawer_session_id, register_id, staff_id, expected_cents, counted_cents, over_short_cents, left_cents, figures, business_date, closed_at_ms on day_close begin select raise(abort, 'FACT_STANDS'); end;
create trigger day_close_stays before delete on day_close begin select raise(abort, 'FACT_STANDS'); end;
create trigger override_grant_words before update of reason on override_grant when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger drawer_movement_words before update of reason on drawer_movement when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_void_words before update of reason on sale_void when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger sale_line_words before update of price_reason on sale_line when new.price_reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger day_close_words before update of reason on day_close when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger changeset_stands before update of n, id, prev_hash, hash, hlc, schema, actor, command, subject, batch_id, ops, at_ms on changeset
begin select raise(abort, 'FACT_STANDS'); end;
create trigger changeset_stays before delete on changeset begin select raise(abort, 'FACT_STANDS'); end;
