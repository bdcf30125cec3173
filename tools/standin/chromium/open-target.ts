import { randomUUID } from 'node:crypto';
import { launch } from '../launch.ts';
import type { Chromium } from './chromium-process.ts';

export interface WindowFrame {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly backgroundColor: string;
}

/** Opening takes a fifth of a second; a machine under load gets a hundred times that. */
const PATIENCE_MS = 20_000;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Asks the running browser for an app window and waits for its target to appear. */
async function openAppWindow(chromium: Chromium, frame: WindowFrame): Promise<string> {
  const mark = randomUUID();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const { browser } = chromium.connection;
  const seen = ({ targetInfo }: { targetInfo: { url: string; targetId: string } }): void => {
    if (targetInfo.url.endsWith(mark)) resolve(targetInfo.targetId);
  };
  browser.on('Target.targetCreated', seen);
  browser.on('Target.targetInfoChanged', seen);
  const page = `<title>${escapeHtml(frame.title)}</title><body style="background:${escapeHtml(frame.backgroundColor)}">`;
  chromium.openAppWindow(`data:text/html;charset=utf-8,${encodeURIComponent(page)}#${mark}`);
  const timer = setTimeout(
    () => reject(new Error('electron stand-in: Chromium opened no window')),
    PATIENCE_MS,
  );
  const targetId = await promise;
  clearTimeout(timer);
  browser.off('Target.targetCreated', seen);
  browser.off('Target.targetInfoChanged', seen);
  return targetId;
}

/** Opens an empty window: unseen when headless, otherwise one without tabs and address bar. */
export async function openTarget(chromium: Chromium, frame: WindowFrame): Promise<string> {
  if (!launch.headless) return await openAppWindow(chromium, frame);
  const { targetId } = await chromium.connection.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width: frame.width,
    height: frame.height,
  });
  return targetId;
}
