import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Acknowledgement, readAcknowledgements } from './acknowledgement.ts';
import { openAfterCrash } from './open-after-crash.ts';
import { type KillPoint, recordingEnv } from './recorder.ts';
import { startChild } from './run-child.ts';
import { removeScratch, withScratch } from './scratch.ts';
import { seeded, type Seeded } from './seeded.ts';
import type { ChildOrder } from './shop-child.ts';

export interface KillOrder {
  /** The recorder's library; null where there is none: then every kill comes at a random time. */
  readonly library: string | null;
  readonly seed: number;
  readonly kills: number;
  readonly plant?: ChildOrder['plant'];
}

export interface KillFindings {
  readonly kills: number;
  /** At a named point, the others at a random time. */
  readonly atNamedPoint: number;
  readonly whileOpening: number;
  readonly acknowledged: number;
  readonly killLost: number;
  readonly examples: readonly string[];
}

/** How often one shop is killed before the next is made. */
const KILLS_PER_SHOP = 10;
const FIRST_DAY_MS = Date.UTC(2026, 10, 23, 16, 0, 0);

/** Kills shops at work with SIGKILL, opens what is left, and lets them go on from there. */
export async function killShops(
  order: KillOrder,
  onKill: () => void = () => {},
): Promise<KillFindings> {
  const chance = seeded(order.seed);
  const all = {
    kills: 0,
    atNamedPoint: 0,
    whileOpening: 0,
    acknowledged: 0,
    killLost: 0,
    examples: [] as string[],
  };
  while (all.kills < order.kills) {
    await withScratch('kill', async (folder) => {
      const shop = new KilledShop(folder, order, chance);
      for (let kill = 0; kill < KILLS_PER_SHOP && all.kills < order.kills;) {
        const killed = await shop.killOnce();
        if (!killed) continue;
        kill += 1;
        all.kills += 1;
        if (killed.named) all.atNamedPoint += 1;
        if (killed.opening) all.whileOpening += 1;
        if (killed.problems.length > 0) all.killLost += 1;
        const [what] = killed.problems;
        if (what !== undefined && all.examples.length < 5)
          all.examples.push(`seed ${order.seed}, ${killed.how}: ${what}`);
        onKill();
        if (killed.stopped) break;
      }
      all.acknowledged += shop.acknowledged().length;
    });
  }
  return all;
}

interface Killed {
  readonly how: string;
  readonly named: boolean;
  readonly opening: boolean;
  readonly problems: readonly string[];
  /** The shop could not go on from what the last kill left. */
  readonly stopped?: true;
}

class KilledShop {
  readonly #folder: string;
  readonly #order: KillOrder;
  readonly #chance: Seeded;
  readonly #keyHex = randomBytes(32).toString('hex');
  #run = 0;

  constructor(folder: string, order: KillOrder, chance: Seeded) {
    this.#folder = folder;
    this.#order = order;
    this.#chance = chance;
  }

  acknowledged(): readonly Acknowledgement[] {
    return existsSync(this.#marks) ? readAcknowledgements(readFileSync(this.#marks, 'utf8')) : [];
  }

  /** Runs the shop until it is killed; undefined when it came to its end before that. */
  async killOnce(): Promise<Killed | undefined> {
    const point =
      this.#order.library !== null && this.#chance.chance(0.6) ? this.#killPoint() : undefined;
    const child = startChild(this.#childOrder(), this.#env(point));
    const before = this.acknowledged().length;
    const stop = new AbortController();
    const timed = point ? undefined : this.#killInTime(child.process, before, stop.signal);
    const end = await child.ended;
    stop.abort();
    await timed?.catch(() => {});
    if (end.end === 'failed')
      return {
        how: 'the shop stopped by itself',
        named: false,
        opening: false,
        problems: [end.says],
        stopped: true,
      };
    if (end.end === 'closed') return undefined;
    return {
      how: point ? Object.values(point).join(' ') : 'at a random time',
      named: point !== undefined,
      opening: this.#wasOpening(),
      problems: this.#problems(),
    };
  }

  get #shop(): string {
    return path.join(this.#folder, 'shop');
  }

  get #marks(): string {
    return path.join(this.#folder, 'marks');
  }

  #childOrder(): ChildOrder {
    this.#run += 1;
    const wasCreated = this.acknowledged().some(({ kind }) => kind === 'created');
    return {
      dataDir: this.#shop,
      keyHex: this.#keyHex,
      marks: this.#marks,
      seed: this.#order.seed * 1000 + this.#run + this.#chance.below(1_000_000),
      startMs: FIRST_DAY_MS + this.#run * 600_000,
      run: wasCreated || existsSync(path.join(this.#shop, 'shop.db')) ? 'again' : 'first',
      acts: 40 + this.#chance.below(60),
      lastSales: 0,
      backupAfter: this.#chance.chance(0.2) ? 5 : null,
      ends: 'closed',
      plant: this.#order.plant ?? 'none',
    };
  }

  #env(killAt: KillPoint | undefined): NodeJS.ProcessEnv {
    const { library } = this.#order;
    if (library === null) return process.env;
    return recordingEnv(library, {
      shop: this.#shop,
      marks: this.#marks,
      ...(killAt && { killAt }),
    });
  }

  #killPoint(): KillPoint {
    const point = this.#chance.pick(POINTS);
    return {
      ...point,
      when: this.#chance.pick(['before', 'after'] as const),
      count: 1 + this.#chance.below(point.within),
    };
  }

  /** Some acts after it opened, or right while it opens. */
  async #killInTime(
    child: { kill(signal: 'SIGKILL'): boolean },
    before: number,
    signal: AbortSignal,
  ): Promise<void> {
    const atOpening = this.#chance.chance(0.3);
    const wanted = atOpening ? 'opening' : 'open';
    mkdirSync(this.#folder, { recursive: true });
    const changes = watch(this.#folder, { signal });
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const isThere = this.acknowledged()
          .slice(before)
          .some((each) => each.kind === 'point' && each.name === wanted);
        if (isThere) resolve();
      };
      changes.on('change', look);
      signal.addEventListener('abort', () => resolve());
    });
    changes.close();
    await pause(this.#chance.below(atOpening ? 40 : 700), undefined, { signal });
    child.kill('SIGKILL');
  }

  #wasOpening(): boolean {
    const last = this.acknowledged().findLast((each) => each.kind === 'point');
    return last?.kind === 'point' && last.name === 'opening';
  }

  /** Looks at a copy, so that the next run finds what the kill left and not what the check made of it. */
  #problems(): readonly string[] {
    const copy = path.join(this.#folder, 'copy');
    removeScratch(copy);
    cpSync(this.#shop, copy, { recursive: true });
    const found = openAfterCrash({
      dataDir: copy,
      keyHex: this.#keyHex,
      acknowledged: this.acknowledged(),
    });
    return [...found.lost, ...found.corrupt];
  }
}

/** Where a shop is killed, and within how many such steps. */
const POINTS = [
  { file: 'log', step: 'write', within: 400 },
  { file: 'log', step: 'sync', within: 60 },
  { file: 'witness', step: 'write', within: 40 },
  { file: 'witness', step: 'sync', within: 40 },
  // Folding the log in: at a pause, and first of all when a crashed shop is opened again.
  { file: 'database', step: 'write', within: 60 },
  { file: 'database', step: 'sync', within: 4 },
  { file: 'database', step: 'rename', within: 1 },
  { file: 'log', step: 'unlink', within: 2 },
  { file: 'backup', step: 'write', within: 40 },
  { file: 'backup', step: 'rename', within: 1 },
] as const;
