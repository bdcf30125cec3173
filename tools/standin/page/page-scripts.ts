/// <reference lib="esnext.typedarrays" />
import { randomBytes } from 'node:crypto';
import { setUpMainWorld } from './main-world.ts';
import {
  createIpcRenderer,
  createPagePorts,
  runPreloadWorld,
  type PreloadSetting,
} from './preload-world.ts';
import { createWireCodec, type Base64 } from './wire-codec.ts';
import { createWorldBridge } from './world-bridge.ts';

/** The isolated world that preloads run in; the page's scripts cannot see into it. */
export const PRELOAD_WORLD = 'standin-preload';
/** The function by which the isolated world reaches Node. Chromium installs it in that world only. */
export const SEND_BINDING = 'standinSend';

export interface PageScripts {
  readonly mainWorld: string;
  readonly preloadWorld: string;
}

/** Base64 in pages. Sent as text: refers to nothing outside itself. */
function pageBase64(): Base64 {
  return {
    fromBytes: (bytes) => bytes.toBase64(),
    toBytes: (text) => Uint8Array.fromBase64(text),
  };
}

/** Neither script runs in subframes: Electron gives them no preload either. */
const TOP_FRAME_ONLY = 'if (window !== window.top) return;';

function mainWorldScript(secretName: string): string {
  return `(() => { ${TOP_FRAME_ONLY}
${createWorldBridge};
${setUpMainWorld};
setUpMainWorld(createWorldBridge(${JSON.stringify(secretName)}, 'main', 'preload'));
})()`;
}

function preloadWorldScript(secretName: string, preload: string, setting: PreloadSetting): string {
  return `(() => { ${TOP_FRAME_ONLY}
${createWireCodec};
${pageBase64};
${createWorldBridge};
${createPagePorts};
${createIpcRenderer};
${runPreloadWorld};
const codec = createWireCodec(pageBase64());
const bridge = createWorldBridge(${JSON.stringify(secretName)}, 'preload', 'main');
const send = (message) => globalThis.${SEND_BINDING}(codec.encode(message));
const ipc = createIpcRenderer(send, createPagePorts(send));
runPreloadWorld({ bridge, codec, send, ipc }, ${JSON.stringify(setting)}, function (require, module, exports, process) {
${preload}
});
})()`;
}

/** The two scripts that Chromium runs at the start of every document of a window. */
export function makePageScripts(preload: string, setting: PreloadSetting): PageScripts {
  const secretName = `standin-${randomBytes(12).toString('hex')}`;
  return {
    mainWorld: mainWorldScript(secretName),
    preloadWorld: preloadWorldScript(secretName, preload, setting),
  };
}
