import type { Knowledge, Territory } from '../../../knowledge/knowledge.ts';
import { pick, type Random } from '../random.ts';
import type { Author } from './plan.ts';

const KINDS: Readonly<Record<string, string>> = {
  province: 'tỉnh',
  city: 'thành phố',
  district: 'huyện',
  town: 'thị xã',
  'provincial-city': 'thành phố',
  'urban-district': 'quận',
};
const COMMUNES: readonly (readonly [string, string])[] = [
  ['xã', 'Hưng Lộc'],
  ['xã', 'Thanh Bình'],
  ['xã', 'Đông Thành'],
  ['phường', 'Tân An'],
  ['phường', 'Nam Sơn'],
  ['xã', 'Quảng Phú'],
];
/** Since then there are provinces and communes only. */
export const TWO_LEVELS_FROM = '2025-07-01';

const validOn = ({ valid_from: from, valid_to: to }: Pick<Territory, 'valid_from' | 'valid_to'>, day: string) =>
  (from === null || from <= day.slice(0, from.length)) && (to === null || day.slice(0, to.length) <= to);

/** Author of a day: a province of the registry, and a district of it or, since July 2025, a commune. */
export function authorsOf(day: string, knowledge: Knowledge, random: Random): { province: Author; lower: Author } {
  const here = knowledge.territories.filter((territory) => validOn(territory, day));
  const districts = here.filter(({ kind }) => ['district', 'town', 'provincial-city', 'urban-district'].includes(kind));
  const provinces = here.filter(({ kind, id }) => ['province', 'city'].includes(kind) && (day >= TWO_LEVELS_FROM || districts.some(({ parent }) => parent === id)));
  const province = pick(random, provinces);
  const party = random() < 0.2;
  const above = authorOf(province, province, 'province', party, day, knowledge);
  if (day < TWO_LEVELS_FROM) {
    const district = pick(
      random,
      districts.filter(({ parent }) => parent === province.id),
    );
    return { province: above, lower: authorOf(district, province, 'district', party, day, knowledge) };
  }
  const [kind, name] = pick(random, COMMUNES);
  return { province: above, lower: authorOf({ ...province, name, kind }, province, 'commune', party, day, knowledge) };
}

function authorOf({ name, kind: kindId }: Territory, province: Territory, level: Author['level'], party: boolean, day: string, knowledge: Knowledge): Author {
  const kind = KINDS[kindId] ?? kindId;
  const committee = { tỉnh: 'Tỉnh ủy', huyện: 'Huyện ủy', quận: 'Quận ủy', 'thị xã': 'Thị ủy', 'thành phố': 'Thành ủy' }[kind] ?? `Đảng ủy ${kind}`;
  const offices = knowledge.agencies.filter(
    (agency) => agency.system === 'state' && agency.level === level && agency.parent?.startsWith('ubnd') && /^(?:Sở|Phòng) /.test(agency.name) && validOn(agency, day),
  );
  const departments = [...new Set(offices.map((agency) => agency.name))].filter(
    (one) => !/An toàn thực phẩm|Quy hoạch - Kiến trúc|Hạ tầng và Đô thị|Văn hóa và Thể thao/.test(one),
  );
  const units = {
    province: day >= TWO_LEVELS_FROM ? 'Ủy ban nhân dân các xã, phường' : 'Ủy ban nhân dân các huyện, thị xã, thành phố',
    district: kind === 'quận' ? 'Ủy ban nhân dân các phường' : 'Ủy ban nhân dân các xã, thị trấn',
    commune: 'Các thôn',
  };
  return {
    level,
    system: party ? 'party' : 'state',
    territory: `${kind} ${name}`,
    kind,
    place: name,
    province: province.name,
    issuer: party ? `${committee} ${name}` : `Ủy ban nhân dân ${kind} ${name}`,
    self: party ? `Ban Thường vụ ${committee}` : `Ủy ban nhân dân ${kind}`,
    departments,
    units: units[level],
    all: level === 'province' ? 'Các sở, ban, ngành' : 'Các phòng, ban',
  };
}
