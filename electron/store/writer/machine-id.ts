import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names this machine and the volume the shop lies on, so that a copied disk is seen. A hash: it says nothing about either. */
export function machineId(dataDir: string): string {
  const volume = statSync(dataDir, { bigint: true }).dev;
  return createHash('sha256')
    .update(`${operatingSystemId()}\n${volume}`)
    .digest('hex')
    .slice(0, 32);
}

function operatingSystemId(): string {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const id = readFileSync(file, 'utf8').trim();
      if (id !== '') return id;
    } catch {
      // Not every system has the file; the host's name stands in.
    }
  }
  return hostname();
}
