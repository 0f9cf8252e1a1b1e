import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PublishedDocument } from '../../src/model/document.ts';
import { newFolder } from '../folders.ts';
import { linesAt, makePdf, type PageSpec } from '../read/pdf/make-pdf.ts';
import { filesBelow, ingest, KNOWLEDGE, readJson, trichluc } from './program.ts';

const LETTER: PageSpec = {
  texts: [
    ...linesAt(60, 60, ['ỦY BAN NHÂN DÂN', 'TỈNH QUẢNG NGÃI', 'Số: 16/CT-UBND'], { size: 10 }),
    ...linesAt(260, 60, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Quảng Ngãi, ngày 27 tháng 12 năm 2021'], { size: 10 }),
    ...linesAt(240, 140, ['CHỈ THỊ', 'Về tăng cường thu ngân sách'], { size: 10 }),
    ...linesAt(
      60,
      200,
      ['Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015, Ủy ban nhân dân tỉnh yêu cầu:', '1. Sở Tài chính chủ trì, phối hợp với Cục Thuế tỉnh tăng thu ngân sách.'],
      { size: 10 },
    ),
  ],
};

/** Twenty forms that each draw the one before twenty times: a page that no one sees the end of. */
const ENDLESS: PageSpec = { forms: ['0 0 m 10 10 l S', ...Array.from({ length: 12 }, (_, i) => `/X${i} Do `.repeat(20))], raw: '/X12 Do' };

function knowledgeWith(change: (text: string) => string, file: string): string {
  const folder = newFolder();
  cpSync(KNOWLEDGE, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

describe('a folder of PDF files', () => {
  it('is published with pages, boxes and how each page was read; a page that never ends is passed over', async () => {
    const [input, out] = [newFolder(), newFolder()];
    writeFileSync(join(input, 'letter.pdf'), makePdf([LETTER]));
    writeFileSync(join(input, 'trap.pdf'), makePdf([LETTER, ENDLESS, { texts: linesAt(60, 100, ['2. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này.'], { size: 10 }) }]));
    const quick = knowledgeWith((text) => text.replace('page_seconds: 60', 'page_seconds: 4'), 'pipeline.yaml');
    const report = await ingest([input], out, ['--ocr', 'off', '--knowledge', quick]);
    expect(report.problems).toEqual([expect.objectContaining({ file: expect.stringContaining('trap.pdf'), code: 'unread-pages', severity: 'error' })]);
    expect(report.code).toBe(3);
    const letter = readJson<PublishedDocument>(out, 'documents', `${report.documents.find(({ file }) => file.endsWith('letter.pdf'))?.id}.json`);
    expect(letter.source).toMatchObject({ mediaType: 'application/pdf', origin: 'text-layer', pages: 1, reading: [{ page: 1, reading: { decision: 'text-layer' } }] });
    expect(letter.identity.number?.evidence).toMatchObject({ page: 1, boxes: [{ page: 1, box: [60, expect.any(Number), 130, expect.any(Number)] }] });
    const trap = readJson<PublishedDocument>(out, 'documents', `${report.documents.find(({ file }) => file.endsWith('trap.pdf'))?.id}.json`);
    expect(trap.source.pages).toBe(3);
    expect(trap.assignments.map(({ agency }) => agency.name)).toContain('Sở Nội vụ');
  });

  it('may hold a page of some kilobytes that unpacks to hundreds of megabytes: it is named, takes no more memory than a large picture, and the next one is read', async () => {
    const [input, out] = [newFolder(), newFolder()];
    const bomb = deflateSync(deflateSync(Buffer.alloc(600_000_000, ' '), { level: 1 }));
    expect(bomb.length).toBeLessThan(20_000);
    writeFileSync(join(input, 'bomb.pdf'), makePdf([{ deflatedTwice: bomb }, LETTER]));
    const peak = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))";
    const report = await ingest([input], out, ['--ocr', 'off'], { node: ['--import', `data:text/javascript,${peak}`] });
    expect(report.problems).toEqual([expect.objectContaining({ file: expect.stringContaining('bomb.pdf'), code: 'unread-pages' })]);
    const { identity } = readJson<PublishedDocument>(out, 'documents', `${report.documents[0]?.id}.json`);
    expect(identity.number?.value).toBe('16/CT-UBND');
    expect(Number(/peak (\d+)/.exec(report.stderr)?.[1])).toBeLessThan(800_000);
  });

  it('may hold more files than there are threads: each thread reads one after the other', async () => {
    const [input, out] = [newFolder(), newFolder()];
    for (let at = 0; at < 6; at++) writeFileSync(join(input, `letter-${at}.pdf`), makePdf([LETTER, { texts: linesAt(60, 100, [`2. Tờ sao thứ ${at}.`], { size: 10 }) }]));
    const report = await ingest([input], out, ['--ocr', 'off', '--concurrency', '2']);
    expect(report.problems).toEqual([]);
    expect(report.counts.sources).toBe(6);
  });

  it('is not read again when what comes after reading changes', async () => {
    const [input, out] = [newFolder(), newFolder()];
    writeFileSync(join(input, 'letter.pdf'), makePdf([LETTER]));
    await ingest([input], out, ['--ocr', 'off']);
    const kept = () =>
      filesBelow(join(out, 'cache'))
        .filter((file) => file.endsWith('.pages.json'))
        .map((file) => `${file} ${statSync(join(out, 'cache', file)).mtimeMs}`);
    const before = kept();
    expect(before).toHaveLength(1);
    const changed = knowledgeWith((text) => `${text}\n`, 'roles.yaml');
    const again = await ingest([input], out, ['--ocr', 'off', '--knowledge', changed]);
    expect(again.cached).toBe(0);
    expect(kept()).toEqual(before);
    expect(readdirSync(join(out, 'documents')).length).toBe(2);
  });
});

it('a protected file opens with --password, and says so without', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'locked.pdf'), makePdf([LETTER], { password: 'bimat2025' }));
  const without = await trichluc(['inspect', join(folder, 'locked.pdf')]);
  expect(without.code).toBe(3);
  expect(without.stderr).toContain('--password');
  const opened = await trichluc(['inspect', join(folder, 'locked.pdf'), '--stage', 'read', '--password', 'bimat2025']);
  expect(opened.stdout).toContain('16/CT-UBND');
});

