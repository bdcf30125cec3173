import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Net } from 'electron';
import { strictObject } from '../strict.ts';
import { findSchemeHandler } from './protocol.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

async function fetchFile(address: string): Promise<Response> {
  const file = fileURLToPath(address);
  const type = CONTENT_TYPES[path.extname(file).toLowerCase()];
  const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'net::ERR_FILE_NOT_FOUND' : 'net::ERR_FAILED');
  });
  return new Response(content, type ? { headers: { 'content-type': type } } : {});
}

export const net = strictObject('net', {
  async fetch(
    input: string | Request,
    init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
  ): Promise<Response> {
    const address = typeof input === 'string' ? input : input.url;
    if (address.startsWith('file:')) return await fetchFile(address);
    const handler = findSchemeHandler(address.slice(0, address.indexOf(':')));
    if (handler && !init?.bypassCustomProtocolHandlers)
      return await handler(new Request(input, init));
    return await fetch(input, init);
  },
  isOnline: (): boolean => true,
} satisfies Pick<Net, 'isOnline'> & { fetch: unknown });
