import type { Finding } from '../../src/model/finding.ts';
import type { SourceFile } from './run-corpus.ts';
import { runCorpus } from './run-corpus.ts';

const HEADING = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const SIGNED = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.';

/** "10/12/2023" as a place line prints it. */
function day(date: string): string {
  const [d, m, y] = date.split('/');
  return `ngày ${d} tháng ${m} năm ${y}`;
}

/** A plan of a State body; `body` is what it says. */
export const plan = (issuer: string, place: string, number: string, date: string, body: string, title = 'Phát triển nhà ở xã hội'): string =>
  `${issuer.toUpperCase()}\n\n${HEADING}\n\nSố: ${number}\n\n${place}, ${day(date)}\n\nKẾ HOẠCH\n${title}\n\n${body}\n\n${SIGNED}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLương Thế Khải\n`;

/** A letter of a State body. */
export const letter = (issuer: string, place: string, number: string, date: string, body: string, subject = 'triển khai nhiệm vụ'): string =>
  `${issuer.toUpperCase()}\n\n${HEADING}\n\nSố: ${number}\nV/v ${subject}\n\n${place}, ${day(date)}\n\nKính gửi: Các đơn vị.\n\n${body}\n\n${SIGNED}\n\nGIÁM ĐỐC\n\nHà Quang Tiệp\n`;

/** A resolution of a Party committee. */
export const resolution = (issuer: string, place: string, number: string, date: string, body: string, title = 'về phát triển nhà ở xã hội'): string =>
  `${issuer.toUpperCase()}\n*\nSố ${number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n${place}, ${day(date)}\n\nNGHỊ QUYẾT\n${title}\n\n${body}\n\nNơi nhận:\n- Như trên,\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐoàn Vĩnh Phát\n`;

const DISTRICTS = ['Diễn Châu', 'Yên Thành', 'Đô Lương', 'Nam Đàn', 'Thanh Chương', 'Quỳ Hợp', 'Tân Kỳ', 'Con Cuông', 'Anh Sơn', 'Nghi Lộc', 'Kỳ Sơn'];

/** A plan of the n-th district of Nghệ An, so that each is a source of its own. */
export const district = (at: number, date: string, body: string): string =>
  plan(`Ủy ban nhân dân\nhuyện ${DISTRICTS[at]}`, DISTRICTS[at] as string, `${at + 20}/KH-UBND`, date, body);

export const filesOf = (texts: readonly string[]): SourceFile[] => texts.map((content, at) => ({ name: `${at + 1}.txt`, content }));

/** The one finding of a rule about a number in a corpus of texts. */
export function findingAbout(rule: string, number: string, texts: readonly string[]): Finding {
  const found = runCorpus(filesOf(texts)).findings.filter((finding) => finding.rule === rule && finding.message.vi.includes(number));
  const [finding] = found;
  if (!finding || found.length !== 1) throw new Error(`${found.length} findings of ${rule} about ${number}`);
  return finding;
}
