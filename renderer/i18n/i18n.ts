import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogueOf } from './catalogues.ts';
import { pseudoWords } from './pseudo.ts';
import './areas.ts';

export type Locale = 'en' | 'es' | 'pseudo';

/** `?locale=` wins, then the language of the operating system, then English. */
export function chooseLocale(search: string, preferred: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get('locale');
  if (asked === 'en' || asked === 'es' || asked === 'pseudo') return asked;
  return preferred[0]?.toLowerCase().startsWith('es') === true ? 'es' : 'en';
}

/** Loads the catalogues. Both languages are in the bundle: switching needs no network and no wait. */
export async function startTexts(locale: Locale): Promise<void> {
  const english = catalogueOf('en');
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    ns: Object.keys(english),
    defaultNS: 'common',
    resources: {
      en: english,
      es: catalogueOf('es'),
      pseudo: Object.fromEntries(
        Object.entries(english).map(([area, words]) => [area, pseudoWords(words)]),
      ),
    },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  document.documentElement.lang = intlLocale(locale).slice(0, 2);
}

export async function switchLocale(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = intlLocale(locale).slice(0, 2);
}

/** The shop counts in dollars in either language, so Spanish is that of the United States. */
export function intlLocale(locale: string): string {
  return locale === 'es' ? 'es-US' : 'en-US';
}
