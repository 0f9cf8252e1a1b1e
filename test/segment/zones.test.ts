import { describe, expect, it } from 'vitest';
import { segmentText, wordsOf } from '../stages.ts';

/** The kinds of the tree's first level. */
const zones = (text: string) => segmentText(text).root.children.map((child) => (child.type === 'division' ? child.kind : child.type));

const HEAD = `ỦY BAN NHÂN DÂN
HUYỆN AN LÃO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
An Lão, ngày 05 tháng 3 năm 2024
`;

describe('the parts of a document', () => {
  const text = `${HEAD}KẾ HOẠCH
Triển khai thực hiện Nghị quyết số 06-NQ/TW
Căn cứ Luật Quy hoạch;
Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
II. TỔ CHỨC THỰC HIỆN
Nơi nhận:
- Như trên;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
PHỤ LỤC I
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 12/KH-UBND)
1. Lập quy hoạch
`;

  it('stand in their order', () => {
    expect(zones(text)).toEqual(['header', 'front', 'preamble', 'roman', 'roman', 'recipients', 'signatures', 'annex']);
  });

  it('hold their lines', () => {
    expect(wordsOf(text, 'letterhead')).toEqual(HEAD.trim().split('\n'));
    expect(wordsOf(text, 'title')).toEqual(['KẾ HOẠCH', 'Triển khai thực hiện Nghị quyết số 06-NQ/TW']);
    expect(wordsOf(text, 'basis')).toEqual(['Căn cứ Luật Quy hoạch;']);
    expect(wordsOf(text, 'signature')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A']);
    expect(wordsOf(text, 'caption')).toEqual(['(Kèm theo Kế hoạch số 12/KH-UBND)']);
  });
});

describe('the letterhead', () => {
  it('interleaved or left then right: the same lines belong to it', () => {
    const lines = HEAD.trim().split('\n');
    const interleaved = [0, 2, 1, 3, 4, 5].map((index) => lines[index]).join('\n');
    expect(wordsOf(`${interleaved}\nKẾ HOẠCH\nTriển khai`, 'letterhead').sort()).toEqual([...lines].sort());
  });

  it('displaced behind the first page is found there', () => {
    const text = `CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 06-NQ/TW
I. MỤC ĐÍCH
1. Quán triệt nội dung Nghị quyết.
TỈNH ỦY HÀ TĨNH
*
Số 15-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Tĩnh, ngày 10 tháng 5 năm 2022
2. Cụ thể hóa Nghị quyết.
`;
    expect(wordsOf(text, 'letterhead')).toEqual(['TỈNH ỦY HÀ TĨNH', '*', 'Số 15-CTr/TU', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Hà Tĩnh, ngày 10 tháng 5 năm 2022']);
    expect(wordsOf(text, 'heading')).toEqual(['I. MỤC ĐÍCH', '1. Quán triệt nội dung Nghị quyết.', '2. Cụ thể hóa Nghị quyết.']);
  });

  it('only "*" and the number are left of it', () => {
    expect(wordsOf('*\nSố 42-CTr/HU\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết', 'letterhead')).toEqual(['*', 'Số 42-CTr/HU']);
  });

  it('none, and the title is still found', () => {
    const text = 'KẾ HOẠCH\nTriển khai thực hiện Chương trình\nCăn cứ Luật Xây dựng;\nI. MỤC ĐÍCH';
    expect(wordsOf(text, 'letterhead')).toEqual([]);
    expect(wordsOf(text, 'title')).toEqual(['KẾ HOẠCH', 'Triển khai thực hiện Chương trình']);
  });
});

describe('the title', () => {
  const title = (text: string) => wordsOf(`${HEAD}${text}\nCăn cứ Luật Quy hoạch;\nI. MỤC ĐÍCH`, 'title');

  it.each([
    ['over several lines in capitals', 'KẾ HOẠCH\nTRIỂN KHAI THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY', 3],
    ['a type and a line in small letters', 'KẾ HOẠCH\nVề việc triển khai thực hiện Chương trình hành động', 2],
    ['the type alone', 'QUYẾT ĐỊNH', 1],
  ])('%s', (_, text, count) => {
    expect(title(text)).toEqual(text.split('\n'));
    expect(title(text)).toHaveLength(count);
  });

  it('ends where the printed rule is', () => {
    expect(wordsOf(`${HEAD}KẾ HOẠCH\nTriển khai Nghị quyết\n-----\nThực hiện Chương trình của Huyện ủy\nI. MỤC ĐÍCH`, 'title')).toEqual(['KẾ HOẠCH', 'Triển khai Nghị quyết']);
  });

  it('"QUYẾT ĐỊNH:" is the word that enacts, no title', () => {
    const text = `${HEAD}QUYẾT ĐỊNH\nVề việc phê duyệt quy hoạch\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\nCăn cứ Luật Quy hoạch;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt`;
    expect(wordsOf(text, 'title')).toEqual(['QUYẾT ĐỊNH', 'Về việc phê duyệt quy hoạch']);
  });
});

describe('a letter', () => {
  const letter = `${HEAD.replace('12/KH-UBND', '3824/UBND-QH')}V/v triển khai Kết luận số 334-KL/TU
Kính gửi:
- Sở Xây dựng;
- Ủy ban nhân dân các quận, huyện.
Giao Sở Xây dựng chủ trì.
- Rà soát;
`;

  it('has a subject in its letterhead, and addressees', () => {
    expect(wordsOf(letter, 'letterhead').at(-1)).toBe('V/v triển khai Kết luận số 334-KL/TU');
    expect(wordsOf(letter, 'addressee')).toEqual(['Kính gửi:', '- Sở Xây dựng;', '- Ủy ban nhân dân các quận, huyện.']);
  });

  it('the dash behind its first sentence is no addressee', () => {
    expect(wordsOf(letter, 'addressee')).not.toContain('- Rà soát;');
  });
});

describe('the end', () => {
  it('recipients and signature in either order', () => {
    const recipients = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n';
    const signature = 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n';
    for (const end of [recipients + signature, signature + recipients]) {
      const text = `I. NHIỆM VỤ\n1. Rà soát.\n${end}`;
      expect(wordsOf(text, 'recipient')).toEqual(recipients.trim().split('\n'));
      expect(wordsOf(text, 'signature')).toEqual(signature.trim().split('\n'));
    }
  });

  it('interleaved, as two columns are read line by line', () => {
    const text = 'I. NHIỆM VỤ\n1. Rà soát.\nNơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Như trên;\nCHỦ TỊCH\n- Lưu: VT.\nNguyễn Văn A\n';
    expect(wordsOf(text, 'recipient')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.']);
    expect(wordsOf(text, 'signature')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A']);
  });

  it('only the name is left under the stamp', () => {
    expect(wordsOf('I. NHIỆM VỤ\n1. Rà soát.\nNơi nhận:\n- Lưu: VT.\nNguyễn Văn A', 'signature')).toEqual(['Nguyễn Văn A']);
  });

  describe('what recognition made of seal and signature', () => {
    const TASK = 'I. NHIỆM VỤ\n1. Rà soát.\n';
    it('stands between the lines of a signature without ending it', () => {
      const text = `${TASK}Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\n¬\nPHÓ CHỦ TỊCH\nNV .“uu\nTrần Văn A\n`;
      expect(wordsOf(text, 'signature')).toEqual(['KT. CHỦ TỊCH', '¬', 'PHÓ CHỦ TỊCH', 'NV .“uu', 'Trần Văn A']);
    });
    it('stands among the recipients, and is none', () => {
      const text = `${TASK}Nơi nhận:\n- Sở Xây dựng;\nrân Văn A\n- Sở Tư pháp;\n- Lưu: VT.\nẤ mg cuc ti.\n`;
      expect(wordsOf(text, 'recipient')).toEqual(['Nơi nhận:', '- Sở Xây dựng;', '- Sở Tư pháp;', '- Lưu: VT.']);
    });
    it('hides the label of the recipients', () => {
      const text = `${TASK}CHỦ TỊCH\n- Văn phòng Chính phủ;\n- Lưu: VT.\nTrần Văn A\n`;
      expect(wordsOf(text, 'recipient')).toEqual(['- Văn phòng Chính phủ;', '- Lưu: VT.']);
    });
    it('is no paragraph that follows, nor a list below the signature', () => {
      const after = 'Các sở, ngành triển khai nghiêm túc Chỉ thị này trong năm 2025.';
      expect(wordsOf(`${TASK}CHỦ TỊCH\nTrần Văn A\n${after}\n- Rà soát\n`, 'signature')).toEqual(['CHỦ TỊCH', 'Trần Văn A']);
    });
  });

  it('the office in a sentence ends nothing', () => {
    expect(wordsOf('I. NHIỆM VỤ\n1. Giao Chủ tịch Ủy ban nhân dân các xã thực hiện.\n2. Giám đốc Sở chịu trách nhiệm.', 'signature')).toEqual([]);
  });
});

describe('annexes', () => {
  const end = 'I. NHIỆM VỤ\n1. Rà soát.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n';

  it.each([
    ['a label', 'PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n1. Lập quy hoạch'],
    ['a label with a number', 'Phụ lục II\nDANH MỤC NHIỆM VỤ\n1. Lập quy hoạch'],
    ['an attached regulation', 'QUY CHẾ\nHOẠT ĐỘNG CỦA BAN CHỈ ĐẠO\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\nĐiều 1. Phạm vi'],
    ['an attached regulation with its title on one line', 'QUY CHẾ LÀM VIỆC\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\nĐiều 1. Phạm vi'],
  ])('%s', (_, text) => {
    expect(zones(end + text)).toContain('annex');
  });

  it.each([
    ['a reference to one', 'Phụ lục I, ban hành kèm theo Kế hoạch này, được sửa đổi.'],
    ['a title without "kèm theo" below it', 'QUY CHẾ\nHOẠT ĐỘNG CỦA BAN CHỈ ĐẠO\nĐiều 1. Phạm vi'],
  ])('%s is none', (_, text) => {
    expect(zones(end + text)).not.toContain('annex');
  });
});
