import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The files of the built page by their address: what is not in this list is not served. */
export type PageFiles = ReadonlyMap<string, string>;

export type FoundPage =
  | { readonly status: 200; readonly file: string }
  | { readonly status: 400 | 404 };

/**
 * Nothing comes from anywhere but our own files, and nothing inline runs. Style attributes are the one
 * exception: the window's components place their overlays with them.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Goes with every answer to a page, also with refusals. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export function contentTypeOf(file: string): string {
  return CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
}

/**
 * Lists the built page once, at the start. An address is then looked up, never joined to a path, so no way
 * of writing `..` leads out of the folder, and links inside it are not followed.
 */
export function listPageFiles(root: string): PageFiles {
  const files = new Map<string, string>();
  const walk = (folder: string, address: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(at, `${address}${entry.name}/`);
      else if (entry.isFile()) files.set(`${address}${entry.name}`, at);
    }
  };
  walk(root, '/');
  return files;
}

/** Finds the file for the path of a request, still percent-encoded. The page itself is routed by its hash. */
export function findPageFile(files: PageFiles, encodedPath: string): FoundPage {
  const address = decode(encodedPath);
  if (address === undefined) return { status: 400 };
  const file = files.get(address === '/' ? '/index.html' : address);
  return file === undefined ? { status: 404 } : { status: 200, file };
}

function decode(encodedPath: string): string | undefined {
  try {
    return decodeURIComponent(encodedPath);
  } catch {
    return undefined; // `%zz` and broken UTF-8
  }
}
