import type { IpcMain, MessagePortMain, WebContents } from 'electron';
import { isOwnPage } from './own-page.ts';

/** Everything a page can say to main. There is no other channel, and the sender is checked here only. */
export type PageQuestion =
  | 'paper:save-pdf'
  /** From the till's page: what the customer sees now, or nothing any more. */
  | 'display:show'
  | 'display:close'
  /** From the customer's page: it can be told what to show. */
  | 'display:ready';
export type PagePortChannel = 'store:connect';

/** Answers a page's question. Anyone but our own top frame gets an error and learns nothing else. */
export function answerPage(
  ipc: IpcMain,
  channel: PageQuestion,
  answer: (page: WebContents, ...args: readonly unknown[]) => Promise<unknown>,
): void {
  ipc.handle(channel, (event, ...args: unknown[]) => {
    if (!isOwnPage(event.senderFrame)) throw new Error('refused');
    return answer(event.sender, ...args);
  });
}

/** Takes the one port a page hands over. A port from anyone else is closed unread. */
export function onPagePort(
  ipc: IpcMain,
  channel: PagePortChannel,
  take: (page: WebContents, port: MessagePortMain) => void,
): void {
  ipc.on(channel, (event) => {
    const [port, ...more] = event.ports;
    if (port && more.length === 0 && isOwnPage(event.senderFrame)) take(event.sender, port);
    else for (const refused of event.ports) refused.close();
  });
}
