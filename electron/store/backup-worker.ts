import { parentPort, workerData } from 'node:worker_threads';
import { type BackupOrder, makeBackup, rotateBackups } from '#db/store/backup.ts';

// Copies and checks the database in a thread of its own: a big file takes seconds, and searches must not wait.

/** How many recent backups are kept besides one a week. */
const KEEP = 10;

const order = workerData as BackupOrder;
const result = makeBackup(order);
if (result.ok) rotateBackups(order.folder, KEEP);
parentPort?.postMessage(result);
