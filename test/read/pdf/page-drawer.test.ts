import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { PageDrawer } from '../../../src/read/pdf/pdfium.ts';
import { readPdfHere } from '../../../src/read/pdf/read-pdf.ts';
import { NO_SERVICES } from '../../../src/read/services.ts';
import { shareBytes } from '../../../src/read/shared-bytes.ts';
import { linesAt, makePdf } from './make-pdf.ts';

const DPI = 40;
const page = (text: string) => ({ texts: linesAt(60, 100, [text]) });
const pictureOf = (drawer: PageDrawer, number: number) => createHash('sha256').update(drawer.draw(number, DPI).data).digest('hex');

async function drawnFrom(file: Uint8Array, password: string | null = null): Promise<string> {
  const drawer = await PageDrawer.open(file, password);
  try {
    return pictureOf(drawer, 1);
  } finally {
    drawer.close();
  }
}

test('shared memory is drawn from as any other, and both readers leave it as it was', async () => {
  const file = makePdf([page('Căn cứ Luật Đầu tư')]);
  const shared = shareBytes(file);
  expect(await drawnFrom(shared)).toBe(await drawnFrom(file));
  const knowledge = loadKnowledge();
  expect(await readPdfHere(shared, knowledge, NO_SERVICES)).toEqual(await readPdfHere(file, knowledge, NO_SERVICES));
  expect([...shared]).toEqual([...file]);
});

test('files that are open at a time are kept apart', async () => {
  const files = [makePdf([page('Một')]), makePdf([page('Hai')])] as const;
  const drawers = await Promise.all(files.map((file) => PageDrawer.open(file, null)));
  const drawn = drawers.map((drawer) => pictureOf(drawer, 1));
  for (const drawer of drawers) drawer.close();
  expect(drawn).toEqual(await Promise.all(files.map((file) => drawnFrom(file))));
  expect(drawn[0]).not.toBe(drawn[1]);
});

test('an encrypted file is drawn with its password and not without', async () => {
  const file = makePdf([page('Mật')], { password: 'khóa' });
  expect(await drawnFrom(file, 'khóa')).toBe(await drawnFrom(makePdf([page('Mật')])));
  await expect(drawnFrom(file)).rejects.toThrow('cannot be drawn');
});

test('what is no PDF file is not drawn', async () => {
  await expect(drawnFrom(Buffer.from('%PDF-1.7 and nothing behind it'))).rejects.toThrow('cannot be drawn');
});

test('a file of many large pictures is opened anew on the way; its pages stay the same', async () => {
  const side = 1_600;
  const noise = async () => {
    const data = await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return { jpeg: { data, width: side, height: side } };
  };
  const pages = await Promise.all([noise(), noise(), noise(), noise()]);
  const drawer = await PageDrawer.open(makePdf(pages), null);
  const taken = [1, 2, 3, 4, 1].map((number) => drawer.embeddedJpeg(number));
  drawer.close();
  const given = [...pages, pages[0]].map((each) => each?.jpeg.data);
  expect(Math.min(...given.map((data) => data?.length ?? 0))).toBeGreaterThan(5 * 1_048_576);
  expect(taken.map((data) => data !== null && createHash('sha256').update(data).digest('hex'))).toEqual(
    given.map((data) => data !== undefined && createHash('sha256').update(data).digest('hex')),
  );
});

test('a page of ten metres is drawn coarser, in bounded memory', async () => {
  const drawer = await PageDrawer.open(makePdf([{ ...page('Một'), width: 28_346, height: 28_346 }]), null);
  try {
    const { width, height, dpi, data } = drawer.draw(1, 200);
    expect(width * height).toBeLessThan(41_000_000);
    expect(data.length).toBe(width * height * 3);
    expect(dpi).toBeLessThan(20);
  } finally {
    drawer.close();
  }
});
