import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Header, type MadeDocument, type MadePage, makeTablePage, makeTextPages } from './pages.ts';

const SEEDS = ['000_b3c459f6010045e1.txt', '002_e3eda25cdba97c1d.txt', '004_8b11a10fe5799f09.txt'];
const WORTH_SETTING = 60;

const HEADERS: readonly Header[] = [
  {
    issuer: ['ỦY BAN NHÂN DÂN', 'HUYỆN AN LÃO'],
    number: 'Số: 218/KH-UBND',
    place: 'An Lão, ngày 27 tháng 11 năm 2023',
    type: 'KẾ HOẠCH',
    title: ['Triển khai thực hiện Nghị quyết số 06-NQ/TW', 'ngày 24/01/2022 của Bộ Chính trị'],
  },
  {
    issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH HÀ TĨNH'],
    number: 'Số: 1479/QĐ-UBND',
    place: 'Hà Tĩnh, ngày 30 tháng 9 năm 2022',
    type: 'QUYẾT ĐỊNH',
    title: ['Về việc ban hành Chương trình phát triển đô thị', 'giai đoạn 2022 - 2030'],
  },
  {
    issuer: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HẢI PHÒNG'],
    number: 'Số: 08/KH-UBND',
    place: 'Hải Phòng, ngày 15 tháng 01 năm 2024',
    type: 'CHỈ THỊ',
    title: ['Về quy hoạch, xây dựng, quản lý', 'và phát triển bền vững đô thị'],
  },
];

/** Running text of a seed, joined to paragraphs, without markup; what no letter font holds is left out. */
function paragraphsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').normalize('NFC').replaceAll('ƣ', 'ư').replaceAll('Ƣ', 'Ư');
  const paragraphs: string[] = [];
  let current = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || /[|$\\<>#*\t\p{Co}\uFFFD]/u.test(line)) continue;
    if (/^(?:[IVX]{1,5}\.|\d{1,2}\.|[-+•]|[a-zđ]\)|Căn cứ|Điều )/u.test(line) && current !== '') {
      paragraphs.push(current);
      current = '';
    }
    current = current === '' ? line : `${current} ${line}`;
  }
  paragraphs.push(current);
  return paragraphs.filter((paragraph) => paragraph.length < 900);
}

/** First and second pages of three seeds, a document each. */
export function seedDocuments(root: string): MadeDocument[] {
  return SEEDS.flatMap((seed, index) => {
    const header = HEADERS[index];
    return header ? [{ name: seed.slice(0, 3), seed, pages: makeTextPages(seed.slice(0, 3), header, paragraphsOf(join(root, 'seeds', seed)), 2) }] : [];
  });
}

/** Pages with a table of tasks and one of targets, filled with the seeds' words. */
export function seedTablePages(root: string): MadePage[] {
  const tasks = SEEDS.flatMap((seed) => paragraphsOf(join(root, 'seeds', seed))).filter((paragraph) => paragraph.length > WORTH_SETTING && paragraph.length < 220);
  const intro = 'Danh mục nhiệm vụ triển khai thực hiện Chương trình hành động, phân công cơ quan chủ trì và thời hạn hoàn thành:';
  const close = 'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị báo cáo Ủy ban nhân dân để xem xét, quyết định.';
  const agencies = ['Sở Xây dựng', 'Sở Kế hoạch và Đầu tư', 'Sở Tài nguyên và Môi trường', 'Ủy ban nhân dân các quận, huyện'];
  const rows = tasks
    .slice(0, 14)
    .map((task, index) => [String(index + 1), task.replace(/^[-+•\d. ]{1,6}/, ''), agencies[index % agencies.length] ?? '', index % 3 === 0 ? 'Năm 2024' : '2024 - 2030']);
  const targets = [
    ['1', 'Tỷ lệ đô thị hóa', '%', '45,5', '60 - 70'],
    ['2', 'Diện tích cây xanh bình quân đầu người', 'm²', '6 - 8', '10'],
    ['3', 'Tỷ lệ đất giao thông trên đất xây dựng', '%', '11,2', '16 - 26'],
    ['4', 'Số lượng đô thị loại II', 'đô thị', '3', '5'],
    ['5', 'Diện tích sàn nhà ở bình quân', 'm²', '27,8', '32'],
    ['6', 'Tỷ lệ dân cư được cấp nước sạch', '%', '98,5', '100'],
    ['7', 'Tỷ lệ thu gom chất thải rắn', '%', '95', '≥ 98'],
    ['8', 'Tỷ trọng kinh tế khu vực đô thị trong GRDP', '%', '75', '85'],
  ];
  const taskHead = ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'];
  const targetHead = ['STT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030'];
  return [
    makeTablePage('tasks', intro, [30, 235, 115, 80], [taskHead, ['I. CÔNG TÁC QUY HOẠCH'], ...rows.slice(0, 4), ['II. CÔNG TÁC QUẢN LÝ'], ...rows.slice(4)], close),
    makeTablePage('targets', intro, [35, 215, 60, 75, 75], [targetHead, ...targets], close, 13),
  ];
}
