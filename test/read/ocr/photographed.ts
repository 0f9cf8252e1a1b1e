import type { PageImage } from '../../../src/read/ocr/engine.ts';
import { type Corners, type Projection, project, projectionOnto } from '../../../src/read/ocr/pixels/perspective.ts';

/** From the photograph back to the sheet: the inverse of a projection, by cofactors. */
function inverse([a, b, c, d, e, f, g, h]: Projection): Projection {
  const scale = a * e - b * d;
  return [
    (e - f * h) / scale,
    (c * h - b) / scale,
    (b * f - c * e) / scale,
    (f * g - d) / scale,
    (a - c * g) / scale,
    (c * d - a * f) / scale,
    (d * h - e * g) / scale,
    (b * g - a * h) / scale,
  ];
}

/**
 * A photograph of a sheet that lies with its corners at the given places on a table: brown, grained, darker to the right. `shadow` is what a hand and
 * the camera leave of the light below a line across the picture, with a soft edge.
 */
export function photograph(sheet: PageImage, width: number, height: number, corners: Corners, shadow = 1): PageImage {
  const back = inverse(projectionOnto(corners, sheet.width, sheet.height));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sheetX, sheetY] = project(back, [x + 0.5, y + 0.5]).map(Math.floor) as [number, number];
      const depth = Math.min(1, Math.max(0, (y - 0.35 * height - 0.3 * x) / 60));
      const shade = (1 - 0.25 * (x / width)) * (1 - (1 - shadow) * depth);
      const on = sheetX >= 0 && sheetY >= 0 && sheetX < sheet.width && sheetY < sheet.height;
      for (let channel = 0; channel < 3; channel++, at++) {
        const wood = [120, 85, 60][channel] as number;
        data[at] = shade * (on ? 0.92 * (sheet.data[(sheetY * sheet.width + sheetX) * 3 + channel] as number) : wood + 12 * Math.sin(x / 3 + y / 17));
      }
    }
  }
  return { width, height, channels: 3, data, dpi: 300 };
}
