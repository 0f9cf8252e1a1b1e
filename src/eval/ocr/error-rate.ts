/** NFC, white space folded: what two readings are compared by. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Least number of insertions, deletions and substitutions that turn one text into the other. */
export function editDistance(from: string, to: string): number {
  const a = Array.from(from);
  const b = Array.from(to);
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i + 1;
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (b[j - 1] === letter ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words of the truth and what stands in their place; either may be empty. */
export interface Difference {
  wanted: string;
  found: string;
}

/** Where two readings differ, word by word, in the order of the text: a longest common run of words is what both have. */
export function differences(wanted: string, found: string): Difference[] {
  const a = wanted.split(' ');
  const b = found.split(' ');
  const columns = b.length + 1;
  const common = new Uint16Array((a.length + 1) * columns);
  const at = (i: number, j: number) => common[i * columns + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i * columns + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const all: Difference[] = [];
  let current: { wanted: string[]; found: string[] } = { wanted: [], found: [] };
  const flush = () => {
    if (current.wanted.length + current.found.length > 0) all.push({ wanted: current.wanted.join(' '), found: current.found.join(' ') });
    current = { wanted: [], found: [] };
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) current.wanted.push(a[i++] as string);
    else current.found.push(b[j++] as string);
  }
  flush();
  return all;
}
