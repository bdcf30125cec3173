import type { DayCloseFacts, DayCloseMovement } from './day-close-paper.ts';
import { movementReasonName, words } from './day-close-words.ts';
import { type PaperBlock, type PaperLocale, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperTime } from './paper-format.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** What lay in the drawer, what moved, what was counted, and where it went. */
export function drawerBlocks(
  facts: DayCloseFacts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  const blocks: PaperBlock[] = [
    rowBlock(texts.float, paperAmount(facts.floatCents)),
    ...(facts.cashSalesCents === undefined
      ? []
      : [rowBlock(texts.cashSales, paperAmount(facts.cashSalesCents))]),
    ...facts.movements.map((movement) => movementBlock(movement, facts.zone, texts, locale)),
  ];
  if (facts.expectedCents !== undefined) {
    blocks.push({ type: 'rule', style: 'single' });
    blocks.push(rowBlock(texts.expected, paperAmount(facts.expectedCents), 'bold'));
  }
  if (facts.countedCents !== undefined)
    blocks.push(rowBlock(texts.counted, paperAmount(facts.countedCents), 'bold'));
  if (facts.overShortCents !== undefined) {
    const label =
      facts.overShortCents === 0
        ? texts.exact
        : facts.overShortCents > 0
          ? texts.over
          : texts.short;
    blocks.push({ type: 'total', left: label, right: paperAmount(facts.overShortCents) });
  }
  if (facts.overShortReason !== undefined) {
    const reason = words(facts.overShortReason, texts);
    blocks.push(textBlock(fillText(texts.reason, { reason })));
  }
  return [...blocks, ...whereaboutsBlocks(facts, texts)];
}

/** Where the counted cash went. */
function whereaboutsBlocks(facts: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  const { leftCents, toBankCents } = facts;
  if (leftCents === undefined || toBankCents === undefined) return [];
  return [
    { type: 'rule', style: 'single' },
    rowBlock(texts.leftInDrawer, paperAmount(leftCents)),
    rowBlock(texts.toBank, paperAmount(toBankCents), 'bold'),
  ];
}

/** The reason as the books know it, and the words beside it. */
function movementReason({ reasonCode, reason }: DayCloseMovement, texts: PaperTexts): string {
  if (reasonCode === undefined) return words(reason, texts);
  const named = movementReasonName(reasonCode, texts);
  return reason === '' ? named : `${named}: ${reason}`;
}

function movementBlock(
  movement: DayCloseMovement,
  zone: string,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock {
  const names = {
    paid_in: texts.paidIn,
    paid_out: texts.paidOut,
    drop: texts.drop,
    no_sale: texts.noSale,
  };
  const signedCents = movement.kind === 'paid_in' ? movement.amountCents : -movement.amountCents;
  const at = paperTime(movement.atMs, zone, locale);
  const reason = movementReason(movement, texts);
  return {
    type: 'item',
    description: names[movement.kind],
    amount: movement.kind === 'no_sale' ? '' : paperAmount(signedCents),
    notes: [fillText(texts.movementNote, { at, by: movement.by, reason })],
  };
}
