import { describe, expect, it } from 'vitest';
import { documentOf } from '../stages.ts';

const HEAD = `ỦY BAN NHÂN DÂN TỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 125/KH-UBND

Nghệ An, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Phát triển du lịch
---------------

I. MỤC ĐÍCH

Phát triển du lịch bền vững.

II. NHIỆM VỤ

`;
const assignmentsOf = (body: string) => documentOf(`${HEAD}${body}\n`).assignments;
/** Role and agency of each assignment. */
const roles = (body: string) => assignmentsOf(body).map(({ role, agency }) => `${role} ${agency.name}`);

describe('the roles of a sentence', () => {
  it.each([
    ['1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập đề án.', ['lead Sở Y tế', 'coordinate Sở Tài chính']],
    ['1. Sở Y tế chủ trì cùng Sở Nội vụ, phối hợp với Công an tỉnh lập đề án.', ['lead Sở Y tế', 'co-lead Sở Nội vụ', 'coordinate Công an tỉnh']],
    ['1. Sở Y tế phối hợp với Sở Tài chính lập đề án.', ['execute Sở Y tế', 'coordinate Sở Tài chính']],
    ['1. Sở Y tế, theo chức năng, nhiệm vụ được giao, chủ trì lập đề án.', ['lead Sở Y tế']],
    ['1. Sở Tài chính chủ trì tham mưu cho UBND tỉnh bố trí kinh phí.', ['lead Sở Tài chính', 'advise Sở Tài chính']],
    ['1. Sở Tài chính tham mưu UBND tỉnh bố trí kinh phí.', ['advise Sở Tài chính']],
    ['1. Sở Y tế chỉ đạo các bệnh viện tổ chức trực cấp cứu.', ['direct Sở Y tế', 'execute Các bệnh viện']],
    ['1. Công an tỉnh thu nhận hồ sơ theo hướng dẫn của Bộ Công an.', ['execute Công an tỉnh', 'guide Bộ Công an']],
    ['1. Các sở, ngành báo cáo kết quả về UBND tỉnh (qua Sở Y tế).', ['execute Các sở, ngành', 'report-to Ủy ban nhân dân tỉnh', 'via Sở Y tế']],
    ['1. Việc tiếp nhận phản ánh do Sở Du lịch làm đầu mối.', ['focal Sở Du lịch']],
    ['1. UBND tỉnh yêu cầu Công an tỉnh kiểm tra tải trọng xe.', ['execute Công an tỉnh', 'assign Ủy ban nhân dân tỉnh']],
    ['1. Sở Tài chính: Căn cứ khả năng cân đối ngân sách, tham mưu UBND tỉnh bố trí kinh phí.', ['advise Sở Tài chính']],
    ['1. Cục An toàn thông tin chủ trì biên soạn tài liệu.', ['lead Cục An toàn thông tin']],
    ['1. Cục Chuyển đổi số quốc gia chủ trì lập đề án.', ['lead Cục Chuyển đổi số quốc gia']],
    ['1. Sở Y tế chỉ đạo Chi cục Dân số, các Ban Quản lý rừng tổ chức trực.', ['direct Sở Y tế', 'execute Chi cục Dân số', 'execute Các Ban Quản lý rừng']],
    ['1. Hội Nông dân, Hội Khuyến học cấp huyện tổ chức tập huấn.', ['execute Hội Nông dân cấp huyện', 'execute Hội Khuyến học cấp huyện']],
    ['1. Sở Văn hóa Thông tin tham mưu giúp UBND tỉnh quản lý lễ hội.', ['advise Sở Văn hóa Thông tin']],
    ['1. Sở Y tế chủ trì, Sở Tài chính phối hợp.', ['lead Sở Y tế', 'coordinate Sở Tài chính']],
  ])('%s', (body, expected) => {
    expect(roles(body).sort()).toEqual([...expected].sort());
  });

  it.each([
    '1. Sở Y tế đã chủ trì, phối hợp với Sở Tài chính lập đề án.',
    '1. Các cấp, các ngành cần phối hợp chặt chẽ.',
    '1. Phát huy vai trò giám sát của Mặt trận Tổ quốc Việt Nam.',
    '1. Theo báo cáo của Sở Y tế, dịch bệnh giảm.',
    '1. Thực hiện Quyết định số 12/QĐ-BYT ngày 02/01/2024 của Bộ Y tế về phòng, chống dịch.',
    '1. Ngày 18/01/2024, Sở Y tế tổ chức hội nghị.',
  ])('none: %s', (body) => {
    expect(roles(body)).toEqual([]);
  });
});

