import { expect, test } from 'vitest';
import { missingTexts, renderKeysPage } from './page.ts';
import { readCommands } from './read-commands.ts';

const SOURCE = `
  const SWITCH = 'Ctrl+L';
  useCommands([
    { id: 'sell.park', chord: 'F8', label: full ? 'sell:park' : 'sell:recall', run: park },
    { id: 'staff.switch', chord: SWITCH, label: 'sell:switch', run },
    ...KINDS.map((kind, index) => ({
      id: \`pay.\${kind}\`, chord: \`Alt+\${index + 1}\`, label: \`pay:tender.\${kind}\`, run: () => choose(kind),
    })),
  ]);`;

const TEXTS = new Map([
  ['sell:park', 'Park'],
  ['sell:recall', 'Recall'],
  ['sell:switch', 'Switch'],
  ['pay:tender.cash', 'Cash'],
  ['pay:tender.card', 'Card'],
]);

test('commands are read from where they are declared, with both words of a choice and the holes of a row', () => {
  const { commands, complaints } = readCommands('renderer/sales/x.tsx', SOURCE);
  expect(complaints).toEqual([]);
  expect(commands.map(({ chord, labels }) => [chord, labels])).toEqual([
    ['F8', ['sell:park', 'sell:recall']],
    ['Ctrl+L', ['sell:switch']],
    ['Alt+…', ['pay:tender.…']],
  ]);
  const page = renderKeysPage(commands, TEXTS, TEXTS);
  expect(page).toContain('## Sales');
  expect(page).toContain('| `F8` | Park · Recall | Park · Recall |');
  expect(page).toContain('| `Alt+…` | Cash · Card | Cash · Card |');
});

test('a command without its words in place fails the gate, and so do words that are in no catalogue', () => {
  const hidden = `useCommands([{ ...base, id: 'a', chord: 'F9', run }])`;
  expect(readCommands('renderer/a.ts', hidden).complaints).toHaveLength(1);
  const { commands } = readCommands('renderer/sales/x.tsx', SOURCE);
  expect(missingTexts(commands, new Map())).toHaveLength(4);
  expect(missingTexts(commands, TEXTS)).toEqual([]);
});
