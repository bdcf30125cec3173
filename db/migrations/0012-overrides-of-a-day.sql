-- The end of a day tells each override that was given on it.

create index override_grant_by_date on override_grant (store_id, business_date);
insert into sqlite_stat1 (tbl, idx, stat) values
  ('override_grant', 'override_grant', '20000 20000 1'),
  ('override_grant', 'override_grant_by_date', '20000 20000 10');
