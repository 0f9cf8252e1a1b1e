import { describe, expect, it } from 'vitest';
import { figureShape, fitted } from '../../../src/read/ocr/tables/figure-shape.ts';
import { drawGray, text } from './drawing.ts';

const shapeOf = async (figure: string, size = 34) => {
  const picture = await drawGray(400, 80, text(figure, 20, 55, size));
  return figureShape(picture, { left: 0, top: 0, right: picture.width, bottom: picture.height });
};

describe('the shape of a figure', () => {
  it.each([
    ['74,3', 'TT,T'],
    ['31.311', 'TN.TNN'],
    ['2.835.553', 'T.TTT.TTT'],
    ['60-70', 'TT-TT'],
    ['11', 'NN'],
  ])('%s is %s', async (figure, shape) => {
    expect(await shapeOf(figure)).toBe(shape);
    expect((await shapeOf(figure, 26))?.replace(/N/g, 'T')).toBe(shape.replace(/N/g, 'T'));
  });

  it('tells %, whose rings hang together with its stroke or not', async () => {
    for (const size of [26, 34, 50]) expect(fitted('85%', (await shapeOf('85%', size)) ?? '')).toBe('85%');
  });

  it('has no digits where letters stand', async () => {
    expect(await shapeOf('m')).toMatch(/^[Wo]$/);
    expect(await shapeOf('')).toBeNull();
  });

  it('leaves out specks', async () => {
    const picture = await drawGray(200, 80, `${text('93', 20, 55, 34)}<rect x="39" y="54" width="1" height="1"/>`);
    expect(figureShape(picture, { left: 0, top: 0, right: 200, bottom: 80 })).toBe('TT');
  });
});

describe('a reading fitted to the shape', () => {
  it.each([
    ['74,3', 'TT,T', '74,3'],
    ['743', 'TT,T', '74,3'],
    ['74.3', 'TT,T', '74,3'],
    ['743', 'TTT', '743'],
    ['15/9', 'NT,T', '15,9'],
    ['1⁄4', 'N,T', '1,4'],
    ['31.31', 'TN.TNN', '31.311'],
    ['1"', 'NN', '11'],
    ['>82', 'TTT', '>82'],
    ['85%', 'TTW', '85%'],
    ['85%', 'TToW', '85%'],
    ['1.777', 'NmTTT', '1.777'],
  ])('%s on %s is %s', (read, shape, value) => expect(fitted(read, shape)).toBe(value));

  it.each([
    // A digit too many or too few that is no stroke, letters, and marks of which neither tells what they are.
    ['32', 'T'],
    ['3', 'TT'],
    ['1', 'NT'],
    ['131', 'NNTNN'],
    ['121', 'NTNT'],
    ['mi', 'NN'],
    ['743', 'TTmT'],
    ['60-70', 'TT.TT'],
  ])('%s on %s is unknown', (read, shape) => expect(fitted(read, shape)).toBeNull());
});
