import { contextBridge, ipcRenderer } from 'electron';

// All a page ever gets from the shell. What it does in the store goes over the one port below.
contextBridge.exposeInMainWorld('counter', {
  platform: process.platform,
  paper: {
    savePdf: (kind: string, id: string): Promise<unknown> =>
      ipcRenderer.invoke('paper:save-pdf', kind, id),
  },
  display: {
    show: (view: unknown): Promise<unknown> => ipcRenderer.invoke('display:show', view),
    close: (): Promise<unknown> => ipcRenderer.invoke('display:close'),
  },
});

window.addEventListener('message', (event) => {
  const fromThisPage = event.source === window && event.origin === window.location.origin;
  const [port] = event.ports;
  if (fromThisPage && event.data === 'store:connect' && port) {
    ipcRenderer.postMessage('store:connect', null, [port]);
  }
});
