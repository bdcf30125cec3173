import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordedCalls, startFixture, stopFixture, type Started } from './fixture-app.ts';

/** A program that guards its window as the shop's own does. */
const GUARDED = `
app.on('web-contents-created', (event, contents) => {
  contents.on('will-navigate', (navigation) => { if (!navigation.url.startsWith('app://shop/')) navigation.preventDefault(); });
  contents.on('will-redirect', (navigation) => navigation.preventDefault());
  contents.on('will-frame-navigate', () => {});
  contents.on('will-attach-webview', (attaching) => attaching.preventDefault());
  contents.setWindowOpenHandler(({ url }) => { events.push('asked for ' + url); return { action: 'deny' }; });
});
session.defaultSession.setPermissionRequestHandler((contents, permission, answer) => answer(permission === 'fullscreen'));
session.defaultSession.setPermissionCheckHandler(() => false);
session.defaultSession.setDevicePermissionHandler(() => false);
session.defaultSession.webRequest.onHeadersReceived((details, answer) => answer({ responseHeaders: { ...details.responseHeaders, 'x-shop': ['seen ' + details.statusCode] } }));
session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://shop/forbidden*'] }, (details, answer) => answer({ cancel: true }));
`;
const PAGE = `<!doctype html><title>Shop</title><h1>Open</h1><a href="https://example.com/away">away</a>
<a href="https://example.com/popup" target="_blank">popup</a><script src="page.js"></script>`;

describe('a guarded program', () => {
  let started: Started;
  const happened = (): Promise<string[]> =>
    started.app.evaluate(() => Reflect.get(globalThis, 'events') as string[]);
  beforeAll(async () => {
    started = await startFixture({ main: GUARDED, page: PAGE });
  });
  afterAll(async () => {
    await stopFixture(started);
  });

  test('its handler serves the page, with the policy it set in force', async () => {
    const policy = await started.page.evaluate(async () => {
      const found = await fetch('page.js');
      return [
        found.status,
        found.headers.get('content-security-policy'),
        found.headers.get('x-shop'),
      ];
    });
    expect(policy).toEqual([
      200,
      "default-src 'none'; script-src https://*.app.standin.test; connect-src 'self'",
      'seen 200',
    ]);
    const violated = await started.page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          (event) => resolve(event.effectiveDirective),
          { once: true },
        );
      });
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      return [await violation, Reflect.get(window, 'injected') as unknown];
    });
    expect(violated).toEqual(['script-src-elem', undefined]);
  });

  test('a cancelled request fails, an unknown file is an error', async () => {
    const outcomes = await started.page.evaluate(async () => {
      const attempt = (address: string): Promise<string> =>
        fetch(address).then(
          (found) => String(found.status),
          () => 'failed',
        );
      return [
        await attempt('/forbidden/page.js'),
        await attempt('/missing.js'),
        await attempt('/page.js'),
      ];
    });
    expect(outcomes).toEqual(['failed', 'failed', '200']);
  });

  test('leaving for another site is blocked and the page stays', async () => {
    await started.page.evaluate(() => document.querySelector('a')?.click());
    await expect
      .poll(() => recordedCalls(started.app))
      .toContainEqual({ api: 'will-navigate', blocked: 'https://example.com/away' });
    // Not `page.title()`: for a moment that names the page one does not get to.
    expect(await started.page.evaluate(() => [document.title, document.readyState])).toEqual([
      'Shop',
      'complete',
    ]);
  });

  test('window.open and links into a new window are asked about and denied', async () => {
    expect(
      await started.page.evaluate(() => window.open('https://example.com/opened') === null),
    ).toBe(true);
    await started.page.evaluate(() => document.querySelectorAll('a')[1]?.click());
    await expect
      .poll(happened)
      .toEqual(
        expect.arrayContaining([
          'asked for https://example.com/opened',
          'asked for https://example.com/popup',
        ]),
      );
    await expect.poll(() => started.app.context().pages().length).toBe(1);
  });

  test('a test can ask the permission handlers', async () => {
    const answers = await started.app.evaluate((electron) => {
      interface Handlers {
        request(
          contents: unknown,
          permission: string,
          answer: (granted: boolean) => void,
          details: object,
        ): void;
        check(): boolean;
        device(): boolean;
      }
      const { permissionHandlers } = Reflect.get(electron, '__internals') as {
        permissionHandlers(): Handlers;
      };
      const { request, check, device } = permissionHandlers();
      const granted: boolean[] = [];
      for (const permission of ['media', 'fullscreen'])
        request(null, permission, (yes) => granted.push(yes), {});
      return [...granted, check(), device()];
    });
    expect(answers).toEqual([false, true, false, false]);
  });
});

describe('an unguarded program', () => {
  test('is seen to be unguarded: the popup opens, the page leaves', async () => {
    const started = await startFixture({ page: PAGE });
    const second = started.app.waitForEvent('window');
    await started.page.evaluate(() => void window.open('app://shop/page.html'));
    await (await second).getByRole('heading').waitFor();
    const asked = started.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          BrowserWindow.fromId(1)?.webContents.once('will-navigate', (event) => resolve(event.url));
        }),
    );
    await started.page.evaluate(() => document.querySelector('a')?.click());
    expect(await asked).toBe('https://example.com/away');
    await stopFixture(started);
  });
});

describe('insecure windows', () => {
  let started: Started;
  beforeAll(async () => {
    started = await startFixture({});
  });
  afterAll(async () => {
    await stopFixture(started);
  });

  test.each([
    ['contextIsolation', false],
    ['sandbox', false],
    ['nodeIntegration', true],
    ['nodeIntegrationInWorker', true],
    ['nodeIntegrationInSubFrames', true],
    ['webSecurity', false],
    ['allowRunningInsecureContent', true],
    ['experimentalFeatures', true],
    ['enableBlinkFeatures', 'CSSVariables'],
    ['webviewTag', true],
  ])('webPreferences.%s = %s is refused', async (name, value) => {
    const said = await started.app.evaluate(
      ({ BrowserWindow }, [key, setting]) => {
        try {
          new BrowserWindow({ webPreferences: { [key]: setting } });
          return 'opened';
        } catch (error) {
          return String(error);
        }
      },
      [name, value] as const,
    );
    expect(said).toBe(`Error: electron stand-in: webPreferences.${name} = ${value} is insecure`);
  });

  test('a setting nobody thought of is refused too', async () => {
    const said = await started.app.evaluate(({ BrowserWindow }) => {
      try {
        return String(new BrowserWindow({ webPreferences: { offscreen: true } }).id);
      } catch (error) {
        return String(error);
      }
    });
    expect(said).toContain('webPreferences.offscreen is not implemented');
  });
});

test('a preload that requires anything but electron fails aloud', async () => {
  const started = await startFixture({
    main: `app.on('web-contents-created', (event, contents) => contents.on('preload-error', (_event, file, error) => events.push(error.message)));`,
    preload: `require('node:fs');`,
  });
  const happened = (): Promise<string[]> =>
    started.app.evaluate(() => Reflect.get(globalThis, 'events') as string[]);
  await expect.poll(happened).toContainEqual(expect.stringContaining('module not found: node:fs'));
  expect(started.output()).toContain('module not found: node:fs');
  await stopFixture(started);
});
