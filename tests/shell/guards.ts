import type { RunningShop } from './echo-shop/run-echo-shop.ts';
import type { PlantedBug } from './echo-shop/build-echo-shop.ts';

/** One guard of the shell: an attack that must fail, and the bug under which it succeeds. */
export interface Guard {
  readonly promise: string;
  readonly bug: PlantedBug;
  /** True when the attack got nowhere. */
  holds(shop: RunningShop): Promise<boolean>;
}

const FOREIGN_PAGE = 'data:text/html,<h1>somebody else</h1>';

/** Says `who` over a port of its own and answers what came back, `silence` when nothing did. */
const ASK_WHO = `new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(typeof data === 'string' ? data : 'silence');
  window.postMessage('store:connect', '*', [port2]);
  port1.postMessage('who');
  counter.paper.savePdf('receipt', '!').then(() => undefined, () => undefined)
    .then(() => setTimeout(() => resolve('silence'), 500));
})`;

/** The main process brings a foreign page into the window, as no page of its own could. */
async function bringForeignPage({ app, page }: RunningShop): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }, address) => {
    await BrowserWindow.getAllWindows()[0]?.loadURL(address);
  }, FOREIGN_PAGE);
  await page.getByRole('heading', { name: 'somebody else' }).waitFor();
}

export const GUARDS: readonly Guard[] = [
  {
    promise: 'a page that is not ours gets no port to the store',
    bug: {
      file: 'page/page-channels.ts',
      guard: 'port && more.length === 0 && isOwnPage(event.senderFrame)',
      instead: 'port && more.length === 0',
    },
    async holds(shop) {
      await bringForeignPage(shop);
      return (await shop.page.evaluate(ASK_WHO)) === 'silence';
    },
  },
  {
    promise: 'a page that is not ours gets no answer from main',
    bug: {
      file: 'page/page-channels.ts',
      guard: "if (!isOwnPage(event.senderFrame)) throw new Error('refused');",
      instead: '',
    },
    async holds(shop) {
      await bringForeignPage(shop);
      const answer = await shop.page.evaluate(
        "counter.paper.savePdf('receipt', '!').then(JSON.stringify, (error) => error.message)",
      );
      return String(answer).includes('refused');
    },
  },
  {
    promise: 'no script runs that did not come from our own files',
    bug: {
      file: 'page/page-files.ts',
      guard: "'content-security-policy': CONTENT_SECURITY_POLICY,",
      instead: '',
    },
    async holds({ page }) {
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.intruder = true';
        document.head.append(script);
      });
      return !(await page.evaluate('window.intruder === true'));
    },
  },
  {
    promise: 'a page cannot take the window to another address',
    bug: {
      file: 'lock-down.ts',
      guard: 'if (!isOwnAddress(event.url)) event.preventDefault();',
      instead: '',
    },
    async holds({ app, page }) {
      await page.evaluate((address) => {
        window.location.href = address;
      }, 'http://127.0.0.1:9/');
      await page.waitForTimeout(500);
      const address = await app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
      );
      return address.startsWith('app://counter/');
    },
  },
  {
    promise: 'a page cannot open a second window',
    bug: { file: 'lock-down.ts', guard: "action: 'deny'", instead: "action: 'allow'" },
    async holds({ app, page }) {
      await page.evaluate(() => void window.open('/'));
      await page.waitForTimeout(500);
      return (
        (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)) === 1
      );
    },
  },
  {
    promise: 'a page is granted no permission but the camera',
    bug: { file: 'main.ts', guard: 'guardPermissions(session.defaultSession);', instead: '' },
    holds: async (shop) => (await microphoneGranted(shop)) === false,
  },
];

/** Asks for the microphone. The stand-in shows no prompt, so there the handlers that were set are called. */
async function microphoneGranted({ app, page }: RunningShop): Promise<boolean | undefined> {
  const standin = await app.evaluate((electron) => {
    const handlers = (electron as StandIn).__internals?.permissionHandlers();
    if (!handlers) return 'real' as const;
    let granted: boolean | undefined;
    handlers.request?.({}, 'media', (answer) => (granted = answer), {
      mediaTypes: ['audio'],
      requestingUrl: 'app://counter/',
      isMainFrame: true,
    });
    const checked = handlers.check?.(null, 'media', 'app://counter', {
      mediaType: 'audio',
      isMainFrame: true,
    });
    const device = handlers.device?.({});
    return granted === false && checked === false && device === false ? 'denied' : 'open';
  });
  if (standin !== 'real') return standin === 'open';
  return page.evaluate(async () => {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    return state !== 'denied';
  });
}

interface StandIn {
  readonly __internals?: {
    permissionHandlers(): {
      readonly request?: (
        page: object,
        name: string,
        answer: (granted: boolean) => void,
        more: object,
      ) => void;
      readonly check?: (page: null, name: string, origin: string, more: object) => boolean;
      readonly device?: (details: object) => boolean;
    };
  };
}
