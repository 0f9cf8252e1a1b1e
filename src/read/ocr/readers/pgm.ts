import type { GrayImage } from '../pixels/gray.ts';

/** The picture as binary PGM: the format the engines take without decoding work. */
export function encodePgm(image: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
}
