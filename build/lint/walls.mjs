// The pure half of the layer rule: one file, one import, the sentence that refuses it or undefined.
import { DB_ROOF, DB_STACK, ONLY_HERE, ROOMS, TEST_PARTS, WINDOW } from './layers.mjs';
import { findChain } from './reach.mjs';

const isTest = (file) => /\.test\.tsx?$/.test(file);
const within = (path, folder) => path === folder || path.startsWith(`${folder}/`);
const isPart = (part, prefixes) =>
  prefixes.some((prefix) =>
    prefix.endsWith(':') ? part.startsWith(prefix) : within(part, prefix),
  );
const roomOf = (file) => ROOMS.find((row) => within(file, row.room));
const folderOf = (file, room) => {
  const parts = file.slice(room.length + 1).split('/');
  return parts.length > 1 ? parts[0] : undefined;
};

/**
 * Says why `file` may not import `target`, both as paths from the root of the house, or nothing.
 * `target` is `{ path }` for a file of the house or `{ part }` for a package; `typeOnly` imports
 * leave no trace at run time; `names` are the names taken, `*` for all of them.
 */
export function findRefusal(file, target, { typeOnly, names }, root) {
  const row = roomOf(file);
  if (!row) return undefined;
  const refusal = target.part
    ? findPartRefusal(file, row, target.part, { typeOnly, names })
    : findRoomRefusal(file, row, target.path);
  return refusal ?? (typeOnly ? undefined : findReachRefusal(file, row, target, root));
}

function findPartRefusal(file, row, part, { typeOnly, names }) {
  if (isTest(file) && isPart(part, TEST_PARTS)) return undefined;
  if (isPart(part, row.never ?? [])) return `${row.room} never imports ${part}`;
  const typesMay = isPart(part, row.types ?? []);
  if (typesMay && !typeOnly) return `${row.room} imports only types of ${part}`;
  if (row.parts && !typesMay && !isPart(part, row.parts)) {
    return `${row.room} imports only ${row.parts.join(', ')}, not ${part}`;
  }
  const elsewhere = ONLY_HERE.find(
    (only) =>
      isPart(part, [only.part]) &&
      within(file, only.within) &&
      !within(file, only.here) &&
      (!only.name || (!typeOnly && names.some((name) => name === only.name || name === '*'))),
  );
  return elsewhere && `only ${elsewhere.here} imports ${elsewhere.name ?? elsewhere.part}`;
}

function findRoomRefusal(file, row, path) {
  const targetRow = roomOf(path);
  const targetRoom = targetRow?.room ?? path.split('/')[0];
  if (targetRoom !== row.room && !row.may.some((room) => within(path, room))) {
    return `${row.room} may not import ${targetRoom}: it may import ${row.may.join(', ') || 'nothing of the house'}`;
  }
  if (targetRoom === 'renderer') return findWindowRefusal(file, path);
  if (row.room === 'db' && targetRoom === 'db') return findStackRefusal(file, path);
  return undefined;
}

function findWindowRefusal(file, path) {
  const from = folderOf(file, 'renderer');
  const to = folderOf(path, 'renderer');
  if (!from || from === to) return undefined;
  const may = WINDOW.rows.find(({ folder }) => folder === from)?.may ?? WINDOW.also;
  if (may.includes('*') || (to && may.includes(to))) return undefined;
  return `renderer/${from} may not import renderer/${to ?? path.slice('renderer/'.length)}: it may import itself, ${may.join(', ') || 'nothing else'}`;
}

function findStackRefusal(file, path) {
  const isRoof = (place) => DB_ROOF.some((roof) => within(place, roof));
  // A test of a lower row may stand in a filled shop.
  if (isRoof(file) || isTest(file)) return undefined;
  if (isRoof(path)) return `only rooms above db import ${path}`;
  const [from, to] = [folderOf(file, 'db'), folderOf(path, 'db')];
  if (from === to) return undefined;
  const levelOf = (folder) => DB_STACK.findIndex((level) => level.includes(folder));
  const [fromLevel, toLevel] = [levelOf(from), levelOf(to)];
  if (toLevel === -1 || toLevel < fromLevel) return undefined;
  const why = toLevel === fromLevel ? 'neighbours do not import each other' : 'it lies higher';
  return `db/${from ?? 'write path'} may not import db/${to}: ${why}`;
}

function findReachRefusal(file, row, target, root) {
  if (!row.unreachable || !target.path || isTest(file)) return undefined;
  const chain = findChain(root, target.path, (part) => isPart(part, row.unreachable));
  return chain && `${row.room} reaches ${chain.at(-1)} at run time: ${chain.join(' -> ')}`;
}
