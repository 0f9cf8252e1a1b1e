/** A province, a district or the centre: whose documents are made up. */
export interface Home {
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

export const CENTRE: Home = { level: 'central', name: 'Việt Nam', place: 'Hà Nội', kind: '', committee: 'Chính phủ', party: 'Trung ương', parent: null };

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

/** Provinces as they were until June 2025, each with two of its districts. */
export const HOMES: readonly Home[][] = [
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
