// A receipt printer in the terminal: set the register's printer to 127.0.0.1, this port, and watch.
// node tools/printer/run-printer.ts [port] [folder for a picture of each paper]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from './print-picture.ts';
import { startRecordedPrinter, type RecordedJob } from './recorded-printer.ts';

const DEFAULT_PORT = 9100;
const COLUMNS = 48;
const [port = String(DEFAULT_PORT), folder] = process.argv.slice(2);
let count = 0;

function show(job: RecordedJob): void {
  if (job.acts.some((act) => act.type === 'pulse')) process.stdout.write('\n[drawer opens]\n');
  if (job.lines.length === 0) return;
  process.stdout.write(`\n${job.lines.join('\n')}\n${'- '.repeat(24)}\n`);
  if (folder === undefined) return;
  count++;
  writeFileSync(join(folder, `paper-${count}.svg`), pictureOf(job.acts, COLUMNS));
}

const printer = await startRecordedPrinter({ port: Number(port), columns: COLUMNS, onJob: show });
process.stdout.write(`Printer at ${printer.host}, port ${printer.port}. Ctrl+C turns it off.\n`);
process.once('SIGINT', () => void printer.stop());
