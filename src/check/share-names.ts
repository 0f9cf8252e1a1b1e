import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';

/** The name of a share: `tỷ lệ` + what it is a share of + what is said of that. All folded. */
export interface ShareName {
  /** "dân số trưởng thành tại đô thị" */
  population: string;
  /** The same by its first name in the list: "hộ gia đình" of "hộ". */
  whole: string;
  /** "có tài khoản thanh toán điện tử" */
  rest: string;
}

/** Takes the names of shares apart: "Tỷ lệ hộ gia đình | có kết nối internet"; null for other names and where what they count is in no list. */
export const shareNames: (knowledge: Pick<Knowledge, 'indicators' | 'checks' | 'targets'>) => (name: string) => ShareName | null = compiledOnce(
  ({ indicators, checks, targets }) => {
    const wholes = new Map<string, string>();
    for (const { denominator, dimension } of indicators) if (denominator !== null && dimension === 'share') wholes.set(fold(denominator), fold(denominator));
    for (const names of checks.populations) for (const name of names) wholes.set(fold(name), fold(names[0] ?? name));
    // Longest first: "dân số trưởng thành" before "dân số".
    const byWord = new Map<string, string[]>();
    for (const phrase of [...wholes.keys()].sort((a, b) => b.length - a.length)) {
      const word = phrase.split(' ')[0] as string;
      byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
    }
    const heads = [targets.share_head, ...Object.keys(targets.synonyms).filter((word) => fold(targets.synonyms[word] ?? '') === fold(targets.share_head))].map(fold);
    const joins = targets.share_of.map(fold);
    const fillers = checks.population_fillers.map(fold);
    const populationAt = (words: string) => byWord.get(words.split(' ')[0] as string)?.find((phrase) => words.startsWith(`${phrase} `)) ?? null;
    return (name) => {
      let words = fold(name).replace(/\s+/g, ' ').trim();
      const head = heads.find((one) => words.startsWith(`${one} `));
      if (head === undefined) return null;
      words = words.slice(head.length + 1);
      for (let filler = fillers.find((one) => words.startsWith(`${one} `)); filler !== undefined; filler = fillers.find((one) => words.startsWith(`${one} `)))
        words = words.slice(filler.length + 1);
      const starting = populationAt(words);
      if (starting !== null) return { population: starting, whole: wholes.get(starting) as string, rest: words.slice(starting.length + 1) };
      // "Tỷ lệ hài lòng của người dân đối với …"
      for (const join of joins) {
        const at = words.indexOf(` ${join} `);
        const behind = at === -1 ? null : populationAt(words.slice(at + join.length + 2));
        if (behind !== null)
          return { population: behind, whole: wholes.get(behind) as string, rest: `${words.slice(0, at)} … ${words.slice(at + join.length + 2 + behind.length).trim()}` };
      }
      return null;
    };
  },
);
