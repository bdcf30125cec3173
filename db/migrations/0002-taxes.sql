-- Tax rules as dated data: areas, bands, conditions, certificates. The one rule of before becomes the first of the home
-- area, whose id is the store's, so that every register makes the same row.

create table tax_area (
  store_id text not null,
  id text not null,
  name text not null,
  state text not null,
  trade_in text not null check (trade_in in ('no', 'yes', 'like_kind')),
  services text not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

create table exemption_certificate (
  store_id text not null,
  id text not null,
  customer_id text not null,
  kind text not null check (kind in ('resale', 'government', 'charity', 'other')),
  number text not null,
  state text not null,
  expires_on text,
  recorded_by text not null,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;
create index exemption_certificate_by_customer on exemption_certificate (store_id, customer_id);

alter table tax_rule rename to tax_rule_before;
create table tax_rule (
  store_id text not null,
  id text not null,
  tax_area_id text not null,
  series text not null,
  name text not null,
  agency text not null,
  rate_ppm integer not null check (rate_ppm between 0 and 300000),
  classes text not null,
  from_cents integer not null check (from_cents >= 0),
  to_cents integer check (to_cents > from_cents),
  over_cents integer,
  under_cents integer,
  condition_per text not null check (condition_per in ('article', 'ticket')),
  from_date text not null,
  to_date text,
  created_at_ms integer not null,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;

-- The latest rule that had begun was in force, so each one ends on the day before the next. One that another of the
-- same day replaced was never in force alone.
with ordered as (
  select *, lead(from_date) over next as next_date, lead(created_at_ms) over next as next_made_ms
  from tax_rule_before
  where archived_at_ms is null
  window next as (partition by store_id order by from_date, created_at_ms)
)
insert into tax_rule
select store_id, id, store_id, store_id, name, name, rate_ppm,
  '["goods","bullion","restore","alter","fabricate","part","shipping","gift_wrap","care_plan"]',
  0, null, null, null, 'article', from_date,
  case when next_date > from_date then date(next_date, '-1 day') end,
  created_at_ms,
  case when next_date = from_date then next_made_ms end
from ordered;
insert into tax_rule
select store_id, id, store_id, store_id, name, name, rate_ppm, '[]', 0, null, null, null, 'article', from_date, null,
  created_at_ms, archived_at_ms
from tax_rule_before
where archived_at_ms is not null;
drop table tax_rule_before;

insert into tax_area
select store_id, store_id, name, '', 'no',
  '{"restore":{"rule":"labour_taxed","percentPpm":0},"alter":{"rule":"labour_taxed","percentPpm":0},"fabricate":{"rule":"labour_taxed","percentPpm":0}}',
  null
from store;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('tax_area', 'tax_area', '100000 100000 1'),
  ('exemption_certificate', 'exemption_certificate', '100000 100000 1'),
  ('exemption_certificate', 'exemption_certificate_by_customer', '100000 100000 10'),
  ('tax_rule', 'tax_rule', '100 100 1');
