import { useTranslation } from 'react-i18next';
import type { Problem } from './draft.ts';

/** The sentence under a field; undefined where nothing is wrong. */
export function useProblemText(): (problem: Problem | undefined) => string | undefined {
  const { t } = useTranslation('wizard');
  return (problem) => (problem === undefined ? undefined : t(`problem.${problem}`));
}
