import Database from 'better-sqlite3';

export type Sqlite = InstanceType<typeof Database>;

/**
 * The pragmas every writing connection has (docs/rules.md, The store). FULL, because NORMAL lost an
 * acknowledged sale in 60 % of replayed power cuts. No automatic checkpoint: it would run inside a sale.
 */
const WRITER_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'busy_timeout = 5000',
  'wal_autocheckpoint = 0',
  'cell_size_check = ON',
  'trusted_schema = OFF',
  'temp_store = MEMORY',
  'cache_size = -16000',
] as const;

/** Opens the one writing connection, creating the file when it is not there. `keyHex` is the raw 256-bit key. */
export function openWriter(file: string, keyHex: string): Sqlite {
  const db = keyed(new Database(file), keyHex);
  try {
    for (const pragma of WRITER_PRAGMAS) db.pragma(pragma);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a connection that cannot write: searches, lists, reports, checks and the source of backups. */
export function openReader(file: string, keyHex: string): Sqlite {
  const db = keyed(new Database(file, { readonly: true, fileMustExist: true }), keyHex);
  try {
    for (const pragma of [
      'query_only = ON',
      'busy_timeout = 5000',
      'trusted_schema = OFF',
      'temp_store = MEMORY',
      'cache_size = -32000',
    ]) {
      db.pragma(pragma);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLCipher with a raw key: no key derivation at open, a random header, an authentication code on every page. */
function keyed(db: Sqlite, keyHex: string): Sqlite {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) {
    db.close();
    throw new TypeError('the database key is 64 hexadecimal digits');
  }
  db.pragma("cipher = 'sqlcipher'");
  db.pragma(`key = "x'${keyHex}'"`);
  return db;
}
