-- What the store owes and is owed: gift cards, store credit, house accounts. Balances are sums of entries.

create table gift_card (
  store_id text not null,
  id text not null,
  code text not null,
  register_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index gift_card_by_code on gift_card (store_id, code);

create table gift_card_entry (
  store_id text not null,
  id text not null,
  gift_card_id text not null,
  kind text not null check (kind in ('sold', 'redeemed', 'refunded', 'voided', 'cashed_out')),
  amount_cents integer not null,
  sale_id text,
  sale_line_id text,
  payment_id text,
  sale_void_id text,
  register_id text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index gift_card_entry_by_card on gift_card_entry (store_id, gift_card_id);
create index gift_card_entry_by_sale on gift_card_entry (store_id, sale_id) where sale_id is not null;

create table store_credit_entry (
  store_id text not null,
  id text not null,
  customer_id text not null,
  kind text not null check (kind in ('issued', 'redeemed', 'voided', 'granted')),
  amount_cents integer not null,
  sale_id text,
  payment_id text,
  sale_void_id text,
  reason text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index store_credit_entry_by_customer on store_credit_entry (store_id, customer_id);
create index store_credit_entry_by_sale on store_credit_entry (store_id, sale_id) where sale_id is not null;

create table house_account (
  store_id text not null,
  id text not null,
  limit_cents integer not null,
  terms_days integer not null,
  on_stop integer not null check (on_stop in (0, 1)),
  opened_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table house_account_entry (
  store_id text not null,
  id text not null,
  customer_id text not null,
  kind text not null check (kind in ('charge', 'payment', 'returned_check', 'fee', 'credit', 'voided')),
  amount_cents integer not null,
  due_on text,
  sale_id text,
  sale_line_id text,
  payment_id text,
  check_event_id text,
  sale_void_id text,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index house_account_entry_by_customer on house_account_entry (store_id, customer_id);
create index house_account_entry_by_sale on house_account_entry (store_id, sale_id) where sale_id is not null;

alter table sync_meta add column pulled_at_ms integer;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('gift_card', 'gift_card', '100000 100000 1'),
  ('gift_card', 'gift_card_by_code', '100000 100000 1'),
  ('gift_card_entry', 'gift_card_entry', '100000 100000 1'),
  ('gift_card_entry', 'gift_card_entry_by_card', '100000 100000 4'),
  ('gift_card_entry', 'gift_card_entry_by_sale', '100000 100000 1'),
  ('store_credit_entry', 'store_credit_entry', '100000 100000 1'),
  ('store_credit_entry', 'store_credit_entry_by_customer', '100000 100000 4'),
  ('store_credit_entry', 'store_credit_entry_by_sale', '100000 100000 1'),
  ('house_account', 'house_account', '100000 100000 1'),
  ('house_account_entry', 'house_account_entry', '100000 100000 1'),
  ('house_account_entry', 'house_account_entry_by_customer', '100000 100000 20'),
  ('house_account_entry', 'house_account_entry_by_sale', '100000 100000 1');

create trigger gift_card_stands before update on gift_card begin select raise(abort, 'FACT_STANDS'); end;
create trigger gift_card_stays before delete on gift_card begin select raise(abort, 'FACT_STANDS'); end;
create trigger gift_card_entry_stands before update on gift_card_entry begin select raise(abort, 'FACT_STANDS'); end;
create trigger gift_card_entry_stays before delete on gift_card_entry begin select raise(abort, 'FACT_STANDS'); end;
create trigger store_credit_entry_stands before update of store_id, id, customer_id, kind, amount_cents, sale_id, payment_id, sale_void_id, staff_id, business_date, at_ms on store_credit_entry begin select raise(abort, 'FACT_STANDS'); end;
create trigger store_credit_entry_stays before delete on store_credit_entry begin select raise(abort, 'FACT_STANDS'); end;
create trigger store_credit_entry_words before update of reason on store_credit_entry when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
create trigger house_account_entry_stands before update on house_account_entry begin select raise(abort, 'FACT_STANDS'); end;
create trigger house_account_entry_stays before delete on house_account_entry begin select raise(abort, 'FACT_STANDS'); end;
