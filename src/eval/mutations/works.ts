import { CENTRE, type Home } from './homes.ts';
import { pick, type Random, shuffled } from './random.ts';

/** A work and the truth about it. */
export interface TrueWork {
  system: 'state' | 'party';
  number: string;
  type: string;
  date: string;
  issuer: string;
  home: Home;
  title: string;
}

const central = (system: 'state' | 'party', number: string, type: string, date: string, issuer: string, title: string): TrueWork => ({
  system,
  number,
  type,
  date,
  issuer,
  home: CENTRE,
  title,
});

/** Works of the centre. Equal numbers of other terms, years and bodies stand side by side on purpose. */
export const CENTRAL: readonly TrueWork[] = [
  central(
    'party',
    '06-NQ/TW',
    'Nghị quyết',
    '2022-01-24',
    'Bộ Chính trị',
    'về quy hoạch, xây dựng, quản lý và phát triển bền vững đô thị Việt Nam đến năm 2030, tầm nhìn đến năm 2045',
  ),
  central(
    'party',
    '06-NQ/TW',
    'Nghị quyết',
    '2016-11-05',
    'Ban Chấp hành Trung ương',
    'về thực hiện có hiệu quả tiến trình hội nhập kinh tế quốc tế, giữ vững ổn định chính trị - xã hội',
  ),
  central(
    'party',
    '18-NQ/TW',
    'Nghị quyết',
    '2017-10-25',
    'Ban Chấp hành Trung ương',
    'về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả',
  ),
  central('party', '18-NQ/TW', 'Nghị quyết', '2022-06-16', 'Ban Chấp hành Trung ương', 'về hoàn thiện thể chế, chính sách, nâng cao hiệu lực, hiệu quả quản lý và sử dụng đất'),
  central('party', '45-NQ/TW', 'Nghị quyết', '2019-01-24', 'Bộ Chính trị', 'về xây dựng và phát triển thành phố Hải Phòng đến năm 2030, tầm nhìn đến năm 2045'),
  central('party', '27-NQ/TW', 'Nghị quyết', '2022-11-09', 'Ban Chấp hành Trung ương', 'về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam'),
  central('party', '27-NQ/TW', 'Nghị quyết', '2018-05-21', 'Ban Chấp hành Trung ương', 'về cải cách chính sách tiền lương đối với cán bộ, công chức, viên chức'),
  central('party', '19-CT/TW', 'Chỉ thị', '2022-12-05', 'Ban Bí thư', 'về tăng cường lãnh đạo công tác phòng cháy, chữa cháy'),
  central('state', '148/NQ-CP', 'Nghị quyết', '2022-11-11', 'Chính phủ', 'ban hành Chương trình hành động về phát triển bền vững đô thị Việt Nam'),
  central('state', '99/NQ-CP', 'Nghị quyết', '2021-08-30', 'Chính phủ', 'ban hành Chương trình hành động của Chính phủ nhiệm kỳ 2021 - 2026'),
  central('state', '99/NQ-CP', 'Nghị quyết', '2023-07-10', 'Chính phủ', 'ban hành Chương trình hành động về xây dựng Nhà nước pháp quyền'),
  central('state', '323/QĐ-TTg', 'Quyết định', '2023-03-30', 'Thủ tướng Chính phủ', 'phê duyệt điều chỉnh quy hoạch chung thành phố'),
  central(
    'state',
    '438/QĐ-TTg',
    'Quyết định',
    '2021-03-25',
    'Thủ tướng Chính phủ',
    'phê duyệt Đề án phát triển các đô thị Việt Nam ứng phó với biến đổi khí hậu giai đoạn 2021 - 2030',
  ),
  central('state', '749/QĐ-TTg', 'Quyết định', '2020-06-03', 'Thủ tướng Chính phủ', 'phê duyệt Chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030'),
  central('state', '1210/2016/UBTVQH13', 'Nghị quyết', '2016-05-25', 'Ủy ban Thường vụ Quốc hội', 'về phân loại đô thị'),
  central('state', '26/2022/UBTVQH15', 'Nghị quyết', '2022-09-21', 'Ủy ban Thường vụ Quốc hội', 'về sửa đổi, bổ sung một số điều của Nghị quyết về phân loại đô thị'),
  central('state', '39/2021/QH15', 'Nghị quyết', '2021-11-13', 'Quốc hội', 'về Quy hoạch sử dụng đất quốc gia thời kỳ 2021 - 2030, tầm nhìn đến năm 2050'),
  central('state', '81/2023/QH15', 'Nghị quyết', '2023-01-09', 'Quốc hội', 'về Quy hoạch tổng thể quốc gia thời kỳ 2021 - 2030, tầm nhìn đến năm 2050'),
  central('state', '35/2022/NĐ-CP', 'Nghị định', '2022-05-28', 'Chính phủ', 'quy định về quản lý khu công nghiệp và khu kinh tế'),
  central('state', '30/2020/NĐ-CP', 'Nghị định', '2020-03-05', 'Chính phủ', 'về công tác văn thư'),
  central('state', '02/2023/TT-BNV', 'Thông tư', '2023-03-23', 'Bộ Nội vụ', 'hướng dẫn về vị trí việc làm công chức'),
  central('state', '14/TB-VPCP', 'Thông báo', '2023-01-27', 'Văn phòng Chính phủ', 'kết luận của Thủ tướng Chính phủ tại hội nghị trực tuyến về phát triển đô thị'),
  central('state', '3098/BTTTT-KHCN', 'Văn bản', '2019-09-13', 'Bộ Thông tin và Truyền thông', 'về hướng dẫn áp dụng Bộ chỉ số đô thị thông minh'),
];

