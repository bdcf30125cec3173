import { readdirSync, readFileSync } from 'node:fs';

/** One forward step of the schema; its name is its file's. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order. A bundle carries them inside; a bare run of the sources reads them from the folder. */
export const migrations: readonly Migration[] = (
  import.meta.env ? bundled() : fromFolder()
).toSorted((a, b) => (a.name < b.name ? -1 : 1));

function bundled(): Migration[] {
  const files = import.meta.glob<string>('../migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  return Object.entries(files).map(([path, sql]) => ({ name: nameOf(path), sql }));
}

function fromFolder(): Migration[] {
  const folder = new URL('../migrations/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ name: nameOf(file), sql: readFileSync(new URL(file, folder), 'utf8') }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.sql'.length);
}
