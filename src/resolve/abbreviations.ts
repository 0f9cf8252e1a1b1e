import type { Identity } from '../model/facts.ts';
import type { Place } from './digest.ts';

/** An abbreviated name among the recipients of a document: `XD GT&CT` in "Các Phòng: XD GT&CT, TCNS". */
export interface Abbreviation {
  /** As printed, blanks folded. */
  printed: string;
  place: Place;
}

/** `XDGT&CT`, `KT-XH`, `XD GT&CT`: capitals alone, with what joins them. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}&\s./-]{2,24}$/u;
/** Of a document with more only the first ones are kept: a bound for hostile texts. */
const KEPT = 40;

/** The abbreviated names among the recipients of a document, as one string: a corpus keeps those of every document in memory. */
export function packAbbreviations(recipients: Identity['recipients']): string {
  const lines: string[] = [];
  for (const { value, evidence } of recipients) {
    // "CHỦ TỊCH" below the list is a signature in capitals, no part of it.
    for (const match of value.matchAll(/[^,;:()]{2,60}/gu)) {
      const printed = match[0].trim();
      if (!ABBREVIATION.test(printed) || lines.length === KEPT) continue;
      const start = evidence.start + match.index + match[0].indexOf(printed);
      lines.push(`${printed.replace(/\s+/g, ' ')}|${start}|${start + printed.length}`);
    }
  }
  return lines.join('\n');
}

/** Reads what `packAbbreviations` made. */
export function readAbbreviations(packed: string): Abbreviation[] {
  if (packed === '') return [];
  return packed.split('\n').map((line) => {
    const [printed = '', start, end] = line.split('|');
    return { printed, place: [Number(start), Number(end)] };
  });
}
