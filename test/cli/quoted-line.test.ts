import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.ts';
import { quotedLine } from '../../src/cli/findings/quoted-line.ts';

/** The line and its carets, the words given between guillemets. */
function shown(marked: string, width = 60): string[] {
  const [start, end] = [marked.indexOf('«'), marked.indexOf('»') - 1];
  const { before, words, after, indent, width: carets } = quotedLine(marked.replace(/[«»]/g, ''), start, end, width);
  return [before + words + after, ' '.repeat(indent) + '^'.repeat(carets)];
}

describe('a quoted line', () => {
  it('is the line of the words, with carets below them', () => {
    expect(shown('Mở đầu\nThực hiện «Nghị quyết số 06-NQ/TW» của Bộ Chính trị\nHết')).toEqual([
      'Thực hiện Nghị quyết số 06-NQ/TW của Bộ Chính trị',
      '          ^^^^^^^^^^^^^^^^^^^^^^',
    ]);
  });

  it('counts columns, not characters: marks above letters take none, wide signs two', () => {
    const decomposed = 'Thực hiện'.normalize('NFD');
    expect(shown(`${decomposed} «06-NQ/TW»`)[1]).toBe('          ^^^^^^^^');
    expect(shown('決定 «số 5»')[1]).toBe('     ^^^^');
    expect(shown('số «決定» 5')[1]).toBe('   ^^^^');
  });

  it('is cut around the words where it is long, more on the side that needs it', () => {
    const long = 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(4);
    expect(shown(`${long}«06-NQ/TW» ${long}`, 40)).toEqual(['…tám chín mười 06-NQ/TW một hai ba bốn…', '               ^^^^^^^^']);
    expect(shown(`Số «06-NQ/TW» ${long}`, 40)).toEqual(['Số 06-NQ/TW một hai ba bốn năm sáu bảy…', '   ^^^^^^^^']);
    expect(shown(`${long}«06-NQ/TW»`, 40)).toEqual(['…bốn năm sáu bảy tám chín mười 06-NQ/TW', '                               ^^^^^^^^']);
  });

  it('cuts words longer than the line, and ends with an ellipsis where they go on in the next', () => {
    expect(shown(`x «${'rất dài '.repeat(20)}»`, 20)).toEqual(['rất dài rất dài rất…', '^^^^^^^^^^^^^^^^^^^^']);
    expect(shown('(«33 nhiệm vụ):\nCác Sở»')).toEqual(['(33 nhiệm vụ):…', ' ^^^^^^^^^^^^^^']);
    expect(shown('a\n«\t\n\t3\tNhiệm vụ 4» b')).toEqual(['3 Nhiệm vụ 4 b', '^^^^^^^^^^^^']);
  });

  it('shows what would control the terminal as escapes, the carets where the words are', () => {
    const sign = String.fromCharCode(27);
    expect(shown(`a${sign}[31m «b» \u202ec`)).toEqual(['a\\u001b[31m b \\u202ec', '            ^']);
  });

  it('always fits its columns and has its carets below the words, whatever the text', () => {
    const text = fc.array(fc.constantFrom('a', 'ế', 'e\u0302', '😀', '決', ' ', '\t', '\n', '\u0007', '\u200b', 'dài '), { maxLength: 200 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), fc.integer({ min: 20, max: 100 }), (content, a, b, width) => {
        const start = Math.min(a, content.length);
        const line = quotedLine(content, start, Math.min(start + b, content.length), width);
        expect(displayWidth(line.before + line.words + line.after)).toBeLessThanOrEqual(width);
        expect(line.indent).toBe(displayWidth(line.before));
        expect(line.width).toBe(Math.max(1, displayWidth(line.words)));
        expect(line.before + line.words + line.after).not.toMatch(/[\p{Cc}]/u);
      }),
    );
  });
});
