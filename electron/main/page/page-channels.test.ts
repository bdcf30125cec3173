import { EventEmitter } from 'node:events';
import type { IpcMain, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { answerPage, onPagePort } from './page-channels.ts';
import { readPaperRequest } from '../papers/paper-request.ts';

class Ipc extends EventEmitter {
  readonly handlers = new Map<string, (...args: readonly unknown[]) => unknown>();
  handle(channel: string, handler: (...args: readonly unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
}

const own = { senderFrame: { url: 'app://counter/', parent: null }, sender: 'our page' };
const foreign = { senderFrame: { url: 'https://evil.test/', parent: null }, sender: 'their page' };

describe('what a page may say to main', () => {
  test('a question from our page is answered, from any other it is an error', async () => {
    const ipc = new Ipc();
    const answer = vi.fn<() => Promise<string>>(async () => 'saved');
    answerPage(ipc as unknown as IpcMain, 'paper:save-pdf', answer);
    const ask = ipc.handlers.get('paper:save-pdf');
    expect(await ask?.(own, 'receipt', '1')).toBe('saved');
    expect(answer.mock.calls).toEqual([['our page', 'receipt', '1']]);
    expect(() => ask?.(foreign, 'receipt', '1')).toThrow('refused');
    expect(() => ask?.({ ...own, senderFrame: null })).toThrow('refused');
    expect(answer).toHaveBeenCalledTimes(1);
  });

  test('one port from our page is taken; foreign, missing and surplus ports are closed', () => {
    const ipc = new Ipc();
    const take = vi.fn<(page: WebContents, port: unknown) => void>();
    onPagePort(ipc as unknown as IpcMain, 'store:connect', take);
    const ports = Array.from({ length: 4 }, () => ({ close: vi.fn<() => void>() }));
    const [taken, refused, ...surplus] = ports;
    ipc.emit('store:connect', { ...own, ports: [taken] });
    ipc.emit('store:connect', { ...foreign, ports: [refused] });
    ipc.emit('store:connect', { ...own, ports: surplus });
    ipc.emit('store:connect', { ...own, ports: [] });
    expect(take.mock.calls).toEqual([['our page', taken]]);
    expect(ports.map((port) => port.close.mock.calls.length)).toEqual([0, 1, 1, 1]);
  });
});

test.each([
  ['receipt', '0190b6a0-aaaa-7bbb-8ccc-1234567890ab', true],
  ['day-close', 'Z-1', true],
  ['Receipt', '1', false],
  ['receipt', '../1', false],
  ['receipt', '', false],
  ['receipt', 'x'.repeat(65), false],
  ['receipt/..', '1', false],
  [5, '1', false],
  ['receipt', { id: '1' }, false],
  [undefined, undefined, false],
])('a paper is asked for by kind and id: %j %j', (kind, id, readable) => {
  expect(readPaperRequest(kind, id) !== undefined).toBe(readable);
});
