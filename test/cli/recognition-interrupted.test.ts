import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { drawPage, text } from '../read/ocr/drawing.ts';
import { contentsOf, ingest, leftoversIn, start } from './program.ts';

/** A picture of a letter with so many lines of text below its letterhead. */
async function scan(lines: number): Promise<Buffer> {
  const head = ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI', 'Số: 16/CT-UBND', 'CHỈ THỊ', 'Về tăng cường thu ngân sách'];
  const body = Array.from({ length: lines }, (_, at) => `${at + 1}. Sở Tài chính chủ trì, phối hợp với Cục Thuế tỉnh tăng thu ngân sách.`);
  const drawn = [...head, ...body].map((line, row) => text(line, 80, 70 + row * 60, 36)).join('');
  const { data, width, height } = await drawPage(1300, 100 + (head.length + lines) * 60, drawn);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

it('Ctrl-C while a page is being recognized ends the program at once with nothing half written; the same command goes on', async () => {
  const [input, out] = [newFolder(), join(newFolder(), 'out')];
  writeFileSync(join(input, 'a.png'), await scan(1));
  writeFileSync(join(input, 'b.png'), await scan(10));
  const options = ['--ocr', 'tesseract.js', '--concurrency', '1'];
  const running = start(['ingest', input, '--out', out, '--json', ...options]);
  await running.says(/\[1\/2\]/);
  running.kill('SIGINT');
  const { code, signal, stdout } = await running.outcome;
  expect({ code, signal, stdout }).toEqual({ code: ExitCode.interrupted, signal: null, stdout: '' });
  expect(readdirSync(out)).not.toContain('documents');
  expect(leftoversIn(out)).toEqual([]);

  const next = await ingest([input], out, options);
  expect(next).toMatchObject({ cached: 1, counts: { sources: 2 } });
  const undisturbed = join(newFolder(), 'out');
  await ingest([input], undisturbed, options);
  expect(contentsOf(out)).toEqual(contentsOf(undisturbed));
});
