import type { WorldBridge } from './world-bridge.ts';

/**
 * Runs in the page's own world before its scripts: receives what the preload exposes, and makes `window.open`
 * ask the main process first.
 *
 * This function is sent to pages as text: it must not refer to anything outside itself.
 */
export function setUpMainWorld(bridge: WorldBridge): void {
  bridge.hear('expose', ({ key, api }: { key: string; api: unknown }) => {
    Object.defineProperty(window, key, { value: bridge.build(api), enumerable: true });
  });
  window.open = (url = '', frameName = '', features = ''): null => {
    const address = url === '' ? 'about:blank' : new URL(url, document.baseURI).href;
    bridge.tell('open-window', { url: address, frameName, features });
    return null;
  };
  // Chromium's close event of ports is switched on for the isolated world only; Electron's pages do not have it.
  Reflect.deleteProperty(MessagePort.prototype, 'onclose');
  const addEventListener = MessagePort.prototype.addEventListener;
  MessagePort.prototype.addEventListener = function (
    this: MessagePort,
    ...args: Parameters<typeof addEventListener>
  ): void {
    if (String(args[0]) !== 'close') addEventListener.apply(this, args);
  };
}
