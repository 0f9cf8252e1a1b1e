import { describe, expect, it } from 'vitest';
import { printable, say } from '../../src/cli/locale.ts';
import en from '../../src/cli/messages/en.json' with { type: 'json' };
import vi from '../../src/cli/messages/vi.json' with { type: 'json' };
import type { FileProblemCode } from '../../src/read/file-problem.ts';
import { FILE_STAGES } from '../../src/run/stages.ts';

const placesOf = (message: string) => [...message.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name).sort();

describe('messages', () => {
  it('are the same in both languages, with the same places to fill', () => {
    expect(Object.keys(vi)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect([key, ...placesOf(vi[key])]).toEqual([key, ...placesOf(en[key])]);
  });

  it('exist for every problem a file can have, and name the file', () => {
    const codes: Record<FileProblemCode, true> = {
      missing: true,
      'not-permitted': true,
      empty: true,
      'too-large': true,
      binary: true,
      broken: true,
      protected: true,
      'needs-libreoffice': true,
      'zip-bomb': true,
      'unsupported-type': true,
      encoding: true,
      'error-page': true,
      'no-text': true,
      encrypted: true,
      'wrong-password': true,
      'damaged-pdf': true,
      'no-pages': true,
      'no-such-page': true,
      'timed-out': true,
      'too-many-pages': true,
      'needs-ocr': true,
      'no-ocr-engine': true,
      'pages-failed': true,
      'unread-pages': true,
      'image-too-large': true,
      'damaged-image': true,
      heic: true,
      duplicate: true,
      'no-directive': true,
      damaged: true,
      failed: true,
    };
    for (const code of Object.keys(codes)) for (const locale of [en, vi]) expect((locale as Record<string, string>)[`problem.${code}`], code).toMatch(/^\{file\}: /);
  });

  it('exist for every stage', () => {
    for (const { name } of FILE_STAGES) expect(Object.keys(en)).toContain(`stage.${name}`);
  });

  it('count in the form that goes with the number', () => {
    expect(say('summary.documents', { count: 1, sources: 2 }, 'en')).toBe('1 document in 2 files');
    expect(say('summary.documents', { count: 0, sources: 1 }, 'en')).toBe('0 documents in 1 file');
    expect(say('summary.documents', { count: 1, sources: 2 }, 'vi')).toBe('1 văn bản trong 2 tệp');
  });

  it('show what would control the terminal as escapes', () => {
    expect(printable('a\u001b[31mb\nc\u202ed\te')).toBe('a\\u001b[31mb\\u000ac\\u202ed\te');
    expect(printable('Kế hoạch số 08/KH-UBND — 😀')).toBe('Kế hoạch số 08/KH-UBND — 😀');
    expect(say('problem.empty', { file: 'a\r\u001b[2K' }, 'en')).toContain('a\\u000d\\u001b[2K:');
  });
});
