import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useRefusalText } from '../i18n/refusal-text.ts';
import { Button } from '../ui/actions/button.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Note } from '../ui/messages/note.tsx';
import { hasProblems, readRule, type RuleForm } from './rule-form.ts';
import { RuleFields } from './rule-fields.tsx';
import { ruleWords, useSpeech } from './rule-words.ts';
import type { RuleActs, RulesCardProps } from './rules-card.tsx';
import { findBreak, findMending, type Series, stateOn } from './versions.ts';

export interface SeriesBlockProps extends RulesCardProps, Series {
  readonly acts: RuleActs;
}

/** One tax: its name, who gets it, its versions by date, and the days on which they do not fit together. */
export function SeriesBlock(props: SeriesBlockProps) {
  const { versions, opened, tried, may, onOpen, acts } = props;
  const { t } = useTranslation('taxes');
  const newest = versions.at(-1);
  const open = versions.find(({ taxRuleId }) => taxRuleId === opened);
  const name = newest === undefined || newest.name.trim() === '' ? t('rules.new') : newest.name;
  return (
    <section className="taxes-series" aria-label={name}>
      <div className="taxes-series-head">
        <Text as="h3" strong>
          {name}
        </Text>
        <Text size="second" tone="muted">
          {newest?.agency}
        </Text>
      </div>
      <List
        label={name}
        rowHeight={48}
        rows={versions.map((version) => ({
          key: version.taxRuleId,
          content: <VersionRow version={version} />,
          chosen: version.taxRuleId === opened,
          onOpen: () => onOpen(version.taxRuleId === opened ? undefined : version.taxRuleId),
        }))}
      />
      <BreakNote versions={versions} may={may} acts={acts} />
      {open === undefined ? null : (
        <RuleFields
          key={open.taxRuleId}
          form={open}
          isNewest={open === newest}
          {...{ tried, may, acts }}
          onDone={() => onOpen(undefined)}
        />
      )}
    </section>
  );
}

/** `2.25 % on the first $1,600 of each item`, and below it for what, since when. */
function VersionRow({ version }: { readonly version: RuleForm }) {
  const { t } = useTranslation('taxes');
  const speech = useSpeech();
  const rule = readRule(version);
  const words = rule === undefined ? undefined : ruleWords(rule, speech);
  const state = stateOn(version, todayHere());
  return (
    <span className="taxes-version">
      <span>
        <Text as="div">{words?.rate ?? t('rules.unfinished')}</Text>
        <Text as="div" size="second" tone="muted">
          {words?.detail ?? ''}
        </Text>
      </span>
      <Spacer />
      <Row>
        {hasProblems(version) ? <Chip tone="warning">{t('rules.unfinished')}</Chip> : null}
        <Chip {...(state === 'inForce' && { tone: 'success' })}>{t(`rules.state.${state}`)}</Chip>
      </Row>
    </span>
  );
}

interface BreakNoteProps {
  readonly versions: readonly RuleForm[];
  readonly may: boolean;
  readonly acts: RuleActs;
}

/** A gap or an overlap with its days, and the button that closes it where that is plain. */
function BreakNote({ versions, may, acts }: BreakNoteProps) {
  const { t } = useTranslation('taxes');
  const inWords = useRefusalText();
  const { format } = useSpeech();
  const refusal = findBreak(versions);
  if (refusal === undefined) return null;
  const mending = findMending(versions);
  const { what, next } = inWords(refusal);
  return (
    <div className="taxes-break" tabIndex={-1}>
      <Note
        tone="warning"
        title={what}
        code={refusal.code}
        action={
          mending === undefined || !may ? null : (
            <Button
              onClick={() =>
                acts.change({ ...mending.earlier, ends: true, toDate: mending.toDate })
              }
            >
              {t('mend', { date: format.date(mending.toDate) })}
            </Button>
          )
        }
      >
        {next}
      </Note>
    </div>
  );
}
