import { describe, expect, it } from 'vitest';
import { DocumentView } from '../../src/extract/document-view.ts';
import { Passage } from '../../src/extract/passage.ts';
import { segment } from '../../src/segment/segment.ts';
import { knowledge } from '../default-knowledge.ts';
import { splitText } from '../stages.ts';

/** A view of a text, and where some of its words stand. */
function view(text: string) {
  const content = splitText(text)[0]?.content;
  if (!content) throw new Error('no part');
  const of = (words: string): [number, number] => {
    const start = content.text.indexOf(words);
    if (start < 0) throw new Error(`no ${words}`);
    return [start, start + words.length];
  };
  return { view: new DocumentView(content, segment(content, knowledge)), text: content.text, of };
}

const CUT = view('TT\tChỉ tiêu\tNăm 2025\n1\tTỷ lệ hộ dân được dùng\t95%\n\tnước sạch ở Nông thôn\t');
/** The words of a document at some spans. */
const slices = (spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => CUT.text.slice(start, end));
const cell = () => {
  const passage = Passage.join(CUT.view, [CUT.of('Tỷ lệ hộ dân được dùng'), CUT.of('nước sạch ở Nông thôn')]);
  if (!passage) throw new Error('no passage');
  return passage;
};

describe('a passage of one piece', () => {
  const passage = () => Passage.of(CUT.view, ...CUT.of('Tỷ lệ hộ dân'));

  it('has the words of the document, and the same folded', () => {
    expect(passage().text).toBe('Tỷ lệ hộ dân');
    expect(passage().folded).toBe('tỷ lệ hộ dân');
  });

  it('leads back to them', () => {
    expect(slices(passage().spans(6, 12))).toEqual(['hộ dân']);
    expect(CUT.text.slice(passage().offset(6)).startsWith('hộ dân')).toBe(true);
  });

  it('an empty stretch is nowhere', () => {
    expect(passage().spans(3, 3)).toEqual([]);
  });
});

describe('a cell that a page break has cut in two', () => {
  it('reads as one text, a blank between', () => {
    expect(cell().text).toBe('Tỷ lệ hộ dân được dùng nước sạch ở Nông thôn');
    expect(cell().folded).toBe('tỷ lệ hộ dân được dùng nước sạch ở nông thôn');
  });

  it.each([
    ['hộ dân', ['hộ dân']],
    ['Nông thôn', ['Nông thôn']],
    ['dùng nước sạch', ['dùng', 'nước sạch']],
  ])('“%s” stands at %j', (words, expected) => {
    const start = cell().text.indexOf(words);
    expect(slices(cell().spans(start, start + words.length))).toEqual(expected);
  });

  it('the blank between them is no place of the document', () => {
    const blank = cell().text.indexOf(' nước');
    expect(cell().spans(blank, blank + 1)).toEqual([]);
    expect(cell().offset(blank)).toBe(CUT.of('được dùng')[1]);
  });

  it('finds where a span of the document stands, in either piece', () => {
    expect(cell().locate(...CUT.of('nước sạch'))).toEqual({ start: 23, end: 32 });
    expect(cell().locate(...CUT.of('hộ dân'))).toEqual({ start: 6, end: 12 });
    expect(cell().locate(...CUT.of('95%'))).toBeNull();
  });

  it('a part of it leads back as the whole does', () => {
    const part = cell().sub(18, 32);
    expect(part.text).toBe('dùng nước sạch');
    expect(slices(part.spans(0, part.text.length))).toEqual(['dùng', 'nước sạch']);
    expect(part.offset(5)).toBe(CUT.of('nước sạch')[0]);
  });

  it('… a part of none of its words too', () => {
    const part = cell().sub(5, 5);
    expect(part.text).toBe('');
    expect(part.spans(0, 0)).toEqual([]);
  });
});

describe('pieces without words', () => {
  it('are left out', () => {
    const start = CUT.of('95%')[1];
    expect(Passage.join(CUT.view, [CUT.of('95%'), [start, start + 1]])?.text).toBe('95%');
  });

  it('alone are no passage', () => {
    const start = CUT.of('95%')[1];
    expect(Passage.join(CUT.view, [[start, start + 1]])).toBeNull();
    expect(Passage.join(CUT.view, [])).toBeNull();
  });
});
