-- Whose word it is that the taxes of a place are what the store must collect: a fact, with what was read at that moment.

create table tax_attestation (
  store_id text not null,
  id text not null,
  tax_area_id text not null,
  taxes_hash text not null,
  source text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index tax_attestation_by_area on tax_attestation (store_id, tax_area_id);
insert into sqlite_stat1 (tbl, idx, stat) values
  ('tax_attestation', 'tax_attestation', '1000 1000 1'),
  ('tax_attestation', 'tax_attestation_by_area', '1000 1000 10');

create trigger tax_attestation_stands before update on tax_attestation begin select raise(abort, 'FACT_STANDS'); end;
create trigger tax_attestation_stays before delete on tax_attestation begin select raise(abort, 'FACT_STANDS'); end;
