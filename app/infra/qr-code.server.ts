import { create } from "qrcode";

export interface QrCode {
  /** Modules on a side. */
  size: number;
  /** The dark modules, as the path of an SVG of that size. */
  path: string;
}

/** A QR code to be drawn in the page itself: no picture to fetch, nothing sent elsewhere. */
export function qrCodePath(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { size: modules.size, path };
}
