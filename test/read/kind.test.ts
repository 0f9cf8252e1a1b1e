import { describe, expect, it } from 'vitest';
import { sourceKind } from '../../src/read/kind.ts';
import { readTextSource } from '../../src/read/text-source.ts';
import { knowledge } from '../default-knowledge.ts';

const bytes = (...parts: (string | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])));

describe('the kind of a file is told by its bytes', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj'), 'pdf', 'PDF'],
    ['a Word file', bytes([0x50, 0x4b, 0x03, 0x04], 'word/document.xml'), 'zip', 'ZIP/DOCX/XLSX'],
    ['an old Word file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'ole', 'DOC/XLS'],
    ['rich text', bytes('{\\rtf1\\ansi'), 'rtf', 'RTF'],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'png', 'PNG'],
    ['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg', 'JPEG'],
    ['a fax in either byte order', bytes([0x4d, 0x4d, 0x00, 0x2a]), 'tiff', 'TIFF'],
    ['a telephone’s photograph', bytes([0, 0, 0, 24], 'ftypheic'), 'heic', 'HEIC'],
  ])('%s', (_, content, kind, type) => {
    expect(sourceKind(content)).toEqual({ kind, name: type });
    expect(() => readTextSource(content, knowledge)).toThrow(expect.objectContaining({ code: 'unsupported-type', values: { type } }));
  });

  it.each([
    ['text that speaks of a PDF', bytes('Tệp %PDF kèm theo')],
    ['a text shorter than any signature', bytes('%P')],
    ['an empty file', bytes()],
  ])('%s is text', (_, content) => {
    expect(sourceKind(content).kind).toBe('text');
  });
});
