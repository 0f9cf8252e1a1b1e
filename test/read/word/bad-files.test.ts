import { chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FileProblem } from '../../../src/read/file-problem.ts';
import { newFolder } from '../../folders.ts';
import { CHANGES, compound, docFile } from './doc-file.ts';
import { docx, linesOf, p, read, xlsx, zip } from './packages.ts';
import { workbook } from './workbook.ts';

/** Why a file cannot be read. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    await read(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
}

const DOC = docFile({ fonts: ['.VnTime'], levels: ['%1.'], paragraphs: [{ runs: [{ text: 'NghÞ ®Þnh', font: 0 }], changes: CHANGES.list(1, 0) }] });
const DOCX = docx(p('Nghị định'));
const XLSX = xlsx({ A: '<row r="1"><c r="A1"><v>1</v></c></row>' });
const XLS_97 = workbook({
  strings: ['Chỉ tiêu', 'TT'],
  cells: [
    [0, 0, 'Chỉ tiêu'],
    [1, 0, 0.5],
    [1, 1, 7],
  ],
});
const RTF = new TextEncoder().encode('{\\rtf1{\\fonttbl{\\f0 .VnTime;}}\\trowd\\cellx100\\intbl a\\cell\\row}');

describe('what cannot be read is told', () => {
  it.each([
    ['a DOCX file cut off', DOCX.subarray(0, DOCX.length - 30), 'broken'],
    ['a DOC file cut off', DOC.subarray(0, 2000), 'broken'],
    ['a ZIP file that is no document', zip({ 'a.txt': 'a' }), 'unsupported-type'],
    ['a DOCX file without its text', zip({ '_rels/.rels': '<R><R Type="x/officeDocument" Target="word/document.xml"/></R>' }), 'broken'],
    ['a DOCX file without a letter', docx(p('')), 'no-text'],
    ['a DOC file under a password', docFile({ fonts: [], paragraphs: [{ runs: [{ text: 'a' }] }], encrypted: true }), 'protected'],
    ['a DOCX file under a password', compound({ EncryptionInfo: Buffer.alloc(10), EncryptedPackage: Buffer.alloc(10) }), 'protected'],
    ['a workbook under a password', workbook({ strings: [], cells: [], encrypted: true }), 'protected'],
    ['a compound file of another program', compound({ PowerPoint: Buffer.alloc(10) }), 'unsupported-type'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('the name of a file is never asked: a spreadsheet is one whatever it is called', async () => {
    expect((await read(XLSX)).mediaType).toContain('spreadsheetml');
  });
});

describe('files made to harm', () => {
  it('a part that unpacks to far more than it holds', async () => {
    const body = '<w:p/>'.repeat(2_000_000);
    expect(await refusal(zip({ 'word/document.xml': { content: body } }))).toBe('zip-bomb');
  });

  it('a part that lies about its size', async () => {
    expect(await refusal(zip({ 'word/document.xml': { content: '<w:p/>'.repeat(100_000), claimed: 100 } }))).toBe('broken');
  });

  it('entities are not expanded', async () => {
    const declared = '<!DOCTYPE d [<!ENTITY a "ha ha "><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>';
    const body = `${declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A &amp; &b; &file;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await linesOf(zip({ 'word/document.xml': body }))).toEqual(['A & &b; &file;']);
  });

  it('tables nested without end', async () => {
    const depth = 3_000;
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('a')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    expect(await refusal(docx(body + p('b')))).toBeNull();
  });

  it.each([
    ['DOC', DOC],
    ['DOCX', DOCX],
    ['XLSX', XLSX],
    ['XLS', XLS_97],
    ['RTF', RTF],
  ])('%s: whatever bytes change, it is read or refused', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), async (changes) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, byte] of changes) copy[at] = byte;
        await refusal(copy);
      }),
      { numRuns: 150 },
    );
  });
});

describe('LibreOffice, where it is installed', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  /** A program of the name that writes a file it is given beside the input, as LibreOffice does. */
  function install(result: Uint8Array): void {
    const folder = newFolder();
    writeFileSync(join(folder, 'result'), result);
    writeFileSync(join(folder, 'soffice'), `#!/bin/sh\nwhile [ "$1" != --convert-to ]; do shift; done\ncp '${folder}/result' "$4/input.$2"\n`);
    chmodSync(join(folder, 'soffice'), 0o755);
    process.env.PATH = `${folder}:${path}`;
  }

  /** A workbook of Excel 5. */
  const XLS = compound({ Book: Buffer.alloc(100) });

  it('reads what only it can', async () => {
    install(XLSX);
    expect(await read(XLS)).toMatchObject({ mediaType: 'application/vnd.ms-excel', pages: [{ text: '1\n' }] });
  });

  it('a file it cannot read either is broken', async () => {
    install(new Uint8Array([1, 2, 3]));
    expect(await refusal(XLS)).toBe('broken');
  });

  it('is asked for where there is none', async () => {
    process.env.PATH = tmpdir();
    expect(await refusal(XLS)).toBe('needs-libreoffice');
  });
});
