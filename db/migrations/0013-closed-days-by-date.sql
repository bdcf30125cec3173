-- The list of closed days reads the newest ones: a Z is large, and there is one for every day.

create index day_close_by_date on day_close (store_id, business_date, closed_at_ms);
insert into sqlite_stat1 (tbl, idx, stat) values ('day_close', 'day_close_by_date', '1000 1000 2 1');
