import type { Cite, Draft } from './citing.ts';
import { pick, type Random } from './random.ts';
import { printDay } from './works.ts';

/** A citation as it stands in the text. */
export function printCite({ work, style, type, issuer, date, number, title }: Cite): string {
  if (style === 'short') return `${type} số ${number}`;
  const comma = work.system === 'party' ? ',' : '';
  const about =
    title === null
      ? ''
      : ` ${/^(?:về|phê duyệt|ban hành|quy định|hướng dẫn|kết luận|thực hiện|triển khai|tổng kết)(?= )/u.test(title) ? title : `về ${title.charAt(0).toLowerCase()}${title.slice(1)}`}`;
  return `${type} số ${number}${comma} ${date} của ${issuer}${about}`;
}

/** The letterhead. */
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
