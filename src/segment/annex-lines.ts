import type { Anatomy } from '../grammar/anatomy.ts';
import type { Label } from '../grammar/labels.ts';
import type { TypeGrammar } from '../grammar/types.ts';
import type { LineView } from './line-view.ts';
import { isDivision, startsEnd } from './zones.ts';

/** The first lines of an annex: its label, its title, and what each line is. */
export interface AnnexHead {
  label: Label;
  title: string | null;
  lines: readonly ('heading' | 'caption')[];
}

const LONGEST_HEADING = 200;
const LONGEST_TITLE_LINE = 300;
const CAPTION_REACH = 8;

/** Tells where an annex begins and what its first lines say (domain reference 3.1). */
export class AnnexLines {
  readonly #views: readonly LineView[];
  readonly #anatomy: Anatomy;
  readonly #types: TypeGrammar;
  readonly #attachmentTitles: readonly string[];

  constructor(views: readonly LineView[], anatomy: Anatomy, types: TypeGrammar, attachmentTitles: readonly string[]) {
    this.#views = views;
    this.#anatomy = anatomy;
    this.#types = types;
    this.#attachmentTitles = attachmentTitles;
  }

  /** "PHỤ LỤC I", or behind a signature the title of an attached text: "QUY CHẾ … (Ban hành kèm theo Quyết định số …)". */
  startsAt(index: number, signed: boolean): boolean {
    const view = this.#views[index] as LineView;
    if (view.line.row || view.line.quoted || view.words.length > LONGEST_HEADING) return false;
    const label = view.labels.find((found) => found.kind === 'annex');
    if (!label) return signed && this.#isAttachment(index);
    const rest = view.words.slice(label.length);
    const capitals = this.#anatomy.isCapitals(view.words.slice(0, label.length));
    return rest === '' || capitals || view.line.strong || (/^\p{Lu}/u.test(rest) && !/[.;,]$/.test(rest));
  }

  #isAttachment(index: number): boolean {
    const view = this.#views[index] as LineView;
    if (!this.#anatomy.isCapitals(view.words) || view.words.length > 160) return false;
    if (!this.#attachmentTitles.some((title) => view.folded.startsWith(title))) return false;
    for (let i = index + 1; i < Math.min(this.#views.length, index + CAPTION_REACH); i++) {
      const next = this.#views[i] as LineView;
      if (this.#anatomy.isAnnexCaption(next.folded)) return true;
      if (isDivision(next) || next.line.row) return false;
    }
    return false;
  }

  /** The head of the annex that starts at a line: title lines, and captions such as "(Kèm theo Kế hoạch số …)" among or below them. */
  read(index: number): AnnexHead {
    const view = this.#views[index] as LineView;
    const label = view.labels.find((found) => found.kind === 'annex') ?? this.#attachmentLabel(view);
    const rest = view.words.slice(label.length);
    const lines: ('heading' | 'caption')[] = ['heading'];
    const title: string[] = rest === '' ? [] : [rest];
    for (let at = index + 1; at < this.#views.length && title.length < 8; at++) {
      const next = this.#views[at] as LineView;
      if (next.line.row || next.labels.some((one) => one.kind === 'annex')) break;
      if (this.#anatomy.isAnnexCaption(next.folded) || (next.words.startsWith('(') && next.words.length < LONGEST_TITLE_LINE && lines.length < 6)) {
        lines.push('caption');
        continue;
      }
      if (lines.at(-1) === 'caption' || startsEnd(this.#views, at, this.#anatomy)) break;
      const capitals = this.#anatomy.isCapitals(next.words);
      const soft = title.length === 0 || next.line.strong;
      if (next.labels.some((one) => one.kind !== 'upper') || next.words.length > LONGEST_TITLE_LINE || !(capitals || (soft && !/[.;:]$/.test(next.words)))) break;
      title.push(next.words);
      lines.push('heading');
    }
    return { label, title: title.join(' ') || null, lines };
  }

  #attachmentLabel({ words, folded }: LineView): Label {
    const type = this.#types.startsWith(folded);
    const marker = type ? words.charAt(0) + words.slice(1, type.length).toLowerCase() : words.slice(0, 40);
    return { kind: 'annex', series: 'annex', marker, values: [0], vietnamese: 0, length: type?.length ?? 0, alone: true };
  }
}
