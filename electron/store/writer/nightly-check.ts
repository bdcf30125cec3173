import { setImmediate } from 'node:timers/promises';
import { pieceDeriver } from '#db/apply/derive/derive-piece.ts';
import { reviewEverything } from '#db/review/review-everything.ts';
import { findLastCheck, saveLastCheck } from '#db/settings/register-settings.ts';
import { sweepPhotoFiles } from '#db/store/check-photos.ts';
import { newId } from './new-id.ts';
import { searchInThread } from './nightly-thread.ts';
import type { StoreProcess } from './store-process.ts';

const DUE_AFTER_MS = 24 * 3_600_000;
/** A counter that is never quiet is checked too, a day later. */
const OVERDUE_AFTER_MS = 2 * DUE_AFTER_MS;
/** Nothing was saved for so long: nobody stands at the counter. */
const QUIET_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5 * 60_000;
/** Not in the first minutes, which belong to whoever opens the shop. */
const FIRST_LOOK_MS = 2 * 60_000;
/** Pieces that are put right in one transaction. */
const PIECES_AT_ONCE = 50;

/** Checks everything once a day, for as long as the store runs. Answers what stops it. */
export function scheduleNightlyCheck(store: StoreProcess): () => void {
  let running = false;
  const look = async (): Promise<void> => {
    if (running || !isCheckDue(store)) return;
    running = true;
    await checkEverything(store);
    running = false;
  };
  const first = setTimeout(() => void look(), FIRST_LOOK_MS);
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  for (const each of [first, timer]) each.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/**
 * True when the last check is a day old and the counter is quiet, or when it is two days old. A check that the clock
 * places in the future was made while the clock was wrong, and holds nothing up.
 */
export function isCheckDue(store: StoreProcess): boolean {
  if (store.state.state !== 'ready' || store.boot.demo) return false;
  const nowMs = store.now();
  const lastMs = findLastCheck(store.shop.writer);
  const agoMs = lastMs === undefined || lastMs > nowMs ? Infinity : nowMs - lastMs;
  const { lastCommitMs } = store;
  const isQuiet = lastCommitMs === undefined || Math.abs(nowMs - lastCommitMs) >= QUIET_MS;
  return agoMs >= (isQuiet ? DUE_AFTER_MS : OVERDUE_AFTER_MS);
}

/**
 * Opens a review task for whatever trouble no other check has seen, and puts pieces right that stand elsewhere than
 * their movements say. A thread of its own searches; the writer stores a changeset at a time, some 40 ms at most
 * (measured), with room for sales between them. Never throws: what goes wrong is reported, and the next look tries again.
 */
export async function checkEverything(store: StoreProcess): Promise<void> {
  const { shop, keyHex } = store;
  if (keyHex === undefined) return;
  const { database, photos } = store.files;
  const { storeId } = shop.register;
  const nowMs = store.now();
  const search = searchInThread({ database, keyHex, storeId, photos, nowMs });
  const letGo = store.beforeClosing(search.stop);
  const pause = async (): Promise<void> => {
    await setImmediate();
    if (!store.isOpen || store.shop !== shop) throw new Error('the shop was closed meanwhile');
  };
  try {
    const { troubles, misplaced, orphanPhotos, photosMissing } = await search.found;
    const reviewed = await reviewEverything({
      writer: shop.writer,
      findings: troubles,
      newContext: () => store.context('review.detect', newId('command'), null),
      pause,
    });
    if (!reviewed.ok) throw new Error(reviewed.refusal.code);
    await putRight(store, misplaced, pause);
    await pause();
    sweepPhotoFiles(photos, orphanPhotos, store.now());
    if (photosMissing > 0)
      store.report({ type: 'trouble', what: `${photosMissing} photos have no file` });
    shop.writer.writeLocal((tx) => saveLastCheck(tx, store.now()));
  } catch (error) {
    store.report({ type: 'trouble', what: `the nightly check ended early: ${String(error)}` });
  } finally {
    letGo();
  }
}

async function putRight(
  store: StoreProcess,
  misplaced: readonly string[],
  pause: () => Promise<void>,
): Promise<void> {
  if (misplaced.length === 0) return;
  store.report({
    type: 'trouble',
    what: `${misplaced.length} pieces stood elsewhere than their movements say`,
  });
  for (let from = 0; from < misplaced.length; from += PIECES_AT_ONCE) {
    await pause();
    store.shop.writer.writeLocal((tx) => {
      for (const pieceId of misplaced.slice(from, from + PIECES_AT_ONCE))
        pieceDeriver.rebuild(tx, pieceId);
    });
  }
}