/** Party resolutions that local bodies carry out by a document of their own. */
const MATTERS: readonly TrueWork[] = CENTRAL.filter((work) => work.number.endsWith('-NQ/TW') && work.date >= '2017-01-01' && work.date < '2023-01-01');

const TOPICS: readonly string[] = [
  'phát triển đô thị bền vững',
  'nuôi trồng thủy sản ứng dụng công nghệ cao',
  'phòng cháy, chữa cháy và cứu nạn, cứu hộ',
  'xây dựng nông thôn mới nâng cao',
  'giảm nghèo đa chiều',
  'đào tạo nghề cho lao động nông thôn',
  'bảo vệ và phát triển rừng',
  'chuyển đổi số trong cơ quan nhà nước',
  'an toàn giao thông đường bộ',
  'phát triển du lịch cộng đồng',
];
const YEARLY: readonly string[] = [
  'Cải cách hành chính',
  'Kiểm tra công tác văn thư, lưu trữ',
  'Phòng, chống thiên tai và tìm kiếm cứu nạn',
  'Tuyên truyền, phổ biến, giáo dục pháp luật',
];

/** A day of a year, from one month to another. */
export const iso = (random: Random, year: number, from = 1, to = 12): string =>
  `${year}-${String(from + Math.floor(random() * (to - from + 1))).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
/** `7` as `07`. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** Local works of a home: the same numbers in two terms and in two years, with other subjects. */
export function localWorks(home: Home, random: Random): TrueWork[] {
  const said = (work: TrueWork) => `${work.type} số ${work.number}${work.system === 'party' ? ',' : ''} ${printDay(work.date, 'slash')} của ${work.issuer}`;
  const works: TrueWork[] = [];
  const code = home.level === 'province' ? 'TU' : home.kind === 'quận' ? 'QU' : 'HU';
  const state = `${home.committee} ${home.name}`;
  const partyName = `${home.party} ${home.place}`;
  const topics = shuffled(random, TOPICS);
  const serial = 3 + Math.floor(random() * 40);
  const add = (system: 'state' | 'party', number: string, type: string, date: string, issuer: string, title: string) =>
    works.push({ system, number, type, date, issuer, home, title });
  add('party', `${two(serial)}-NQ/${code}`, 'Nghị quyết', iso(random, 2018), partyName, `về ${topics[0]} đến năm 2025`);
  add('party', `${two(serial)}-NQ/${code}`, 'Nghị quyết', iso(random, 2022), partyName, `về ${topics[1]} giai đoạn 2022 - 2025`);
  add('party', `${two(serial + 4)}-NQ/${code}`, 'Nghị quyết', iso(random, 2023, 1, 9), partyName, `về ${topics[2]} giai đoạn 2023 - 2030`);
  add('party', `${two(serial + 20)}-CTr/${code}`, 'Chương trình hành động', iso(random, 2019), partyName, `về ${topics[3]}`);
  add('party', `${two(serial + 2)}-CTr/${code}`, 'Chương trình hành động', iso(random, 2023, 1, 9), partyName, `thực hiện ${said(pick(random, MATTERS))}`);
  add('party', `${100 + serial}-KL/${code}`, 'Kết luận', iso(random, 2023, 10, 12), partyName, `về tổng kết ${said(works[0] as TrueWork)} về ${topics[0]} đến năm 2025`);
  add('party', `${300 + serial}-BC/${code}`, 'Báo cáo', iso(random, 2023, 8, 9), partyName, `tổng kết ${said(works[0] as TrueWork)} về ${topics[0]} đến năm 2025`);
  add('state', `${serial + 60}/KH-UBND`, 'Kế hoạch', iso(random, 2023, 10, 12), state, `triển khai thực hiện ${said(works[4] as TrueWork)}`);
  add('state', `${1200 + serial}/UBND-KT`, 'Công văn', iso(random, 2024, 5, 8), state, `triển khai thực hiện ${said(pick(random, MATTERS))}`);
  const yearly = pick(random, YEARLY);
  add('state', `${two(serial)}/KH-UBND`, 'Kế hoạch', iso(random, 2022, 1, 2), state, `${yearly} năm 2022`);
  add('state', `${two(serial)}/KH-UBND`, 'Kế hoạch', iso(random, 2023, 1, 2), state, `${yearly} năm 2023`);
  add('state', `${two(serial + 1)}/KH-UBND`, 'Kế hoạch', iso(random, 2024, 1, 2), state, `${yearly} năm 2024`);
  add('state', `${serial + 210}/QĐ-UBND`, 'Quyết định', iso(random, 2023, 2, 6), state, `phê duyệt Đề án ${topics[6]}`);
  add('state', `${serial + 210}/QĐ-UBND`, 'Quyết định', iso(random, 2021, 2, 6), state, `phê duyệt Chương trình ${topics[7]}`);
  if (home.level === 'province')
    add('state', `${two((serial % 30) + 1)}/2021/NQ-HĐND`, 'Nghị quyết', iso(random, 2021, 7, 12), `Hội đồng nhân dân ${home.name}`, `quy định chính sách hỗ trợ ${topics[8]}`);
  return works;
}

const dmy = (date: string): [string, string, string] => [date.slice(8), date.slice(5, 7), date.slice(0, 4)];

/** A day as a text prints it: 24/01/2022, 08/7/2019, ngày 07 tháng 6 năm 2024 or, in Party texts, 24-11-2023. */
export function printDay(date: string, style: 'slash' | 'hyphen' | 'long'): string {
  const [d, m, y] = dmy(date);
  const month = Number(m) > 2 ? String(Number(m)) : m;
  return style === 'long' ? `ngày ${d} tháng ${month} năm ${y}` : style === 'hyphen' ? `ngày ${d}-${m}-${y}` : `ngày ${d}/${month}/${y}`;
}
