import { belongsToField, type Chord } from './chord.ts';

/**
 * Something the shop can do with one key. The registry feeds the key bar, the `?` overlay, the search box and the page of
 * all keys, which a script reads from the source: `id`, `chord` and `label` are written in place.
 */
export interface Command {
  /** Stable name, `sale.pay`. */
  readonly id: string;
  readonly chord: Chord;
  /** Text key with its area, `sell:keys.pay`. */
  readonly label: string;
  readonly run: () => void;
  /** Left out: always. A command that cannot run now is neither shown nor fired. */
  readonly when?: () => boolean;
  /** Not in the key bar, only in the `?` overlay. */
  readonly quiet?: boolean;
  /** Also fires over a dialog it does not belong to: help, full screen. */
  readonly everywhere?: boolean;
  /** Place in the key bar; lower is further left. Left out: by the key. */
  readonly order?: number;
}

/** One layer of the window: the shell and its screen, or a dialog above them. */
export interface Scope {
  readonly name: string;
  /** What Esc does when no command of this layer takes it: one level back, losing nothing. */
  readonly back?: () => void;
}

interface Layer {
  readonly scope: Scope;
  readonly groups: Set<{ readonly commands: readonly Command[] }>;
}

export interface CommandRegistry {
  /** Adds commands to a layer until the returned function is called. The latest wins where two share a key. */
  readonly register: (scope: Scope, commands: readonly Command[]) => () => void;
  /** Puts a dialog's layer on top until the returned function is called. */
  readonly open: (scope: Scope) => () => void;
  /** How many dialogs are open: what opens next lies above so many. */
  readonly depth: () => number;
  /** Commands that would fire now, one per chord, in the order of the key bar. The same array until `refresh`. */
  readonly list: () => readonly Command[];
  /** What this chord would do now. */
  readonly find: (chord: Chord, inField: boolean) => (() => void) | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says that a `when` may answer differently now. */
  readonly refresh: () => void;
}

const BACK = { id: 'back', chord: 'Esc', label: 'shell:keys.back' };

export const BASE_SCOPE: Scope = { name: 'window' };

export function createCommandRegistry(): CommandRegistry {
  const layers: Layer[] = [{ scope: BASE_SCOPE, groups: new Set() }];
  const waiting = new Map<Scope, Layer>();
  const listeners = new Set<() => void>();
  let offered: readonly Command[] | undefined;

  const refresh = () => {
    offered = undefined;
    for (const listener of listeners) listener();
  };
  const layerOf = (scope: Scope): Layer => {
    const open = layers.find((layer) => layer.scope === scope) ?? waiting.get(scope);
    if (open) return open;
    // A dialog's children register before the dialog itself: React runs effects from the inside out.
    const layer = { scope, groups: new Set<{ readonly commands: readonly Command[] }>() };
    waiting.set(scope, layer);
    return layer;
  };
  const register = (scope: Scope, commands: readonly Command[]) => {
    const layer = layerOf(scope);
    const group = { commands };
    layer.groups.add(group);
    refresh();
    return () => {
      layer.groups.delete(group);
      refresh();
    };
  };
  const open = (scope: Scope) => {
    const layer = layerOf(scope);
    waiting.delete(scope);
    layers.push(layer);
    refresh();
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      waiting.set(scope, layer);
      refresh();
    };
  };
  const find = (chord: Chord, inField: boolean) => {
    if (inField && belongsToField(chord)) return undefined;
    const command = reachableCommands(layers).get(chord);
    if (command) return command.run;
    return chord === 'Esc' ? layers.at(-1)?.scope.back : undefined;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const list = () => {
    offered ??= commandsNow(layers);
    return offered;
  };
  const depth = () => layers.length - 1;
  return { register, open, depth, list, find, subscribe, refresh };
}

function commandsNow(layers: readonly Layer[]): readonly Command[] {
  const found = reachableCommands(layers);
  const back = layers.at(-1)?.scope.back;
  if (back && !found.has('Esc')) found.set('Esc', { ...BACK, run: back });
  return [...found.values()].toSorted(byPlace);
}

/** The top layer's commands, and from the layers below only those that reach everywhere. */
function reachableCommands(layers: readonly Layer[]): Map<Chord, Command> {
  const found = new Map<Chord, Command>();
  for (const [depth, layer] of layers.entries()) {
    const top = depth === layers.length - 1;
    for (const { commands } of layer.groups) {
      for (const command of commands) {
        if (!top && command.everywhere !== true) continue;
        if (command.when && !command.when()) continue;
        found.delete(command.chord);
        found.set(command.chord, command);
      }
    }
  }
  return found;
}

function byPlace(a: Command, b: Command): number {
  return (a.order ?? placeOf(a.chord)) - (b.order ?? placeOf(b.chord));
}

/** Function keys by number, then chords, then single keys, Esc and ? last. */
function placeOf(chord: Chord): number {
  const functionKey = /^F(\d+)$/.exec(chord)?.[1];
  if (functionKey !== undefined) return Number(functionKey);
  if (chord === '?') return 99;
  if (chord === 'Esc') return 98;
  return chord.includes('+') ? 30 : 40;
}
