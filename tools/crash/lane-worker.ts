import 'temporal-polyfill/global';
import { parentPort, workerData } from 'node:worker_threads';
import { flipBits, type FlipFindings, type FlipOrder } from './flips.ts';
import { type KillFindings, type KillOrder, killShops } from './kills.ts';
import {
  cutPower,
  type ImageFindings,
  type ImageOrder,
  type RecordedDays,
  recordDays,
} from './power-loss.ts';
import type { ChildOrder } from './shop-child.ts';

/** One piece of the bench's work, small enough that two cores share it evenly. */
export type Task =
  | {
      readonly task: 'record';
      readonly library: string;
      readonly folder: string;
      readonly days: {
        readonly seed: number;
        readonly acts: number;
        readonly plant: ChildOrder['plant'];
      };
    }
  | { readonly task: 'images'; readonly order: ImageOrder }
  | { readonly task: 'kills'; readonly order: KillOrder }
  | { readonly task: 'flips'; readonly order: FlipOrder };

export type TaskResult<Kind extends Task['task']> = {
  readonly record: RecordedDays;
  readonly images: ImageFindings;
  readonly kills: KillFindings;
  readonly flips: FlipFindings;
}[Kind];

export type TaskMessage =
  | { readonly type: 'step' }
  | { readonly type: 'done'; readonly result: unknown };

const post = (message: TaskMessage): void => parentPort?.postMessage(message);

if (parentPort) post({ type: 'done', result: await perform(workerData as Task) });

function perform(task: Task): unknown {
  const step = (): void => post({ type: 'step' });
  switch (task.task) {
    case 'record':
      return recordDays(task.library, task.folder, task.days);
    case 'images':
      return cutPower(task.order, step);
    case 'kills':
      return killShops(task.order, step);
    case 'flips':
      return flipBits(task.order, step);
  }
}
