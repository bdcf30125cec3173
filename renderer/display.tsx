import { createRoot } from 'react-dom/client';
import { applySizes, storedPreferences } from './app/preferences.ts';
import { CustomerScreen } from './customer-display/customer-screen.tsx';
import { listenToProgram } from './customer-display/customer-views.ts';
import { chooseLocale, startTexts } from './i18n/i18n.ts';

const preferences = storedPreferences();
applySizes(preferences);
await startTexts(
  chooseLocale(
    window.location.search,
    [preferences.locale ?? '', ...navigator.languages].filter(Boolean),
  ),
);
const root = document.getElementById('root');
if (!root) throw new Error('display.html has no #root');
createRoot(root).render(<CustomerScreen views={listenToProgram(window)} />);
