-- A list of quotes asks of each whether it became a sale.

create index sale_by_quote on sale (store_id, quote_id) where quote_id is not null;
insert into sqlite_stat1 (tbl, idx, stat) values ('sale', 'sale_by_quote', '2000 2000 1');
