import type { PrintToPDFOptions } from 'electron';
import type { Protocol } from '../chromium/cdp-protocol.ts';

/** Width and height in inches. */
const PAPER: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};
/** Electron's default margin, 1 cm, in inches. */
const MARGIN = 0.4;
const KNOWN = new Set([
  'displayHeaderFooter',
  'footerTemplate',
  'generateDocumentOutline',
  'generateTaggedPDF',
  'headerTemplate',
  'landscape',
  'margins',
  'pageRanges',
  'pageSize',
  'preferCSSPageSize',
  'printBackground',
  'scale',
]);

function paperInches(pageSize: PrintToPDFOptions['pageSize']): readonly [number, number] {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height];
  const inches = PAPER[pageSize ?? 'Letter'];
  if (!inches) throw new Error(`Invalid pageSize ${pageSize}`);
  return inches;
}

/** Electron's printToPDF options (inches) as Chromium's DevTools protocol wants them. Unknown ones are refused. */
export function pdfParameters(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const unknown = Object.keys(options).find((key) => !KNOWN.has(key));
  if (unknown)
    throw new Error(`electron stand-in: printToPDF option ${unknown} is not implemented`);
  const { pageSize, margins = {}, ...same } = options;
  const [paperWidth, paperHeight] = paperInches(pageSize);
  return {
    ...same,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? MARGIN,
    marginBottom: margins.bottom ?? MARGIN,
    marginLeft: margins.left ?? MARGIN,
    marginRight: margins.right ?? MARGIN,
  };
}
