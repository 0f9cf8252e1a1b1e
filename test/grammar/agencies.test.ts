import { describe, expect, it } from 'vitest';
import { agencyGrammar } from '../../src/grammar/agencies.ts';
import type { PlaceContext } from '../../src/grammar/places.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = agencyGrammar(knowledge);
const found = (text: string, open = false) => grammar.at(text, fold(text), 0, open);
const words = (text: string, open = false) => {
  const body = found(text, open);
  return body && text.slice(body.start, body.end);
};

/** A document that is at home in a territory. */
const home = (id: string, date: string | null = '2024-06-07'): PlaceContext => {
  const territory = grammar.byId(id);
  if (!territory) throw new Error(id);
  return { own: grammar.lineage(territory), date };
};
const nowhere: PlaceContext = { own: [], date: '2024-06-07' };
const resolve = (text: string, context: PlaceContext) => {
  const body = found(text);
  if (!body) throw new Error(`no body in ${text}`);
  return grammar.resolve(body, text, context);
};
const territory = (text: string, context: PlaceContext) => {
  const place = grammar.placeAt(text, fold(text), 0);
  return place && (grammar.territory(place, context)?.id ?? null);
};

describe('a board is named after what it is for, before its place', () => {
  it.each([
    ['Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hà Tĩnh về kiểm tra', 'Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hà Tĩnh'],
    ['Ban Chỉ đạo Chuyển đổi số tỉnh, các sở', 'Ban Chỉ đạo Chuyển đổi số tỉnh'],
    ['Ban Chỉ đạo 35 Thành ủy Hải Phòng về', 'Ban Chỉ đạo 35 Thành ủy Hải Phòng'],
    ['Ban Chỉ đạo cải cách hành chính Tỉnh ủy, Ban', 'Ban Chỉ đạo cải cách hành chính Tỉnh ủy'],
    ['Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn huyện An Lão', 'Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn huyện An Lão'],
    ['Ban Chỉ đạo các vấn đề xã hội thành phố đã họp', 'Ban Chỉ đạo các vấn đề xã hội thành phố'],
    ['Ban Chỉ đạo xây dựng thành phố thông minh tỉnh Bắc Giang', 'Ban Chỉ đạo xây dựng thành phố thông minh tỉnh Bắc Giang'],
  ])('%s', (text, name) => {
    expect(words(text)).toBe(name);
    expect(found(text)?.rows).toEqual([]);
  });

  it.each([
    // Without a place the name may go on as a sentence: taken only where a body is expected.
    ['Ban Chỉ đạo chuyển đổi số, các đơn vị', 'Ban Chỉ đạo', 'Ban Chỉ đạo chuyển đổi số'],
    ['Ban Chỉ đạo chuyển đổi số và Sở Xây dựng', 'Ban Chỉ đạo', 'Ban Chỉ đạo chuyển đổi số'],
    ['Ban Chỉ đạo, các sở, ngành tỉnh', 'Ban Chỉ đạo', 'Ban Chỉ đạo'],
    ['Ban Chỉ đạo báo cáo Ủy ban nhân dân tỉnh', 'Ban Chỉ đạo', 'Ban Chỉ đạo báo cáo'],
    ['Ban Chỉ đạo họp tại thành phố Hải Phòng', 'Ban Chỉ đạo', 'Ban Chỉ đạo họp'],
    ['Ban Chỉ đạo thành phố', 'Ban Chỉ đạo thành phố', 'Ban Chỉ đạo thành phố'],
    ['Ban Chỉ huy quân sự huyện An Lão', 'Ban Chỉ huy quân sự huyện An Lão', 'Ban Chỉ huy quân sự huyện An Lão'],
  ])('%s: %s, or %s', (text, listed, open) => {
    expect(words(text)).toBe(listed);
    expect(words(text, true)).toBe(open);
  });
});

describe('the longest name wins', () => {
  it.each([
    ['Ban Thường vụ Tỉnh ủy ban hành', 'Ban Thường vụ Tỉnh ủy'],
    ['Bộ Chính trị về quy hoạch', 'Bộ Chính trị'],
    ['Ban Chấp hành Trung ương Đảng khóa XIII', 'Ban Chấp hành Trung ương Đảng'],
    ['UBND thành phố Hải Phòng về việc', 'UBND thành phố Hải Phòng'],
    ['Uỷ ban nhân dân huyện An Lão xây dựng', 'Uỷ ban nhân dân huyện An Lão'],
    ['Sở Xây dựng Hải Phòng', 'Sở Xây dựng Hải Phòng'],
    ['Thành ủy Hải Phòng tại Văn bản', 'Thành ủy Hải Phòng'],
  ])('%s', (text, name) => {
    expect(words(text)).toBe(name);
  });

  it.each(['Bộ Chính trịx', 'Kế hoạch', 'bàn về', 'Thành ủyviên'])('%s begins with no body', (text) => {
    expect(found(text)).toBeNull();
  });

  it('case and tone placement do not matter', () => {
    for (const text of ['ỦY BAN NHÂN DÂN', 'Uỷ ban nhân dân', 'ủy ban nhân dân']) expect(found(text)?.rows.length).toBeGreaterThan(0);
  });

  it('the name ends before the place', () => {
    const text = 'Sở Xây dựng thành phố Hải Phòng';
    const body = found(text);
    expect(text.slice(0, body?.nameEnd)).toBe('Sở Xây dựng');
    expect(body?.place).toMatchObject({ kind: 'city', name: 'Hải Phòng' });
  });

  it('a name in no list is taken as written where that is allowed, and only there', () => {
    expect(words('Hội đồng thẩm định đường sắt, các đơn vị', true)).toBe('Hội đồng thẩm định đường sắt');
    expect(found('Hội đồng thẩm định đường sắt, các đơn vị')).toBeNull();
    expect(found('Hội đồng thẩm định đường sắt', true)?.rows).toEqual([]);
    expect(found('các đơn vị', true)).toBeNull();
  });
});

