-- local: what the server decided for a field whose own change here still waits to be sent. It is put in when that
-- change turns out to have lost.
create table sync_field_pending (
  table_name text not null,
  row_id text not null,
  field text not null,
  server_value text not null,
  server_token text not null,
  primary key (table_name, row_id, field)
) strict, without rowid;
insert into sqlite_stat1 (tbl, idx, stat) values ('sync_field_pending', 'sync_field_pending', '10 2 1 1');
