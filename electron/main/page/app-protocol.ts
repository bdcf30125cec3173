import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { isOwnAddress, PAGE_SCHEME } from './own-page.ts';
import {
  contentTypeOf,
  findPageFile,
  listPageFiles,
  PAGE_HEADERS,
  type PageFiles,
} from './page-files.ts';

/** Makes `app:` a secure origin like `https:`. Has to happen before the program is ready. */
export function registerPageScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the built page under `app://counter/`, and nothing else under any other host. */
export function servePage(protocol: Protocol, root: string): void {
  const files = listPageFiles(root);
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(files, request));
}

export async function answerPageRequest(files: PageFiles, request: Request): Promise<Response> {
  if (!isOwnAddress(request.url)) return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const found = findPageFile(files, new URL(request.url).pathname);
  if (found.status !== 200) return refuse(found.status);
  const headers = { ...PAGE_HEADERS, 'content-type': contentTypeOf(found.file) };
  return new Response(await readFile(found.file), { status: 200, headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS });
}
