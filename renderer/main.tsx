import { createRoot } from 'react-dom/client';
import { applySizes, storedPreferences } from './app/preferences.ts';
import { App } from './app/app.tsx';
import { chooseLocale, startTexts } from './i18n/i18n.ts';
import { connectStore } from './store-client/store-client.ts';

// First of all: the loopback address carries a one-time token, which this takes out of the address.
const client = connectStore(window);
const preferences = storedPreferences();
applySizes(preferences);
await startTexts(
  chooseLocale(
    window.location.search,
    [preferences.locale ?? '', ...navigator.languages].filter(Boolean),
  ),
);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App client={client} />);
