import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.ts';
import { FindingList } from '../../../src/model/finding-list.ts';
import { markdownText } from '../../../src/publish/memo/markdown-text.ts';
import { memos } from '../../../src/publish/memo/memo.ts';
import type { Language } from '../../../src/publish/memo/say.ts';
import { whereIn } from '../../../src/publish/memo/where.ts';
import type { DocumentSummary } from '../../../src/run/run-record.ts';
import { runCorpus } from '../../check/run-corpus.ts';
import { district, filesOf } from '../../check/written.ts';
import { knowledge } from '../../default-knowledge.ts';
import { documentOf } from '../../stages.ts';

/** The memos about a corpus of texts. */
function written(texts: readonly string[], language: Language = 'vi', chosen: (finding: Finding) => boolean = () => true): string[] {
  const { findings, digests, documents } = runCorpus(filesOf(texts));
  const summaries = digests.map(({ id, file, part, number, date, notBefore, typeName, issuerName, title }): DocumentSummary => {
    const counts = { citations: 0, divisions: 0, targets: 0, assignments: 0, findings: 0 };
    return { id, file, part, number: number?.value ?? null, date, notBefore, type: typeName, issuer: issuerName, title, ...counts };
  });
  const treeOf = (id: string) => documents[digests.findIndex((digest) => digest.id === id)]?.tree ?? null;
  return [
    ...memos({ findings: FindingList.of(findings.filter(chosen)), documents: summaries, rules: knowledge.checks.rules, verdicts: knowledge.checks.verdicts, treeOf }, language),
  ];
}

const RIGHT = district(0, '15/3/2023', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.');
const WRONG = district(3, '10/6/2024', '1. Rà soát nhà ở.\n\n2. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.');

describe('a memo', () => {
  it('goes to the office whose document is wrong, says where, beside what, why, and what to correct', () => {
    const [memo = '', ...others] = written([RIGHT, WRONG]);
    expect(others).toEqual([]);
    expect(memo).toMatch(
      /^# Đề nghị xem xét, đính chính Kế hoạch số 23\/KH-UBND\n\n\*\*Kính gửi: Ủy ban nhân dân huyện Nam Đàn\*\*\n\nQua rà soát Kế hoạch số 23\/KH-UBND ngày 10 tháng 6 năm 2024/,
    );
    expect(memo).toContain('1. **Một văn bản, nhiều ngày ban hành.** 25-NQ/TU');
    expect(memo).toMatch(/- Tại mục 2 \(dòng \d+\) ghi: “Nghị quyết số 25-NQ\/TU, ngày 12\/10\/2023 của Tỉnh ủy Nghệ An”\./);
    expect(memo).toContain('- Đối chiếu: 20/KH-UBND (Ủy ban nhân dân huyện Diễn Châu) ghi “Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An”.');
    expect(memo).toMatch(/- Căn cứ: Ngày đúng là 12\/01\/2023\..*\n {3}- Đề nghị: đính chính thành \*\*12\/01\/2023\*\*\.\n/);
    expect(memo).toMatch(/Đề nghị Ủy ban nhân dân huyện Nam Đàn xem xét, đính chính .*\.\/\.\n/);
  });

  it('goes to each office and proposes nothing where nothing decides', () => {
    const letters = written([district(0, '15/12/2023', RIGHT.split('\n').find((line) => line.startsWith('1. ')) as string), WRONG]);
    expect(letters).toHaveLength(2);
    for (const letter of letters) expect(letter).toContain('chưa đủ căn cứ để kết luận, đề nghị cơ quan ban hành xác nhận');
  });

  it('can be written in English', () => {
    const [memo = ''] = written([RIGHT, WRONG], 'en');
    expect(memo).toMatch(/^# Request to review and correct Kế hoạch No\. 23\/KH-UBND/);
    expect(memo).toContain('- Proposal: correct to **12/01/2023**.');
  });

  it('leaves out what may be the fault of the copy at hand', () => {
    const broken = district(1, '10/6/2024', '1. Thực hiện Chương trình hành động số 59-\nCTr/TU ngày 07/11/2023 của Thành ủy Hải Phòng.');
    const isSplit = (finding: Finding) => finding.rule === 'text.split-citation';
    expect(runCorpus(filesOf([broken])).findings.some(isSplit)).toBe(true);
    expect(written([broken], 'vi', isSplit)).toEqual(['Không có nội dung nào cần đề nghị cơ quan ban hành xem xét.\n']);
  });

  it('names a place in a legal document without commas, elsewhere with them', () => {
    const head = 'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 12/QĐ-UBND\n\nNghệ An, ngày 10 tháng 6 năm 2024\n\nQUYẾT ĐỊNH\nVề quản lý đô thị\n\n';
    const body =
      'Điều 1. Phạm vi\n\n1. Quy định chung.\n\n2. Các đơn vị thực hiện:\n\na) Rà soát;\n\nb) Báo cáo kết quả zkx.\n\nĐiều 2. Hiệu lực\n\nQuyết định có hiệu lực từ ngày ký.\n';
    const decision = documentOf(head + body);
    const evidence = (document: { text: string }) => ({ start: document.text.indexOf('zkx'), end: 0, quote: 'zkx', lines: [17, 17] as [number, number] });
    expect(whereIn(decision.tree, evidence(decision), 'vi')).toBe('điểm b khoản 2 Điều 1 (dòng 17)');
    expect(whereIn(decision.tree, evidence(decision), 'en')).toBe('Điều 1, clause 2, point b (line 17)');
    const plan = documentOf(district(0, '10/6/2024', 'I. MỤC TIÊU\n\n1. Mục tiêu chung\n\n- Một.\n\n- Hai zkx.'));
    expect(whereIn(plan.tree, { ...evidence(plan), page: 3 }, 'vi')).toBe('gạch đầu dòng thứ 2, mục 1, mục I (trang 3)');
    expect(whereIn(null, evidence(plan), 'vi')).toBe('dòng 17');
  });
});

describe('words of a document in Markdown', () => {
  const processor = unified().use(remarkParse).use(remarkGfm);
  const kinds = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
  const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '');

  it.each([
    '# Tên',
    '1. Một',
    '- Hai',
    '+ Ba',
    '**đậm** _nghiêng_ `mã`',
    '[x](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '![a](b)',
    '&lt;script&gt;',
    'a | b',
    '~~c~~',
    '===',
    '> trích',
  ])('%s stays what it is', (words) => {
    const tree = processor.parse(markdownText(words));
    expect(kinds(tree)).toEqual(['root', 'paragraph', 'text']);
    expect(textOf(tree)).toBe(words);
  });

  it('never becomes markup of any kind but a bare address', () => {
    const pieces = fc.array(fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '!', '#', '|', '~', '&amp;', '\\', '1.', '-', ' ', '\n', 'a', 'số', '\t', ':', '"'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const words = parts.join('');
        const tree = processor.parse(`“${markdownText(words)}”`);
        expect(kinds(tree)).toEqual(['root', 'paragraph', 'text']);
        expect(textOf(tree)).toBe(`“${words.replace(/\s+/g, ' ').trim()}”`);
      }),
    );
  });
});
