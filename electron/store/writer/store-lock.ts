import Database from 'better-sqlite3';

/** Held while a store is open. */
export interface StoreLock {
  release(): void;
}

/**
 * Takes the data folder for this process, so that a second program never becomes a second writer. The lock is the
 * operating system's own, held through an empty SQLite file: a crash or a power cut frees it. Undefined when taken.
 */
export function takeStoreLock(file: string): StoreLock | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('begin exclusive');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}
