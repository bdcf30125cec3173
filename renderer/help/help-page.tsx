import './help.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/actions/button.tsx';
import { Key } from '../ui/actions/key.tsx';
import { pictureOf } from './pictures.ts';
import type { Block, Page, Span } from './read-page.ts';

export interface HelpPageProps {
  readonly page: Page;
  /** For the page of a code: where its whole matter is told. */
  readonly around: Page | undefined;
  readonly onTopic: (topic: string) => void;
}

/** One page as it is read: its words, then how its screen looks. */
export function HelpPage({ page, around, onTopic }: HelpPageProps) {
  const { t } = useTranslation('help');
  const picture = pictureOf(page.name);
  return (
    <article className="help-page" tabIndex={0} aria-label={page.title}>
      <h2>{page.title}</h2>
      {page.blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {around === undefined ? null : (
        <p>
          <Button icon="help" onClick={() => onTopic(around.name)}>
            {t('inGuide', { title: around.title })}
          </Button>
        </p>
      )}
      {picture === undefined ? null : (
        <figure>
          <img src={picture.light} alt={t('picture', { title: page.title })} data-theme="light" />
          <img src={picture.dark} alt={t('picture', { title: page.title })} data-theme="dark" />
        </figure>
      )}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'words':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'points':
    case 'steps': {
      const Rows = block.kind === 'steps' ? 'ol' : 'ul';
      return (
        <Rows>
          {block.items.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </Rows>
      );
    }
  }
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ kind, text }, index) => {
    if (kind === 'strong') return <strong key={index}>{text}</strong>;
    if (kind === 'plain') return <span key={index}>{text}</span>;
    return (
      <span key={index}>
        <Key chord={text} />
        <span className="ui-hidden">{text}</span>
      </span>
    );
  });
}
