import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { guardPermissions, lockDownPages } from './lock-down.ts';

class Page extends EventEmitter {
  opens: (() => { readonly action: string }) | undefined;
  setWindowOpenHandler(handler: () => { readonly action: string }): void {
    this.opens = handler;
  }
  /** True when somebody prevented it. */
  tries(event: string, url = ''): boolean {
    const preventDefault = vi.fn<() => void>();
    this.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  }
}

function aLockedPage(): Page {
  const app = new EventEmitter();
  lockDownPages(app as unknown as App);
  const page = new Page();
  app.emit('web-contents-created', {}, page);
  return page;
}

describe('every page there will ever be', () => {
  test.each([
    'https://evil.test/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'app://other/',
    'app://counter.evil.test/',
    'app://counter:1/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'not an address',
  ])('does not go to %s', (url) => {
    expect(aLockedPage().tries('will-navigate', url)).toBe(true);
  });

  test('may load itself again', () => {
    expect(aLockedPage().tries('will-navigate', 'app://counter/#/sell')).toBe(false);
  });

  test('follows no redirect, holds no page inside it and opens no window', () => {
    const page = aLockedPage();
    expect(page.tries('will-redirect', 'app://counter/')).toBe(true);
    expect(page.tries('will-attach-webview')).toBe(true);
    expect(page.opens?.()).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  const OWN = 'app://counter/#/stock';
  function guarded() {
    const session = {
      setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
      setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
      setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    };
    guardPermissions(session as unknown as Session);
    const asked = (permission: string, details: object): boolean => {
      const answer = vi.fn<(granted: boolean) => void>();
      const handler = session.setPermissionRequestHandler.mock.calls[0]?.[0];
      handler?.({} as never, permission as never, answer, details as never);
      return answer.mock.calls[0]?.[0] ?? true;
    };
    const looked = (permission: string, origin: string, details: object): boolean =>
      session.setPermissionCheckHandler.mock.calls[0]?.[0]?.(
        null,
        permission as never,
        origin,
        details as never,
      ) ?? true;
    return { asked, looked, device: session.setDevicePermissionHandler.mock.calls[0]?.[0] };
  }
  const camera = { mediaTypes: ['video'], requestingUrl: OWN, isMainFrame: true };

  test('our own page gets the camera, asked for and looked up', () => {
    const { asked, looked } = guarded();
    expect(asked('media', camera)).toBe(true);
    expect(looked('media', 'app://counter/', { mediaType: 'video', isMainFrame: true })).toBe(true);
  });

  test.each([
    ['the microphone', 'media', { ...camera, mediaTypes: ['audio'] }],
    ['camera and microphone', 'media', { ...camera, mediaTypes: ['video', 'audio'] }],
    ['the screen', 'media', { ...camera, mediaTypes: [] }],
    ['whatever has no kind', 'media', { requestingUrl: OWN, isMainFrame: true }],
    ['a page inside ours', 'media', { ...camera, isMainFrame: false }],
    ['another page', 'media', { ...camera, requestingUrl: 'https://evil.test/' }],
    ['a position', 'geolocation', camera],
    ['notices', 'notifications', camera],
  ])('%s is refused', (_what, permission, details) => {
    expect(guarded().asked(permission, details)).toBe(false);
  });

  test.each([
    ['media', 'https://evil.test', { mediaType: 'video', isMainFrame: true }],
    ['media', 'app://counter/', { mediaType: 'audio', isMainFrame: true }],
    ['media', 'app://counter/', { mediaType: 'video', isMainFrame: false }],
    ['usb', 'app://counter/', { mediaType: 'video', isMainFrame: true }],
  ])('a look for %s by %s finds nothing', (permission, origin, details) => {
    expect(guarded().looked(permission, origin, details)).toBe(false);
  });

  test('no page gets a device', () => {
    expect(guarded().device?.({} as never)).toBe(false);
  });
});
