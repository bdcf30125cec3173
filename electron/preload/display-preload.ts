import { contextBridge, ipcRenderer } from 'electron';

// All the customer's screen ever gets: what to show. It can ask for nothing, and reaches no store.
contextBridge.exposeInMainWorld('customerDisplay', {
  onView: (show: (view: unknown) => void): void => {
    ipcRenderer.on('display:view', (_event, view: unknown) => show(view));
    void ipcRenderer.invoke('display:ready');
  },
});
