import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../commands/command-context.tsx';
import type { PaletteEntry } from '../commands/find-commands.ts';
import { labelIn } from '../i18n/labels.ts';
import { useGo } from './navigation.ts';
import { openSections } from './parts.ts';
import { SETTINGS_PARTS } from './settings-parts.ts';

/** Keys that only move within what has the focus, or lead to the box one is in already. */
const NOT_BY_WORDS: ReadonlySet<string> = new Set(['↑', '↓', 'Esc', 'F2', 'Ctrl+K']);

/** Everything that can be asked for by words at this moment: the commands that would fire, and the places to go to. */
export function usePalette(): () => readonly PaletteEntry[] {
  const registry = useCommandRegistry();
  const go = useGo();
  const { i18n } = useTranslation();
  const languages = [i18n.language, ...['en', 'es'].filter((each) => each !== i18n.language)];
  const wordsOf = (...labels: readonly string[]): PaletteEntry['words'] => {
    const [first = '', ...others] = languages.map((language) =>
      labels.map((label) => labelIn(language, label)).join(' · '),
    );
    return [first, ...others];
  };
  return () => [
    ...registry
      .list()
      .filter(({ chord }) => !NOT_BY_WORDS.has(chord))
      .map(({ id, chord, label, run }) => ({ id, chord, run, words: wordsOf(label) })),
    ...(openSections.includes('settings') ? SETTINGS_PARTS : []).map((part) => ({
      id: `settings.${part}`,
      words: wordsOf('shell:sections.settings', `settings:part.${part}`),
      run: () => go(`/settings/${part}`),
    })),
  ];
}
