-- Photos of pieces and customers. The bytes lie in files of their own, encrypted and named by their content; a row says
-- what they are of. The same photo of the same thing has the same id on every register.

create table photo (
  store_id text not null,
  id text not null,
  subject_kind text not null,
  subject_id text not null,
  content_hash text not null check (length(content_hash) = 64),
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  photo_bytes integer not null check (photo_bytes > 0),
  thumb_bytes integer not null check (thumb_bytes > 0),
  caption text not null,
  place integer not null,
  staff_id text,
  at_ms integer not null,
  removed_at_ms integer,
  archived_at_ms integer,
  primary key (store_id, id)
) strict, without rowid;
create index photo_by_subject on photo (store_id, subject_kind, subject_id, place);
insert into sqlite_stat1 (tbl, idx, stat) values
  ('photo', 'photo', '1000 1000 1'),
  ('photo', 'photo_by_subject', '1000 1000 500 3 1');
