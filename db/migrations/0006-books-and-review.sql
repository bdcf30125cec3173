-- The books and what people must settle. Rows of the journal are derived and never travel.

drop trigger day_close_stands;
alter table day_close add column accounts text not null default '[]';
create trigger day_close_stands before update of store_id, id, number, drawer_session_id, register_id, staff_id, expected_cents, counted_cents, over_short_cents, left_cents, figures, business_date, closed_at_ms, accounts on day_close begin select raise(abort, 'FACT_STANDS'); end;

create table terminal_batch (
  store_id text not null,
  id text not null,
  drawer_session_id text not null,
  terminal text not null,
  brand text not null,
  amount_cents integer not null,
  count integer not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index terminal_batch_by_drawer_session on terminal_batch (store_id, drawer_session_id);

create table day_supplement (
  store_id text not null,
  id text not null,
  day_close_id text not null,
  k integer not null,
  number text not null,
  figures text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index day_supplement_by_close on day_supplement (store_id, day_close_id);

create table review_task (
  store_id text not null,
  id text not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  primary key (store_id, id)
) strict, without rowid;
create index review_task_by_subject on review_task (store_id, subject_id);

create table review_cause (
  store_id text not null,
  id text not null,
  review_task_id text not null,
  document_kind text not null,
  document_id text not null,
  primary key (store_id, id)
) strict, without rowid;
create index review_cause_by_task on review_cause (store_id, review_task_id);

create table review_resolution (
  store_id text not null,
  id text not null,
  review_task_id text not null,
  outcome text not null,
  reason text not null,
  covers text not null,
  staff_id text not null,
  business_date text not null,
  at_ms integer not null,
  primary key (store_id, id)
) strict, without rowid;
create index review_resolution_by_task on review_resolution (store_id, review_task_id);

create table journal_row (
  document_kind text not null,
  document_id text not null,
  position integer not null,
  account text not null,
  detail text not null,
  amount_cents integer not null,
  register_id text,
  drawer_session_id text,
  business_date text not null,
  primary key (document_kind, document_id, position)
) strict, without rowid;
create index journal_row_by_session on journal_row (drawer_session_id);
create index journal_row_by_date on journal_row (business_date, account);

create table sync_unknown_op (
  changeset_id text not null,
  position integer not null,
  op text not null,
  received_at_ms integer not null,
  primary key (changeset_id, position)
) strict, without rowid;

insert into sqlite_stat1 (tbl, idx, stat) values
  ('terminal_batch', 'terminal_batch', '100000 100000 1'),
  ('terminal_batch', 'terminal_batch_by_drawer_session', '100000 100000 3'),
  ('day_supplement', 'day_supplement', '100000 100000 1'),
  ('day_supplement', 'day_supplement_by_close', '100000 100000 1'),
  ('review_task', 'review_task', '100000 100000 1'),
  ('review_task', 'review_task_by_subject', '100000 100000 1'),
  ('review_cause', 'review_cause', '100000 100000 1'),
  ('review_cause', 'review_cause_by_task', '100000 100000 2'),
  ('review_resolution', 'review_resolution', '100000 100000 1'),
  ('review_resolution', 'review_resolution_by_task', '100000 100000 1'),
  ('journal_row', 'journal_row', '700000 7 7 1'),
  ('journal_row', 'journal_row_by_session', '700000 700'),
  ('journal_row', 'journal_row_by_date', '700000 700 30'),
  ('sync_unknown_op', 'sync_unknown_op', '10 2 1');

create trigger terminal_batch_stands before update on terminal_batch begin select raise(abort, 'FACT_STANDS'); end;
create trigger terminal_batch_stays before delete on terminal_batch begin select raise(abort, 'FACT_STANDS'); end;
create trigger day_supplement_stands before update on day_supplement begin select raise(abort, 'FACT_STANDS'); end;
create trigger day_supplement_stays before delete on day_supplement begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_task_stands before update on review_task begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_task_stays before delete on review_task begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_cause_stands before update on review_cause begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_cause_stays before delete on review_cause begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_resolution_stands before update of store_id, id, review_task_id, outcome, covers, staff_id, business_date, at_ms on review_resolution begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_resolution_stays before delete on review_resolution begin select raise(abort, 'FACT_STANDS'); end;
create trigger review_resolution_words before update of reason on review_resolution when new.reason <> '' begin select raise(abort, 'FACT_STANDS'); end;
