import { expect, it, vi } from 'vitest';
import { blank } from '../../../src/read/ocr/pixels/gray.ts';
import { TesseractJsReader } from '../../../src/read/ocr/readers/tesseract-js.ts';

it('a reader that is closed while its engine starts reads nothing and leaves no thread behind', async () => {
  const threads = () => process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
  const before = threads();
  const reader = new TesseractJsReader(1);
  const work = reader.read(blank(40, 20), 'line', 200, new AbortController().signal);
  await Promise.all([expect(work).rejects.toMatchObject({ code: 'engine-failed' }), reader.close()]);
  await vi.waitFor(() => expect(threads()).toBeLessThanOrEqual(before), 10_000);
});
