import { Worker } from 'node:worker_threads';
import type { BackupOrder } from '#db/store/backup.ts';
import { refuse, type Result } from '#shared/result.ts';
import type { BackupRefusal, BackupSummary } from '#shared/settings/contract.ts';
import { wrapForBackup } from '../keys/backup-key.ts';

export type BackupRequest = Omit<BackupOrder, 'wrappedKey'> & { readonly dataDir: string };

/** Makes a backup in a thread of its own and answers when it is verified. */
export async function backupInThread({
  dataDir,
  ...order
}: BackupRequest): Promise<Result<BackupSummary, BackupRefusal>> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = import.meta.url.endsWith('.ts')
    ? `../backup-worker.${ending}`
    : `./backup-worker.${ending}`;
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: { ...order, wrappedKey: wrapForBackup(dataDir) },
  });
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) =>
      resolve(refuse({ code: 'BACKUP_FAILED', detail: String(error) })),
    );
    worker.once('exit', (code) =>
      resolve(refuse({ code: 'BACKUP_FAILED', detail: `ended with ${code}` })),
    );
  });
}
