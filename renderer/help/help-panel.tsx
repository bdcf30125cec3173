import './help.css';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusRow } from '../app/list-filter.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { codePagesIn, guideAround, guideIn } from './guide.ts';
import { HelpPage } from './help-page.tsx';
import { indexGuide, searchGuide } from './search-guide.ts';

export interface HelpPanelProps {
  /** The page or code that is shown; undefined while the guide is shut. */
  readonly topic: string | undefined;
  readonly onTopic: (topic: string) => void;
  readonly onClose: () => void;
}

/** The guide over whatever one is doing: nothing below is left or lost, and Esc leads back to it. */
export function HelpPanel({ topic, onTopic, onClose }: HelpPanelProps) {
  const { t } = useTranslation('help');
  return (
    <Dialog open={topic !== undefined} title={t('title')} width="wide" onClose={onClose}>
      {topic === undefined ? null : <Guide topic={topic} onTopic={onTopic} />}
    </Dialog>
  );
}

function useGuide() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'es' ? 'es' : 'en';
  return useMemo(() => {
    const guide = guideIn(language);
    const codes = codePagesIn(language);
    return { guide, codes, index: indexGuide([...guide, ...codes]) };
  }, [language]);
}

function Guide({
  topic,
  onTopic,
}: {
  readonly topic: string;
  readonly onTopic: (topic: string) => void;
}) {
  const { t } = useTranslation('help');
  const { guide, codes, index } = useGuide();
  const [text, setText] = useState('');
  const contents = useRef<HTMLDivElement>(null);
  const found = text.trim() === '' ? guide : searchGuide(index, text);
  const page = [...guide, ...codes].find(({ name }) => name === topic) ?? guide[0];
  const around = guide.some(({ name }) => name === page?.name)
    ? undefined
    : guideAround(topic, guide);
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key === 'Enter' && first) onTopic(first.name);
    else if (event.key === 'ArrowDown' && focusRow(contents.current)) event.preventDefault();
  };
  return (
    <div className="help">
      <div className="help-contents" ref={contents}>
        <TextField
          label={t('search')}
          hideLabel
          icon="search"
          inputMode="search"
          placeholder={t('search')}
          maxLength={60}
          autoFocus
          value={text}
          onChange={setText}
          onKeyDown={onKeyDown}
        />
        {found.length === 0 ? (
          <Text as="p" tone="muted">
            {t('nothing')}
          </Text>
        ) : (
          <List
            label={t('contents')}
            rowHeight={32}
            rows={found.map((each) => ({
              key: each.name,
              content: each.title,
              chosen: each === page,
              onOpen: () => onTopic(each.name),
            }))}
          />
        )}
      </div>
      {page === undefined ? null : <HelpPage page={page} around={around} onTopic={onTopic} />}
    </div>
  );
}
