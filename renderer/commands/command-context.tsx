import {
  createContext,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import {
  BASE_SCOPE,
  createCommandRegistry,
  type Command,
  type CommandRegistry,
  type Scope,
} from './registry.ts';

const RegistryContext = createContext<CommandRegistry>(createCommandRegistry());
const ScopeContext = createContext<Scope>(BASE_SCOPE);

export interface CommandsProviderProps {
  readonly registry: CommandRegistry;
  readonly children: ReactNode;
}

export function CommandsProvider({ registry, children }: CommandsProviderProps) {
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useCommandRegistry(): CommandRegistry {
  return use(RegistryContext);
}

/**
 * Offers commands while the component is mounted, in the layer (window or dialog) it sits in. `run` and `when`
 * are always the latest ones; the registry hears of every render, so that `when` may read props and state. A key works
 * from the moment its button is on screen: effects after the paint left a gap in which a fast hand's key was lost.
 */
export function useCommands(commands: readonly Command[]): void {
  const registry = use(RegistryContext);
  const scope = use(ScopeContext);
  const latest = useRef(commands);
  const shape = commands
    .map((each) =>
      [each.id, each.chord, each.label, each.quiet, each.everywhere, each.order].join('|'),
    )
    .join('\n');
  const offered = commands.map((each) => each.when?.() ?? true).join();
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useLayoutEffect(() => {
    const find = (id: string) => latest.current.find((each) => each.id === id);
    const stable = latest.current.map((command) => ({
      ...command,
      run: () => find(command.id)?.run(),
      when: () => find(command.id)?.when?.() ?? true,
    }));
    return registry.register(scope, stable);
  }, [registry, scope, shape]);
  useLayoutEffect(() => registry.refresh(), [registry, offered]);
}

/** What can be done now, for the key bar and the overlay of all keys. */
export function useOfferedCommands(): readonly Command[] {
  const registry = use(RegistryContext);
  return useSyncExternalStore(registry.subscribe, registry.list);
}

export interface CommandLayerProps {
  readonly name: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A layer above the window. Its commands fire, those below do not, and Esc leads back from it. */
export function CommandLayer({ name, onBack, children }: CommandLayerProps) {
  const registry = use(RegistryContext);
  const back = useRef(onBack);
  useLayoutEffect(() => {
    back.current = onBack;
  });
  const scope = useMemo<Scope>(() => ({ name, back: () => back.current() }), [name]);
  useLayoutEffect(() => registry.open(scope), [registry, scope]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}
