/**
 * Small consistent corpora out of realistic pieces, from a seed: provinces with a district each, Party and State works with true
 * days, and documents that cite them. A wrong day, number or shape exists only where a test plants one.
 */

export type Random = () => number;

/** mulberry32: the same numbers on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

interface Home {
  level: 'central' | 'province' | 'district';
  /** "tỉnh Nghệ An", "huyện Diễn Châu". */
  name: string;
  /** "Nghệ An": for the place line. */
  place: string;
  kind: string;
  committee: string;
  party: string;
  parent: Home | null;
}

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

/** A place in a document where a work is cited, and how. */
export interface Cite {
  work: TrueWork;
  style: 'full' | 'list' | 'short';
  issuer: string;
  date: string;
  number: string;
  title: string | null;
  relation: string;
}

export interface Draft {
  work: TrueWork;
  preamble: Cite[];
  body: Cite[];
  /** What stands between the works of the preamble. */
  joint: '; ' | ', ';
  /** The document that came in the same file, below its cover letter. */
  attached: Draft | null;
  /** A line of the letterhead that is missing. */
  lost?: 'number' | 'date';
}

const CENTRE: Home = { level: 'central', name: 'Việt Nam', place: 'Hà Nội', kind: '', committee: 'Chính phủ', party: 'Trung ương', parent: null };

function province(kind: string, place: string, districts: readonly [string, string][]): Home[] {
  const party = kind === 'tỉnh' ? 'Tỉnh ủy' : 'Thành ủy';
  const home: Home = { level: 'province', name: `${kind} ${place}`, place, kind, committee: 'Ủy ban nhân dân', party, parent: CENTRE };
  return [
    home,
    ...districts.map(
      ([districtKind, name]): Home => ({
        level: 'district',
        name: `${districtKind} ${name}`,
        place: name,
        kind: districtKind,
        committee: 'Ủy ban nhân dân',
        party: districtKind === 'huyện' ? 'Huyện ủy' : 'Quận ủy',
        parent: home,
      }),
    ),
  ];
}