describe('the subject of an item', () => {
  it('is the body of its heading', () => {
    expect(roles('1. Sở Y tế\n\n- Chủ trì lập đề án.\n\n- Phối hợp với Sở Tài chính bố trí kinh phí.\n\n2. Sở Nội vụ: Thẩm định đề án.')).toEqual([
      'lead Sở Y tế',
      'coordinate Sở Tài chính',
      'execute Sở Y tế',
      'execute Sở Nội vụ',
    ]);
  });

  it('… and no subject matter', () => {
    expect(roles('1. Công tác y tế dự phòng\n\n- Theo dõi tình hình dịch bệnh.')).toEqual([]);
  });

  it('not of a section of results', () => {
    expect(roles('1. Kết quả thực hiện\n\n- Sở Y tế tổ chức tiêm chủng.')).toEqual([]);
  });
});

describe('a task', () => {
  const [lead] = assignmentsOf('1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính lập đề án, hoàn thành trước ngày 30/6/2024.');

  it('has the label of its unit, the words from the verb on, and a deadline', () => {
    expect(lead).toMatchObject({
      task: { label: 'II.1', eId: 'II.1', text: 'lập đề án, hoàn thành trước ngày 30/6/2024' },
      agency: { id: 'vn-na.so-y-te', level: 'province', collective: false },
      deadline: { kind: 'by', to: '2024-06-30' },
      evidence: { quote: 'Sở Y tế chủ trì' },
    });
  });

  it('has an id made of what it is', () => {
    expect(lead?.id).toBe('II.1.vn-na-so-y-te.lead.lap-de-an-hoan-thanh-truoc');
  });

  it('has the time and money that lines beside it give', () => {
    expect(assignmentsOf('1. Đào tạo\n\n- Giao Sở Y tế lập đề án.\n\n- Thời gian thực hiện: 2024-2025.\n\n- Nguồn kinh phí: Ngân sách tỉnh.')).toMatchObject([
      { deadline: { from: '2024', to: '2025' }, funding: 'Ngân sách tỉnh' },
    ]);
  });
});

describe('a table', () => {
  const rows = (lines: string) => assignmentsOf(`1. Danh mục nhiệm vụ\n\n${lines}`).map(({ task, role, agency }) => `${task.label} ${role} ${agency.name}`);

  it('gives bare names the role of their column', () => {
    expect(rows('TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\n1\tLập đề án\tSở Y tế\tSở Tài chính; UBND các huyện\n2\tThẩm định\tnt\tSở Nội vụ')).toEqual([
      '1 lead Sở Y tế',
      '1 coordinate Sở Tài chính',
      '1 coordinate Ủy ban nhân dân các huyện',
      '2 lead Sở Y tế',
      '2 coordinate Sở Nội vụ',
    ]);
  });

  it('lets the words of a cell say more than its column', () => {
    expect(rows('TT\tNhiệm vụ\tCơ quan thực hiện\n1\tLập đề án\tSở Y tế chủ trì, phối hợp với Sở Tài chính\n2\tThẩm định\tSở Nội vụ')).toEqual([
      '1 lead Sở Y tế',
      '1 coordinate Sở Tài chính',
      '2 execute Sở Nội vụ',
    ]);
  });
});

describe('the agency of a task', () => {
  it.each([
    ['Hội Nông dân', 'vn-na.hoi-nong-dan-tinh'],
    ['Hội Liên hiệp Phụ nữ tỉnh', 'vn-na.hoi-lien-hiep-phu-nu-tinh'],
    ['Trung tâm Kiểm soát bệnh tật tỉnh', 'vn-na.trung-tam-kiem-soat-benh-tat-tinh'],
    ['Hội Nông dân xã', null],
    ['Hạt Kiểm lâm tỉnh', null],
  ])('%s in a plan of a province is %s', (name, id) => {
    expect(assignmentsOf(`1. ${name} tổ chức tập huấn.`)[0]?.agency.id).toBe(id);
  });

  it('is none of the province a ministry has its seat in', () => {
    const text = HEAD.replace('ỦY BAN NHÂN DÂN TỈNH NGHỆ AN', 'BỘ Y TẾ').replace('125/KH-UBND', '125/KH-BYT').replace('Nghệ An, ngày', 'Hà Nội, ngày');
    expect(documentOf(`${text}1. Trung tâm Kiểm soát bệnh tật tổ chức tập huấn.\n`).assignments[0]?.agency.id).toBeNull();
  });
});

describe('the words of a task', () => {
  it('are those of the clause where the heading only names a body', () => {
    expect(assignmentsOf('1. Công an tỉnh: Lập đề án; chỉ đạo Công an các huyện phối hợp với Hạt Kiểm lâm.').map(({ task }) => task.text)).not.toContain('Công an tỉnh');
  });
});
