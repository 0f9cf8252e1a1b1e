import type { Finding } from '../../model/finding.ts';
import { fold } from '../../text/fold.ts';
import type { SourceFile } from '../run-corpus.ts';
import type { Planted } from './planted.ts';

/** How the planted errors of one class fared. */
export class Tally {
  planted = 0;
  /** The rules that may report it. */
  readonly rules = new Set<string>();
  /** Planted errors that something in the corpus gives away. */
  detectable = 0;
  /** Of these: any new finding at the place of the error. */
  found = 0;
  /** By one of the rules for it. */
  byRule = 0;
  /** By one of the rules for it, and at its place. */
  atPlace = 0;
  /** Whose right value follows from the corpus, and was proposed. */
  knowable = 0;
  valueRight = 0;
  /** Another value than the right one was proposed. */
  readonly valueWrong: string[] = [];
  /** Of these, the value was called certain or highly likely. */
  readonly wrongAndSure: string[] = [];
  readonly untold: string[] = [];
  readonly missed: string[] = [];
  /** Findings that the error brought and that are not about it. */
  readonly besides: string[] = [];

  /** Judges one planted error by the findings with and without it. */
  add(planted: Planted, before: readonly Finding[], after: readonly Finding[], files: readonly SourceFile[], label: string): void {
    this.planted++;
    for (const rule of planted.rules) this.rules.add(rule);
    const known = new Set(before.map(keyOf));
    const places = new Set(before.map(placeOf));
    const fresh = after.filter((finding) => !known.has(keyOf(finding)));
    const told = () => `${label}, ${planted.file}: “${planted.right}” → “${planted.wrong}”: ${fresh.map(describe).join(' | ') || 'nothing found'}`;
    const content = files.find(({ name }) => name === planted.file)?.content ?? '';
    const lines = planted.at === '' ? null : linesOf(typeof content === 'string' ? content : '', planted.at);
    const ours = fresh.filter((finding) => planted.rules.includes(finding.rule) && speaksOf(finding, planted));
    const strange = fresh.filter((finding) => !planted.rules.includes(finding.rule) && !planted.alsoAllowed.includes(finding.rule) && !places.has(placeOf(finding)));
    for (const finding of strange) this.besides.push(`${label}: “${planted.right}” → “${planted.wrong}”: ${describe(finding)}`);
    if (planted.rules.length === 0) return;
    this.detectable++;
    const placed = ours.filter((finding) => isAt(finding, planted.file, lines));
    if (placed.length > 0 || fresh.some((finding) => isAt(finding, planted.file, lines))) this.found++;
    if (ours.length > 0) this.byRule++;
    if (placed.length > 0) this.atPlace++;
    else this.missed.push(told());
    if (planted.likely === null || placed.length === 0) return;
    const proposals = ours.flatMap(({ verdict }) => (verdict?.value == null ? [] : [verdict]));
    const isRight = (value: string | null) => value !== null && (planted.likely as string).split('|').some((one) => bare(one) === bare(value));
    if (planted.must) {
      this.knowable++;
      if (proposals.some(({ value }) => isRight(value))) this.valueRight++;
      else this.untold.push(told());
    }
    const wrong = proposals.filter(({ value }) => !isRight(value));
    if (wrong.length > 0) this.valueWrong.push(told());
    if (wrong.some(({ confidence }) => confidence === 'certain' || confidence === 'high')) this.wrongAndSure.push(told());
  }
}

const keyOf = ({ rule, subject, message, sides }: Finding) => [rule, subject, message.vi, ...sides.map(({ file, evidence }) => `${file} ${evidence.quote}`)].join('|');
/** Where a finding begins: one that was there before may have gained or lost a side by the error. */
const placeOf = ({ rule, sides: [side] }: Finding) => `${rule}|${side?.file}|${side?.evidence.lines[0]}`;
const bare = (value: string) => fold(value).replace(/\s+/g, '');

function speaksOf({ message, sides }: Finding, { about }: Planted): boolean {
  const words = bare(about);
  return bare(message.vi).includes(words) || sides.some(({ file, evidence }) => file === about || bare(evidence.quote).includes(words));
}

function isAt({ sides }: Finding, file: string, lines: ReadonlySet<number> | null): boolean {
  return sides.some((side) => {
    if (side.file !== file) return false;
    if (lines === null) return true;
    for (let line = side.evidence.lines[0]; line <= side.evidence.lines[1]; line++) if (lines.has(line)) return true;
    return false;
  });
}

/** The lines on which words stand, wherever the lines break between them. */
export function linesOf(content: string, words: string): Set<number> {
  const lines: number[] = [];
  let bareText = '';
  let line = 1;
  for (const sign of content) {
    if (sign === '\n') line++;
    else if (!/\s/.test(sign)) {
      bareText += sign;
      for (let i = 0; i < sign.length; i++) lines.push(line);
    }
  }
  const wanted = words.replace(/\s+/g, '');
  const found = new Set<number>();
  for (let at = bareText.indexOf(wanted); at !== -1; at = bareText.indexOf(wanted, at + 1)) for (let i = at; i < at + wanted.length; i++) found.add(lines[i] as number);
  return found;
}

/** A finding on one line: level, rule, message, places, proposed value. */
export function describe({ level, rule, message, sides, verdict }: Finding): string {
  const quotes = sides
    .slice(0, 4)
    .map(({ file, evidence }) => `${file}:${evidence.lines[0]} “${evidence.quote.replace(/\s+/g, ' ').slice(0, 80)}”`)
    .join('; ');
  const proposed = verdict === null ? '' : ` → ${verdict.value ?? '?'} (${verdict.confidence}; ${verdict.decidedBy.join(', ')})`;
  return `${level} ${rule}: ${message.vi} [${quotes}]${proposed}`;
}
