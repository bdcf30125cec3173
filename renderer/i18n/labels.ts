import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** Texts named by data (`sell:keys.pay` in a command, a code in a refusal). A name without a text shows itself. */
export function useLabels(): (name: string) => string {
  const { i18n } = useTranslation();
  return (name) => labelIn(i18n.language, name);
}

export function labelIn(language: string, name: string): string {
  const [area = 'common', key = ''] = name.split(':');
  const found: unknown =
    i18next.getResource(language, area, key) ?? i18next.getResource('en', area, key);
  return typeof found === 'string' ? found : name;
}
