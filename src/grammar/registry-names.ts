import type { Agency } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import type { FoundAgency } from './agencies.ts';
import type { Words } from './mentions.ts';
import { levelOf } from './places.ts';

const ABBREVIATED = /[A-ZĐ]{2}|&/;

/**
 * Gives the registry's spelling of a body found in a text: of an abbreviation or a spelling variant the name of the row, else the
 * alias that was written. `connectors` are the words a variant may leave out ("và").
 */
export function registryNames(connectors: ReadonlySet<string>): (found: FoundAgency, words: Words) => string {
  const names = new Map<string, string>();

  /** A name without "và" and marks: "Sở Giao thông và vận tải" is "Sở Giao thông vận tải". */
  const bare = (name: string): string =>
    fold(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => !connectors.has(word))
      .join(' ');

  const spelled = (row: Agency, as: string): string => {
    const spelling = [row.name, ...row.aliases].find((name) => fold(name) === as) ?? row.name;
    if (spelling === row.name) return spelling;
    if (ABBREVIATED.test(spelling)) return withKind(spelling, row.name);
    return bare(spelling) === bare(row.name) ? row.name : spelling;
  };

  return (found, words) => {
    const as = words.folded.slice(found.start, found.nameEnd);
    const [first] = found.rows;
    // A board ("Ban Chỉ đạo Chuyển đổi số tỉnh") is known by its form and in no row.
    if (!first) return words.text.slice(found.start, found.nameEnd).replace(/\s+/g, ' ');
    // Of the names of several levels the one without its level: "Hội LHPN xã" is no "Hội Liên hiệp Phụ nữ Việt Nam".
    const kind = found.place?.kind ?? null;
    const own = kind === null ? undefined : found.rows.find(({ level }) => level === levelOf(kind));
    const row = own ?? found.rows.reduce((best, each) => (found.place?.kind && each.name.length < best.name.length ? each : best), first);
    const key = `${row.id}|${as}`;
    const name = names.get(key) ?? spelled(row, as);
    names.set(key, name);
    return name;
  };
}

/** "Bộ CHQS tỉnh" is "Bộ Chỉ huy quân sự tỉnh": the word behind the abbreviation is kept. */
function withKind(spelling: string, name: string): string {
  const tail = /(?: \p{Ll}+){1,2}$/u.exec(spelling)?.[0] ?? '';
  return fold(name).endsWith(fold(tail)) ? name : `${name}${tail}`;
}
