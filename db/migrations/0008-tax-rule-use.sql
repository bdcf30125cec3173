-- When a rule was last used decides whether it may still change: the newest day is the last of its entries here.

create index sale_tax_by_rule on sale_tax (store_id, tax_rule_id, business_date);

insert into sqlite_stat1 (tbl, idx, stat) values
  ('sale_tax', 'sale_tax_by_rule', '300000 300000 75000 100');
