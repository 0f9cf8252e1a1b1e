import { describe, expect, it } from 'vitest';
import { divisionsOf, outlineOf, segmentText, wordsOf } from '../stages.ts';

const divisions = (text: string) => divisionsOf(segmentText(text).root);
const sequences = (text: string) => divisions(text).map((division) => [division.marker, division.sequence]);

describe('labels nest as the document nests them', () => {
  it('I > 1 > a > - > +', () => {
    expect(
      outlineOf('I. MỤC ĐÍCH\n1. Mục đích\na) Nhóm một:\n- Thống nhất;\n+ Rà soát;\n+ Báo cáo.\n- Phối hợp.\nb) Nhóm hai.\n2. Yêu cầu\nII. NHIỆM VỤ\n1. Lập quy hoạch'),
    ).toEqual(['I', 'I > 1', 'I > 1 > a', 'I > 1 > a > -', 'I > 1 > a > - > +', 'I > 1 > a > - > +', 'I > 1 > a > -', 'I > 1 > b', 'I > 2', 'II', 'II > 1']);
  });

  it('A > I > 1, in reports', () => {
    expect(outlineOf('A. KẾT QUẢ\nI. KINH TẾ\n1. Công nghiệp\nII. XÃ HỘI\nB. PHƯƠNG HƯỚNG\nI. MỤC TIÊU')).toEqual(['A', 'A > I', 'A > I > 1', 'A > II', 'B', 'B > I']);
  });

  it('1.1 belongs under 1', () => {
    expect(outlineOf('1. Nhiệm vụ\n1.1. Về quy hoạch\n1.2. Về hạ tầng\n2. Giải pháp\n2.1. Về vốn')).toEqual(['1', '1 > 1.1', '1 > 1.2', '2', '2 > 2.1']);
  });

  it('chapters, articles, clauses, points', () => {
    expect(outlineOf('Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy định này.\na) Một;\nb) Hai.\nĐiều 2. Đối tượng\nChương II\nTỔ CHỨC THỰC HIỆN\nĐiều 3. Hiệu lực')).toEqual([
      'Chương I',
      'Chương I > Điều 1',
      'Chương I > Điều 1 > 1',
      'Chương I > Điều 1 > 1 > a',
      'Chương I > Điều 1 > 1 > b',
      'Chương I > Điều 2',
      'Chương II',
      'Chương II > Điều 3',
    ]);
  });

  it('the line below a bare chapter is its title, also in small letters, but no sentence', () => {
    const titles = (text: string) => divisions(text).map((division) => division.title);
    expect(titles('Chương I\nNhững quy định chung\nĐiều 1. Phạm vi\nVăn bản này áp dụng cho các xã.')).toEqual(['Những quy định chung', 'Phạm vi']);
    expect(titles('Chương I\nVăn bản này áp dụng cho các xã.\nĐiều 1. Phạm vi')).toEqual([null, 'Phạm vi']);
    expect(titles('Chương I\nNhững quy định chung\nÁp dụng như sau\nHai mục sau đây\nĐiều 1. Phạm vi')[0]).toBeNull();
  });

  it('articles run through the chapters: Điều 3 in Chương II is the next one', () => {
    expect(sequences('Chương I\nCHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nChương II\nRIÊNG\nĐiều 3. Hiệu lực').filter(([marker]) => marker?.startsWith('Điều'))).toEqual([
      ['Điều 1', 'first'],
      ['Điều 2', 'next'],
      ['Điều 3', 'next'],
    ]);
  });

  it('tasks have a series of their own through the annex', () => {
    expect(
      outlineOf('PHỤ LỤC II\nDANH MỤC NHIỆM VỤ\nI. QUY HOẠCH\nNhiệm vụ 1: Lập quy hoạch\nNhiệm vụ 2: Rà soát\nII. HẠ TẦNG\nNhiệm vụ 3: Xây dựng')
        .filter((path) => /Nhiệm vụ/.test(path))
        .map((path) => path.split(' > ').at(-1)),
    ).toEqual(['Nhiệm vụ 1', 'Nhiệm vụ 2', 'Nhiệm vụ 3']);
  });

  it('(1) (2) at the start of blocks are items', () => {
    expect(outlineOf('1. Giao Sở Xây dựng\n(1) Báo cáo;\n(2) Đề xuất.')).toEqual(['1', '1 > 1', '1 > 2']);
  });

  it('… and inside of a sentence they are not', () => {
    expect(outlineOf('1. Giao Sở Xây dựng (1) Báo cáo kết quả; (2) Đề xuất; (3) Tham mưu.')).toEqual(['1']);
  });
});

