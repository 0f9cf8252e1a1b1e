import { describe, expect, it } from 'vitest';
import { agencyListGrammar } from '../../src/grammar/agency-lists.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = agencyListGrammar(knowledge);
const list = (text: string) => grammar.at({ text, folded: fold(text) }, 0);
/** Names of a list, collectives with a star, and the words behind it. */
const read = (text: string) => {
  const found = list(text);
  return found && [...found.mentions.map(({ name, collective }) => `${name}${collective ? '*' : ''}`), text.slice(found.end)];
};

describe('a list of agencies', () => {
  it.each([
    ['Các Sở: Y tế, Văn hóa, Thể thao và Du lịch, Nội vụ chủ trì', ['Sở Y tế', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Nội vụ', ' chủ trì']],
    ['các Bộ Xây dựng, Tài chính và các bộ, ngành liên quan hoàn thiện', ['Bộ Xây dựng', 'Bộ Tài chính', 'Các bộ, ngành liên quan*', ' hoàn thiện']],
    ['Sở Tài chính, Tư pháp và Nội vụ thẩm định', ['Sở Tài chính', 'Sở Tư pháp', 'Sở Nội vụ', ' thẩm định']],
    ['các Sở Tài nguyên và Môi trường, Sở Xây dựng, triển khai', ['Sở Tài nguyên và Môi trường', 'Sở Xây dựng', ', triển khai']],
    ['UBND các huyện: Kỳ Sơn, Tương Dương phát quang', ['Ủy ban nhân dân huyện Kỳ Sơn', 'Ủy ban nhân dân huyện Tương Dương', ' phát quang']],
    ['Giám đốc các sở: Y tế, Tài chính chịu trách nhiệm', ['Giám đốc Sở Y tế', 'Giám đốc Sở Tài chính', ' chịu trách nhiệm']],
  ])('has one head for several names: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['các sở, ngành và đơn vị liên quan, các trường đại học trên địa bàn tỉnh xây dựng', ['Các sở, ngành và đơn vị liên quan*', 'Các trường đại học*', ' xây dựng']],
    ['Ủy ban nhân dân các quận, huyện, thị trấn và đơn vị có liên quan tổ chức', ['Ủy ban nhân dân các quận, huyện, thị trấn*', 'Đơn vị có liên quan*', ' tổ chức']],
    ['Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã căn cứ', ['Thủ trưởng các sở, ban, ngành*', 'Chủ tịch Ủy ban nhân dân các xã*', ' căn cứ']],
    ['UBND các huyện, thị xã (trừ thị xã Cửa Lò) lập', ['Ủy ban nhân dân các huyện, thị xã*', ' lập']],
    ['các cơ quan tham mưu, giúp việc của Huyện ủy theo dõi', ['Các cơ quan tham mưu, giúp việc của Huyện ủy*', ' theo dõi']],
    ['các doanh nghiệp viễn thông đầu tư', ['Các doanh nghiệp viễn thông*', ' đầu tư']],
  ])('keeps collectives as they are: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Sở NN&PTNT, Sở TN&MT rà soát', ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Tài nguyên và Môi trường', ' rà soát']],
    ['Sở Giao thông và vận tải chủ trì', ['Sở Giao thông vận tải', ' chủ trì']],
    ['Công an thành phố chủ trì', ['Công an thành phố', ' chủ trì']],
    ['UBMTTQ Việt Nam tỉnh giám sát', ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', ' giám sát']],
  ])('writes names out: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Ban Quản lý rừng phòng hộ và đặc dụng tỉnh tuần tra', 'Ban Quản lý rừng phòng hộ và đặc dụng tỉnh'],
    ['Trung tâm Thông tin xúc tiến du lịch tỉnh tổ chức', 'Trung tâm Thông tin xúc tiến du lịch tỉnh'],
    ['Hội Làm vườn tỉnh tổ chức tập huấn', 'Hội Làm vườn tỉnh'],
  ])('takes a name that is in no list up to the first verb: %s', (text, name) => {
    expect(list(text)?.mentions).toMatchObject([{ name, found: null }]);
  });

  it.each(['Ban hành Kế hoạch', 'Trường hợp phát sinh vướng mắc', 'các chỉ tiêu kinh tế', 'công tác y tế', 'TỔ CHỨC THỰC HIỆN', 'chính phủ điện tử'])('is not %s', (text) => {
    expect(list(text)).toBeNull();
  });

  it('knows what is too vague to have a task', () => {
    expect(list('Các ngành xác định')?.mentions.every(({ vague }) => vague)).toBe(true);
    expect(list('Các ngành liên quan xác định')?.mentions.some(({ vague }) => vague)).toBe(false);
  });
});
