import type { Finding } from '../model/finding.ts';
import { isAt, placesOf } from './judge-findings.ts';

/** A row of `fixtures/seeds/controls.tsv`: words at a place of the seeds that invite a finding of some rules, and why there is none. */
export interface SeedControl {
  id: string;
  /** Rules separated by `; `. */
  rules: string;
  /** `info` where a remark of that level is fair, else empty. */
  allowed: '' | 'info';
  /** As `004:57-97; 003:25`. */
  places: string;
  words: string;
  because: string;
}

/** The look-alikes that are flagged: a finding of the rule has the words at one of the places. */
export function judgeControls(controls: readonly SeedControl[], findings: readonly Finding[]): { control: SeedControl; finding: Finding }[] {
  return controls.flatMap((control) => {
    const places = placesOf(control.places);
    const rules = control.rules.split('; ');
    const speaks = (finding: Finding) =>
      finding.sides.some(
        (side) => places.some((place) => isAt(side, place)) && (bare(side.evidence.quote).includes(bare(control.words)) || bare(finding.message.vi).includes(bare(control.words))),
      );
    return findings.filter((finding) => rules.includes(finding.rule) && finding.level !== control.allowed && speaks(finding)).map((finding) => ({ control, finding }));
  });
}

/** Words without white space and Markdown. */
const bare = (words: string) => words.replace(/[\s*#]+/g, '');