describe('a label is a heading where it continues its series', () => {
  it('both orders of letters: d, đ, e and d, e', () => {
    const letters = (list: string) => sequences([...list].map((letter) => `${letter}) Nội dung.`).join('\n')).map(([, sequence]) => sequence);
    expect(letters('abcdđe')).toEqual(['first', 'next', 'next', 'next', 'next', 'next']);
    expect(letters('abcde')).toEqual(['first', 'next', 'next', 'next', 'next']);
    expect(letters('abcdđeghi')).not.toContain('gap');
  });

  it('a gap is taken and said: Nhiệm vụ 3 is missing', () => {
    expect(sequences('Nhiệm vụ 1: Một\nNhiệm vụ 2: Hai\nNhiệm vụ 4: Bốn').map(([, sequence]) => sequence)).toEqual(['first', 'next', 'gap']);
    expect(sequences('I. MỘT\nII. HAI\nIV. BỐN').map(([, sequence]) => sequence)).toEqual(['first', 'next', 'gap']);
  });

  it.each([
    ['a year', 'I. MỤC TIÊU\n1. Hoàn thành.\n2025. Bảo đảm sự lãnh đạo.'],
    ['a far number', '1. Một.\n2. Hai.\n45. Bảo đảm.'],
    ['a number that goes back', '1. Một.\n2. Hai.\n3. Ba.\n2. Tấn hàng.'],
    ['a lone number', 'Sản lượng đạt.\n5. Tấn hàng hóa.'],
    ['a lone letter of the middle', 'Nội dung.\nV. Văn hóa xã hội.'],
  ])('%s is none', (_, text) => {
    expect(outlineOf(text).some((path) => /2025|45|2$|5$|V$/.test(path) && !/^(?:1|2|3)$/.test(path))).toBe(false);
  });

  it('lists start again under each heading', () => {
    expect(outlineOf('I. MỘT\n1. a\n2. b\nII. HAI\n1. c\n2. d')).toEqual(['I', 'I > 1', 'I > 2', 'II', 'II > 1', 'II > 2']);
  });

  it('a cross reference is none', () => {
    expect(outlineOf('1. Thực hiện nội dung tại\nmục (1), phần II, Kết luận số 334-KL/TU.\n2. Báo cáo.')).toEqual(['1', '2']);
  });

  it('inside of a quotation it is none', () => {
    expect(outlineOf('Điều 1. Sửa đổi như sau:\n“Điều 5. Phạm vi\n1. Quy định này.”\nĐiều 2. Hiệu lực')).toEqual(['Điều 1', 'Điều 2']);
  });
});

describe('titles', () => {
  const titles = (text: string) => divisions(text).map((division) => division.title);

  it('the words of a heading', () => {
    expect(titles('I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Thống nhất nhận thức.')).toEqual(['MỤC ĐÍCH, YÊU CẦU', 'Mục đích', null]);
  });

  it('a colon at the end is no part of it', () => {
    expect(titles('I. TỔ CHỨC THỰC HIỆN:\n1. Các sở\n2. Các huyện')[0]).toBe('TỔ CHỨC THỰC HIỆN');
  });

  it('on the line below a bare label', () => {
    expect(titles('Chương II\nTỔ CHỨC THỰC HIỆN\nĐiều 3. Hiệu lực')[0]).toBe('TỔ CHỨC THỰC HIỆN');
  });

  it('run into the item', () => {
    expect(titles('1. Nhiệm vụ\na) Nhóm nhiệm vụ về quy hoạch: lập, thẩm định, phê duyệt quy hoạch.')[1]).toBe('Nhóm nhiệm vụ về quy hoạch');
  });

  it('a sentence is none', () => {
    expect(titles('1. Giao Sở Xây dựng chủ trì, phối hợp với các đơn vị liên quan thực hiện Kế hoạch này. Báo cáo trước 30/6.')).toEqual([null]);
  });
});

