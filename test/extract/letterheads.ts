import type { Identity } from '../../src/model/facts.ts';
import { documentOf } from '../stages.ts';

/** Who issued what, when, of a text that holds one document. */
export const identity = (text: string): Identity => documentOf(text).identity;
/** Id and name of its issuer. */
export const issuer = (text: string): [string | null, string] | null => {
  const found = identity(text).issuer;
  return found && [found.id, found.name];
};

/** A plan of a city. */
export const STATE = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/KH-UBND
Hải Phòng, ngày 15 tháng 01 năm 2024
KẾ HOẠCH
Triển khai thực hiện Nghị quyết số 06-NQ/TW
Căn cứ Luật Quy hoạch;
I. MỤC ĐÍCH
1. Quán triệt.
`;
/** A programme of a district's Party committee. */
export const PARTY = `HUYỆN ỦY THỦY NGUYÊN
*
Số 42-CTr/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Thủy Nguyên, ngày 06 tháng 3 năm 2024
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 06-NQ/TW
I. MỤC ĐÍCH
1. Quán triệt.
`;
