/** A sale of the old system as a list shows it. History: it is in no journal, no Z and no tax report. */
export interface ImportedSale {
  readonly importedSaleId: string;
  /** The export it came with. */
  readonly source: string;
  /** The old system's number. */
  readonly number: string;
  readonly soldOn: string;
  readonly soldTime?: string;
  /** '' where the file named nobody, or an erasure took the name. */
  readonly customerName: string;
  readonly lineCount: number;
  readonly firstLine: string;
  /** Before tax; below zero when more came back than went. */
  readonly netCents: number;
  readonly taxCents: number;
}

/** What one customer bought before this program. */
export interface ImportedSales {
  /** The newest hundred. */
  readonly rows: readonly ImportedSale[];
  readonly saleCount: number;
  /** Net of all of them, in cents. */
  readonly boughtCents: number;
}