describe('addresses', () => {
  const ids = (text: string) => divisions(text).map((division) => division.eId);

  it('read like the way to the place', () => {
    expect(ids('I. MỘT\n1. Một\na) Hai:\n- Ba;\n- Bốn.\nII. HAI\n1. Một\n1.1. Hai')).toEqual(['I', 'I.1', 'I.1.a', 'I.1.a.d1', 'I.1.a.d2', 'II', 'II.1', 'II.1.1']);
  });

  it('articles and annexes', () => {
    expect(ids('Điều 1. Phạm vi\n1. a\nPHỤ LỤC II\nDANH MỤC\nI. x')).toEqual(['article-1', 'article-1.1', 'annex-II', 'annex-II.I']);
  });

  it('are unique where a label is there twice', () => {
    const list = ids('I. MỘT\n1. a\nI. MỘT\n1. b');
    expect(new Set(list).size).toBe(list.length);
  });
});

describe('leaves', () => {
  it('a dash in "Nơi nhận" is a recipient, elsewhere an item', () => {
    const text = 'I. NHIỆM VỤ\n- Rà soát;\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A';
    expect(wordsOf(text, 'recipient')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.']);
    expect(outlineOf(text)).toEqual(['I', 'I > -']);
  });

  it('legal bases with dashes are the preamble', () => {
    expect(wordsOf('KẾ HOẠCH\nthực hiện Nghị quyết\n- Căn cứ Luật Xây dựng;\n- Căn cứ Luật Quy hoạch;\nI. MỤC ĐÍCH', 'basis')).toEqual([
      '- Căn cứ Luật Xây dựng;',
      '- Căn cứ Luật Quy hoạch;',
    ]);
  });

  it('a footnote is one, with its mark', () => {
    const { root } = segmentText('I. MỤC TIÊU\nTỷ lệ đô thị hóa¹ đạt 45%.\n¹ Theo Nghị quyết số 06-NQ/TW.');
    const [division] = divisionsOf(root);
    expect(division?.children.at(-1)).toMatchObject({ type: 'footnote', marker: '¹' });
  });

  it('a footnote is no child of the dash above it', () => {
    const { root } = segmentText('I. MỤC TIÊU\n- Tỷ lệ¹ đạt 45%.\n[1] Theo Nghị quyết.');
    expect(divisionsOf(root)[0]?.children.at(-1)).toMatchObject({ type: 'footnote', marker: '[1]' });
  });
});

describe('tables', () => {
  const table =
    'PHỤ LỤC I\nCHỈ TIÊU\nTT\tChỉ tiêu\tĐơn vị\t2025\nI\tĐÔ THỊ\t\t\n1\tTỷ lệ đô thị hóa\t%\t45\n2\tĐất cây xanh\tm²/người\t8\nTT\tChỉ tiêu\tĐơn vị\t2025\nII\tHẠ TẦNG\t\t\n1\tĐường\tkm\t12';
  const rows = () => {
    const { root, text } = segmentText(table);
    const found = divisionsOf(root)[0]?.children.find((child) => child.type === 'table');
    return found?.type === 'table' ? found.children.map((row) => ({ ...row, words: text.slice(row.position.start.offset, row.position.end.offset) })) : [];
  };

  it('header rows, repeated ones too; sections; body', () => {
    expect(rows().map((row) => row.role)).toEqual(['header', 'section', 'body', 'body', 'header', 'section', 'body']);
  });

  it('ordinals start again in each section and addresses stay unique', () => {
    const body = rows().filter((row) => row.role === 'body');
    expect(body.map((row) => row.marker)).toEqual(['1', '2', '1']);
    expect(new Set(body.map((row) => row.eId)).size).toBe(3);
  });

  it('cells lie where they stand in the row', () => {
    const [, , row] = rows();
    const { text } = segmentText(table);
    expect(row?.children?.map((cell) => text.slice(cell.position.start.offset, cell.position.end.offset))).toEqual(['1', 'Tỷ lệ đô thị hóa', '%', '45']);
  });

  it('an ordinal is no heading of the text', () => {
    expect(outlineOf(table)).toEqual(['Phụ lục I']);
  });

  it('a task in a cell is the row’s marker', () => {
    const { root } = segmentText('PHỤ LỤC II\nNHIỆM VỤ\nTT\tNội dung\tCơ quan\n1\tNhiệm vụ 4: Lập quy hoạch\tSở Xây dựng');
    const found = divisionsOf(root)[0]?.children.find((child) => child.type === 'table');
    expect(found?.type === 'table' && found.children.at(-1)).toMatchObject({ marker: expect.stringContaining('Nhiệm vụ 4') });
  });
});
