import { describe, expect, it } from 'vitest';
import { BASE_SCOPE, createCommandRegistry, type Command } from './registry.ts';

function aCommand(chord: string, heard: string[], rest: Partial<Command> = {}): Command {
  const id = rest.id ?? `command ${chord}`;
  return { id, chord, label: 'shell:keys.help', run: () => heard.push(id), ...rest };
}

describe('one registry of keys', () => {
  it('runs the command of the screen over that of the window, and the window again once the screen is gone', () => {
    const heard: string[] = [];
    const registry = createCommandRegistry();
    registry.register(BASE_SCOPE, [aCommand('F8', heard, { id: 'window' })]);
    const leave = registry.register(BASE_SCOPE, [aCommand('F8', heard, { id: 'screen' })]);
    registry.find('F8', false)?.();
    leave();
    registry.find('F8', false)?.();
    expect(heard).toEqual(['screen', 'window']);
  });

  it('keys of the screen do not fire under a dialog; those that reach everywhere do', () => {
    const heard: string[] = [];
    const registry = createCommandRegistry();
    registry.register(BASE_SCOPE, [
      aCommand('F9', heard),
      aCommand('F1', heard, { everywhere: true }),
    ]);
    const dialog = { name: 'pay' };
    registry.register(dialog, [aCommand('F10', heard)]);
    const close = registry.open(dialog);
    expect(registry.find('F9', false)).toBeUndefined();
    expect(registry.list().map((command) => command.chord)).toEqual(['F1', 'F10']);
    close();
    expect(registry.find('F9', false)).toBeDefined();
    expect(registry.find('F10', false)).toBeUndefined();
  });

  it('Esc leads one level back, from the top dialog first, and says so in the key bar', () => {
    const heard: string[] = [];
    const registry = createCommandRegistry();
    expect(registry.find('Esc', true)).toBeUndefined();
    registry.open({ name: 'pay', back: () => heard.push('pay') });
    const closePin = registry.open({ name: 'pin', back: () => heard.push('pin') });
    registry.find('Esc', true)?.();
    closePin();
    registry.find('Esc', true)?.();
    expect(heard).toEqual(['pin', 'pay']);
    expect(registry.list().at(-1)).toMatchObject({ chord: 'Esc', label: 'shell:keys.back' });
  });

  it('counts the open dialogs, so that what opens next lies above them', () => {
    const registry = createCommandRegistry();
    const closePay = registry.open({ name: 'pay' });
    const closeCustomer = registry.open({ name: 'customer' });
    expect(registry.depth()).toBe(2);
    closePay();
    closeCustomer();
    expect(registry.depth()).toBe(0);
  });

  it('letters stay in a field, function keys pass through it', () => {
    const registry = createCommandRegistry();
    registry.register(BASE_SCOPE, [aCommand('C', []), aCommand('F9', []), aCommand('Ctrl+Z', [])]);
    expect(registry.find('C', true)).toBeUndefined();
    expect(registry.find('Ctrl+Z', true)).toBeUndefined();
    expect(registry.find('C', false)).toBeDefined();
    expect(registry.find('F9', true)).toBeDefined();
  });

  it('what cannot be done now is neither shown nor run, and uncovers what lies below', () => {
    const heard: string[] = [];
    const registry = createCommandRegistry();
    registry.register(BASE_SCOPE, [aCommand('F9', heard, { id: 'always' })]);
    registry.register(BASE_SCOPE, [
      aCommand('F9', heard, { id: 'with a cart', when: () => false }),
    ]);
    registry.find('F9', false)?.();
    expect(heard).toEqual(['always']);
  });

  it('lists function keys by number, then chords, letters, Esc and ?', () => {
    const registry = createCommandRegistry();
    const chords = ['?', 'C', 'Ctrl+Z', 'F10', 'F2'];
    registry.register(
      BASE_SCOPE,
      chords.map((chord) => aCommand(chord, [])),
    );
    expect(registry.list().map((command) => command.chord)).toEqual([
      'F2',
      'F10',
      'Ctrl+Z',
      'C',
      '?',
    ]);
  });

  it('tells listeners when the keys may have changed', () => {
    const registry = createCommandRegistry();
    let heard = 0;
    const stop = registry.subscribe(() => {
      heard += 1;
    });
    const remove = registry.register(BASE_SCOPE, [aCommand('F9', [])]);
    remove();
    stop();
    registry.refresh();
    expect(heard).toBe(2);
  });
});