describe('a page shown as HTML', () => {
  it('has its picture and, over it, words, blocks and facts at their places; what a document says is text, never markup', async () => {
    const folder = newFolder();
    const hostile = linesAt(60, 300, ['2. <script>alert(1)</script> "Sở Nội vụ" theo dõi.'], { size: 10 });
    writeFileSync(join(folder, 'letter.pdf'), makePdf([LETTER, { texts: hostile }]));
    const first = await trichluc(['inspect', join(folder, 'letter.pdf'), '--page', '1', '--html', '--ocr', 'off']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('src="data:image/jpeg;base64,/9j/');
    expect(first.stdout).toMatch(/<rect class="fact" x="60" y="[\d.]+" width="70" height="[\d.]+"><title>number: Số: 16\/CT-UBND<\/title>/);
    expect(first.stdout).toMatch(/<rect class="word"[^>]*><title>16\/CT-UBND<\/title>/);
    const second = await trichluc(['inspect', join(folder, 'letter.pdf'), '--page', '2', '--html', '--ocr', 'off']);
    expect(second.stdout).not.toContain('<script');
    expect(second.stdout).toContain('&lt;script&gt;');
  });

  it('that is not there, or of a file without pages, is named', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'letter.pdf'), makePdf([LETTER]));
    writeFileSync(join(folder, 'letter.txt'), 'Số: 16/CT-UBND');
    for (const file of ['letter.pdf', 'letter.txt']) {
      const { code, stderr } = await trichluc(['inspect', join(folder, file), '--page', '2', '--html', '--ocr', 'off', '--lang', 'en']);
      expect(code).toBe(3);
      expect(stderr).toContain(`${file}: there is no page 2 to draw`);
    }
  });
});
