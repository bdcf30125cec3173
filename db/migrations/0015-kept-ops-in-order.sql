-- What a newer program wrote is put in after an upgrade: in the order in which it came, and without what was known of it
-- then, which later changes may have overtaken.

alter table sync_unknown_op add column arrival integer not null default 0;
-- JSON: the columns that were put in when it came.
alter table sync_unknown_op add column put_in text not null default '[]';
create index sync_unknown_op_by_arrival on sync_unknown_op (arrival);
insert into sqlite_stat1 (tbl, idx, stat) values ('sync_unknown_op', 'sync_unknown_op_by_arrival', '10 2');