describe('places', () => {
  it('a name tells its territory', () => {
    expect(territory('thành phố Hải Phòng', nowhere)).toBe('vn-hp');
    expect(territory('tỉnh Hà Tĩnh', nowhere)).toBe('vn-ht');
  });

  it('a bare "thành phố" is the document’s own', () => {
    expect(territory('thành phố', home('vn-hp'))).toBe('vn-hp');
    expect(territory('huyện', home('vn-hp-an-lao'))).toBe('vn-hp-an-lao');
    expect(territory('thành phố', home('vn-hp-an-lao'))).toBe('vn-hp');
  });

  it('a bare "thành phố" outside of one is none', () => {
    expect(territory('thành phố', home('vn-ht'))).toBeNull();
    expect(territory('huyện', home('vn-hp'))).toBeNull();
  });

  it('An Lão is a district of two provinces; the document’s province decides', () => {
    expect(territory('huyện An Lão', home('vn-hp'))).toBe('vn-hp-an-lao');
    expect(territory('huyện An Lão', home('vn-bdi'))).toBe('vn-bdi-an-lao');
  });

  it('… and where nothing tells, neither is taken', () => {
    expect(territory('huyện An Lão', nowhere)).toBeNull();
    expect(territory('huyện An Lão', home('vn-ht'))).toBeNull();
  });

  it('a territory is found at the time of the document', () => {
    expect(territory('thành phố Hải Phòng', { own: [], date: '2024-06-07' })).toBe('vn-hp');
    const later = territory('thành phố Hải Phòng', { own: [], date: '2025-09-01' });
    expect(later).not.toBe('vn-hp');
    expect(grammar.byId(later as string)?.name).toBe('Hải Phòng');
  });

  it('a place the registry does not know keeps its name and has no territory', () => {
    const place = grammar.placeAt('xã Bảo Không Có', fold('xã Bảo Không Có'), 0);
    expect(place).toMatchObject({ kind: 'commune', name: 'Bảo Không Có', rows: [] });
    expect(territory('xã Bảo Không Có', home('vn-hp'))).toBeNull();
  });

  it.each(['xây dựng', 'Kế hoạch', 'huyệnx', ''])('%j is no place', (text) => {
    expect(grammar.placeAt(text, fold(text), 0)).toBeNull();
  });
});

describe('references to agencies', () => {
  it('names its territory: Sở Xây dựng in a document of Hải Phòng', () => {
    expect(resolve('Sở Xây dựng', home('vn-hp'))).toMatchObject({ id: 'vn-hp.so-xay-dung', territory: { id: 'vn-hp' } });
  });

  it('the place that is written wins over the document’s own', () => {
    expect(resolve('UBND tỉnh Hà Tĩnh', home('vn-hp'))).toMatchObject({ territory: { id: 'vn-ht' } });
  });

  it('a central body has no territory', () => {
    expect(resolve('Bộ Chính trị', home('vn-hp'))).toMatchObject({ id: 'bo-chinh-tri', territory: null });
  });

  it('"Huyện ủy" of a district and of nobody', () => {
    expect(resolve('Huyện ủy', home('vn-hp-an-lao')).id).toMatch(/^vn-hp-an-lao\./);
    expect(resolve('Huyện ủy', home('vn-hp')).id).toBeNull();
  });

  it('"Thành ủy" in a document of a rural district is the committee of the city above it: a huyện has a Huyện ủy', () => {
    expect(resolve('Thành ủy', home('vn-hp-an-lao'))).toMatchObject({ id: 'vn-hp.thanh-uy', territory: { id: 'vn-hp' } });
  });

  it('… and in a document of a city in a province its own', () => {
    expect(resolve('Thành ủy', home('vn-ht-ha-tinh'))).toMatchObject({ id: 'vn-ht-ha-tinh.thanh-uy-thuoc-tinh' });
  });

  it('UBND without a place is that of the document’s own level', () => {
    expect(resolve('UBND', home('vn-hp-an-lao')).id).toMatch(/^vn-hp-an-lao\./);
    expect(resolve('UBND', home('vn-hp')).id).toMatch(/^vn-hp\./);
  });

  it('keeps what it cannot tell: the name as written, no id', () => {
    expect(resolve('UBND huyện An Lão', nowhere)).toEqual({ id: null, name: 'UBND huyện An Lão', territory: { id: null, name: 'huyện An Lão' } });
  });

  it('says a name in full, without saying a place twice', () => {
    const hp = grammar.byId('vn-hp') ?? null;
    expect(grammar.fullName('Sở Xây dựng', hp)).toBe('Sở Xây dựng thành phố Hải Phòng');
    expect(grammar.fullName('Thành ủy', hp)).toBe('Thành ủy Hải Phòng');
    expect(grammar.fullName('Ủy ban nhân dân thành phố', hp)).toBe('Ủy ban nhân dân thành phố Hải Phòng');
    expect(grammar.fullName('Sở Xây dựng Hải Phòng', hp)).toBe('Sở Xây dựng Hải Phòng');
    expect(grammar.fullName('Bộ Xây dựng', null)).toBe('Bộ Xây dựng');
  });
});
