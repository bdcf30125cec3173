import { printedCode } from '../document-number.ts';
import { type Paper, type PaperLocale, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperInstant } from './paper-format.ts';
import { paperTexts } from './texts/paper-texts.ts';

/** Who printed which printer's test page, and when. */
export interface TestPageFacts {
  readonly storeName: string;
  readonly registerName: string;
  /** As the settings name it, or its address. */
  readonly printerName: string;
  readonly atMs: number;
  readonly zone: string;
}

/** Every letter and sign English and Spanish papers use beyond plain ASCII. */
const LETTERS = [
  'áéíóúüñ ÁÉÍÓÚÜÑ',
  '¿? ¡! º ª « » × · ° ½ ¼',
  '“ ” ‘ ’ – — … € $ ¢ £',
  'àèìòù âêîôû äëïöü çß øå',
];

/** Shows whether width, letters, sizes, edges and codes of a printer are right. */
export function testPagePaper(facts: TestPageFacts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  return {
    kind: 'testPage',
    locale,
    title: texts.testPageTitle,
    blocks: [
      { type: 'logo', text: facts.storeName },
      textBlock(texts.testPageHeading, { align: 'center', size: 'tall', weight: 'bold' }),
      { type: 'space', lines: 1 },
      rowBlock(texts.register, facts.registerName),
      rowBlock(texts.testPagePrinter, facts.printerName),
      textBlock(paperInstant(facts.atMs, facts.zone, locale)),
      { type: 'rule', style: 'double' },
      textBlock(texts.testPageColumns),
      { type: 'ruler' },
      { type: 'rule', style: 'single' },
      textBlock(texts.testPageLetters),
      ...LETTERS.map((line) => textBlock(line)),
      { type: 'rule', style: 'single' },
      textBlock(texts.testPageStyles),
      textBlock(texts.testPageNormal),
      textBlock(texts.testPageBold, { weight: 'bold' }),
      textBlock(texts.testPageTall, { size: 'tall' }),
      { type: 'mark', text: texts.copyMark },
      { type: 'rule', style: 'single' },
      textBlock(texts.testPageAmounts),
      rowBlock(texts.subtotal, paperAmount(123_456)),
      rowBlock(texts.discounts, paperAmount(-5000)),
      { type: 'total', left: texts.total, right: paperAmount(118_456) },
      { type: 'rule', style: 'single' },
      textBlock(texts.testPageCodes),
      { type: 'space', lines: 1 },
      { type: 'barcode', symbology: 'code128', value: printedCode('S1-1') },
      { type: 'space', lines: 1 },
      { type: 'qr', value: printedCode('S1-1') },
      { type: 'space', lines: 1 },
      textBlock(texts.testPageDone, { align: 'center' }),
      { type: 'cut' },
    ],
  };
}
