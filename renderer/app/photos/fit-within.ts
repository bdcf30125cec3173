interface Box {
  readonly width: number;
  readonly height: number;
}

/** The box made small enough for its longer edge, its shape kept as whole pixels allow; never made larger. */
export function fitWithin({ width, height }: Box, edge: number): Box {
  const scale = Math.min(1, edge / Math.max(width, height));
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}
