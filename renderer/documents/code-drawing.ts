import { code128, datamatrix, type DrawingContext, qrcode } from 'bwip-js/generic';

/** A code as one filled path, in units of half a module. */
export interface CodeDrawing {
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

/** Half modules, so that the middle of every bar lies on a whole unit. */
const UNITS_PER_MODULE = 2;

/** Code 128 as printed: bars only, the value stands below in the paper's own type. */
export function drawCode128(value: string): CodeDrawing {
  const options = { bcid: 'code128', text: value, height: 10, scale: UNITS_PER_MODULE };
  return code128<CodeDrawing>(options, pathDrawing());
}

/** A QR code at the error level the printer is told, M. */
export function drawQr(value: string): CodeDrawing {
  const options = { bcid: 'qrcode', text: value, scale: UNITS_PER_MODULE, eclevel: 'M' };
  return qrcode<CodeDrawing>(options, pathDrawing());
}

/** A square DataMatrix of so many modules a side, as a tag printer draws it. */
export function drawDataMatrix(value: string, modules: number): CodeDrawing {
  const side = { rows: modules, columns: modules };
  const options = { bcid: 'datamatrix', text: value, scale: UNITS_PER_MODULE, ...side };
  return datamatrix<CodeDrawing>(options, pathDrawing());
}

/** Collects the drawing as a path for a React svg: no markup as text, which the window's policy would not take. */
function pathDrawing(): DrawingContext<CodeDrawing> {
  let size = { width: 0, height: 0 };
  let path = '';
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(width, height) {
      size = { width, height };
    },
    line(x0, _y0, _x1, _y1, lineWidth) {
      path += `M${x0 - lineWidth / 2} 0h${lineWidth}v${size.height}h${-lineWidth}z`;
    },
    polygon(points) {
      path += `M${points.map(([x, y]) => `${x} ${y}`).join('L')}z`;
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ ...size, path }),
  };
}
