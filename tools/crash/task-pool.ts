import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Task, TaskMessage, TaskResult } from './lane-worker.ts';

/** Runs tasks side by side, as many as there are cores, and tells about each step. */
export class TaskPool {
  readonly #onStep: (task: Task['task']) => void;
  #free = Math.max(1, Math.min(4, availableParallelism()));
  readonly #waiting: (() => void)[] = [];

  constructor(onStep: (task: Task['task']) => void) {
    this.#onStep = onStep;
  }

  /** The task's findings. Rejects when the task itself has a bug. */
  async run<Kind extends Task['task']>(
    task: Extract<Task, { task: Kind }>,
  ): Promise<TaskResult<Kind>> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      return (await inWorker(task, () => this.#onStep(task.task))) as TaskResult<Kind>;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

async function inWorker(task: Task, onStep: () => void): Promise<unknown> {
  const worker = new Worker(new URL('./lane-worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: TaskMessage) => {
      if (message.type === 'step') onStep();
      else resolve(message.result);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the ${task.task} task ended with ${code}`)));
  });
}