const HOMES: readonly Home[][] = [
  province('thành phố', 'Hải Phòng', [
    ['huyện', 'An Lão'],
    ['huyện', 'Vĩnh Bảo'],
  ]),
  province('tỉnh', 'Hà Tĩnh', [
    ['huyện', 'Cẩm Xuyên'],
    ['huyện', 'Thạch Hà'],
  ]),
  province('tỉnh', 'Nghệ An', [
    ['huyện', 'Diễn Châu'],
    ['huyện', 'Yên Thành'],
  ]),
  province('tỉnh', 'Bình Định', [
    ['huyện', 'Tuy Phước'],
    ['huyện', 'Phù Cát'],
  ]),
  province('tỉnh', 'Quảng Ninh', [
    ['huyện', 'Vân Đồn'],
    ['huyện', 'Hải Hà'],
  ]),
  province('thành phố', 'Cần Thơ', [
    ['huyện', 'Cờ Đỏ'],
    ['quận', 'Thốt Nốt'],
  ]),
];

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
const CENTRAL: readonly TrueWork[] = [
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

const iso = (random: Random, year: number, from = 1, to = 12): string =>
  `${year}-${String(from + Math.floor(random() * (to - from + 1))).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
const two = (value: number): string => String(value).padStart(2, '0');

/** Local works of a home: the same numbers in two terms and in two years, with other subjects. */
function localWorks(home: Home, random: Random): TrueWork[] {
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
function printDay(date: string, style: 'slash' | 'hyphen' | 'long'): string {
  const [d, m, y] = dmy(date);
  const month = Number(m) > 2 ? String(Number(m)) : m;
  return style === 'long' ? `ngày ${d} tháng ${month} năm ${y}` : style === 'hyphen' ? `ngày ${d}-${m}-${y}` : `ngày ${d}/${month}/${y}`;
}

/** The issuer as a document of some place writes it: in full, or "của Tỉnh ủy" at home. */
function issuerFor(work: TrueWork, reader: Home, random: Random): string {
  const mine = work.home === reader || work.home === reader.parent;
  if (work.home.level === 'central' || !mine || random() < 0.5) return work.issuer;
  if (work.system === 'party') return work.home.level === 'province' && random() < 0.3 ? `Ban Thường vụ ${work.home.party}` : work.home.party;
  if (work.issuer.startsWith('Hội đồng')) return `Hội đồng nhân dân ${work.home.kind}`;
  return random() < 0.5 ? `UBND ${work.home.kind}` : `Ủy ban nhân dân ${work.home.kind}`;
}

function cite(work: TrueWork, reader: Home, style: Cite['style'], relation: string, random: Random): Cite {
  const titled = style === 'full' && random() < 0.6;
  const date = printDay(work.date, work.system === 'party' && random() < 0.2 ? 'hyphen' : random() < 0.15 ? 'long' : 'slash');
  return { work, style, issuer: issuerFor(work, reader, random), date, number: work.number, title: titled ? work.title : null, relation };
}

function printCite({ work, style, issuer, date, number, title }: Cite): string {
  if (style === 'short') return `${work.type} số ${number}`;
  const comma = work.system === 'party' ? ',' : '';
  const about =
    title === null
      ? ''
      : ` ${/^(?:về|phê duyệt|ban hành|quy định|hướng dẫn|kết luận|thực hiện|triển khai|tổng kết)(?= )/u.test(title) ? title : `về ${title.charAt(0).toLowerCase()}${title.slice(1)}`}`;
  return `${work.type} số ${number}${comma} ${date} của ${issuer}${about}`;
}

function header({ work, lost }: Draft): string {
  const { home } = work;
  const day = lost === 'date' ? [] : ['', `${home.place}, ${printDay(work.date, 'long')}`];
  if (work.system === 'party') {
    const name = `${home.party} ${home.place}`.toUpperCase();
    return [name, '*', ...(lost === 'number' ? [] : [`Số ${work.number}`]), '', 'ĐẢNG CỘNG SẢN VIỆT NAM', ...day].join('\n');
  }
  const council = work.issuer.startsWith('Hội đồng') ? 'HỘI ĐỒNG NHÂN DÂN' : 'ỦY BAN NHÂN DÂN';
  const subject = work.type === 'Công văn' ? [`V/v ${work.title}`] : [];
  const number = lost === 'number' ? [] : ['', `Số: ${work.number}`, ...subject];
  return [council, home.name.toUpperCase(), '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', ...number, ...day].join('\n');
}

const SENTENCES: readonly ((words: string) => string)[] = [
  (words) => `Tiếp tục thực hiện ${words}; gắn trách nhiệm người đứng đầu với kết quả thực hiện.`,
  (words) => `Các cơ quan, đơn vị rà soát kết quả triển khai ${words}, báo cáo cấp có thẩm quyền.`,
  (words) => `Bám sát nội dung ${words}, bố trí đủ nguồn lực hằng năm.`,
  (words) => `Tổ chức quán triệt ${words} đến cán bộ, đảng viên và Nhân dân.`,
];

/** The text of a draft; cites are printed as they stand, right or wrong. */
export function printDraft(draft: Draft, random: Random): string {
  const { work } = draft;
  const lines = [header(draft), ''];
  const doer = work.system === 'party' ? `Ban Thường vụ ${work.home.party}` : `${work.issuer.startsWith('Hội đồng') ? 'Hội đồng nhân dân' : 'Ủy ban nhân dân'} ${work.home.kind}`;
  if (work.type === 'Công văn') lines.push('Kính gửi: Các phòng, ban, ngành; Ủy ban nhân dân các xã, thị trấn.', '');
  else lines.push(work.type.toUpperCase(), work.title.charAt(0).toUpperCase() + work.title.slice(1), '');
  const preamble = draft.preamble.map(printCite).join(draft.joint);
  if (preamble !== '')
    lines.push(
      `${draft.preamble[0]?.relation ?? 'Thực hiện'} ${preamble}, ${doer} ${work.type === 'Công văn' ? 'yêu cầu các đơn vị thực hiện' : `ban hành ${work.type}`} như sau:`,
      '',
    );
  lines.push('I. MỤC ĐÍCH, YÊU CẦU', '');
  draft.body.forEach((one, at) => {
    lines.push(`${at + 1}. ${pick(random, SENTENCES)(printCite(one))}`, '');
  });
  lines.push('II. TỔ CHỨC THỰC HIỆN', '', `Các cơ quan, đơn vị định kỳ báo cáo ${doer} trước ngày 30/11 hằng năm./.`, '', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.', '');
  lines.push(
    ...(work.system === 'party' ? ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ'] : ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']),
    '',
    pick(random, ['Trần Quốc Bảo', 'Lê Thị Hồng Vân', 'Nguyễn Đức Thịnh', 'Phạm Minh Khôi']),
    '',
  );
  if (draft.attached) lines.push('', printDraft(draft.attached, random));
  return lines.join('\n');
}

/** A corpus of two or three documents that agree with each other and with the truth. */
export function makeCorpus(seed: number): Draft[] {
  const random = randomOf(seed);
  const families = shuffled(random, HOMES).slice(0, random() < 0.4 ? 2 : 1);
  const homes = families.flatMap((family) => [family[0] as Home, pick(random, family.slice(1))]);
  const works = homes.flatMap((home) => localWorks(home, random));
  const all = [...CENTRAL, ...works];
  const authors = shuffled(
    random,
    works.filter((work) => work.date >= '2022-01-01' && !['Quyết định', 'Báo cáo'].includes(work.type) && !work.issuer.startsWith('Hội đồng')),
  );
  const count = random() < 0.5 ? 2 : 3;
  const shared = shuffled(random, all).slice(0, 6);
  const drafts = authors.slice(0, count).map((work): Draft => {
    const readable = (other: TrueWork) =>
      other !== work && other.date < work.date && (other.home.level === 'central' || other.home === work.home || other.home === work.home.parent || random() < 0.4);
    const pool = [...new Set([...shared, ...shuffled(random, all).slice(0, 5)])].filter(readable);
    const preamble = pool.slice(0, 3).map((other) => cite(other, work.home, 'full', pick(random, ['Thực hiện', 'Căn cứ']), random));
    const body: Cite[] = [];
    for (const other of pool.slice(0, 7)) {
      const said = preamble.some((one) => one.work === other) || body.some((one) => one.work === other);
      body.push(cite(other, work.home, said && random() < 0.5 ? 'short' : 'full', '', random));
    }
    return { work, preamble, body, joint: random() < 0.7 ? '; ' : ', ', attached: null };
  });
  return random() < 0.3 ? drafts.map((draft) => withCoverLetter(draft, random)) : drafts;
}

/** The letter that sends a document on, in the same file: it cites the document and copies what its preamble cites. */
function withCoverLetter(draft: Draft, random: Random): Draft {
  const { work } = draft;
  if (work.home.level !== 'province' || work.type === 'Công văn') return draft;
  const date = `${Number(work.date.slice(0, 4)) + (work.date.slice(5, 7) === '12' ? 1 : 0)}-${work.date.slice(5, 7) === '12' ? '01' : two(Number(work.date.slice(5, 7)) + 1)}-12`;
  const letter: TrueWork = {
    system: 'state',
    // Letters are numbered in the order of their days.
    number: `${2000 + Number(date.slice(5, 7)) * 60 + Math.floor(random() * 50)}/UBND-NC`,
    type: 'Công văn',
    date,
    issuer: `${work.home.committee} ${work.home.name}`,
    home: work.home,
    title: `gửi ${work.type} ${work.title.split(' số ')[0] ?? ''}`,
  };
  const body = [cite(work, work.home, 'full', '', random), ...draft.preamble.slice(0, 2).map((one) => ({ ...one }))];
  return { work: letter, preamble: [], body, joint: '; ', attached: draft };
}
