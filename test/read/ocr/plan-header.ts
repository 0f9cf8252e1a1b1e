/** The letterhead and title of the plan that the drawn pages hold. */
export const HEADER = {
  issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH QUẢNG NGÃI'],
  number: 'Số: 44/KH-UBND',
  place: 'Quảng Ngãi, ngày 15 tháng 5 năm 2023',
  type: 'KẾ HOẠCH',
  title: ['Phát triển đô thị tỉnh Quảng Ngãi đến năm 2025'],
};
