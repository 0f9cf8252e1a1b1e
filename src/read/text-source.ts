import { pageWords } from '../grammar/pages.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ReadResult } from '../model/source.ts';
import { fold } from '../text/fold.ts';
import { decodeText } from './decode.ts';
import { FileProblem } from './file-problem.ts';
import { readHtml } from './html.ts';
import { readWithHtmlTables } from './html-tables.ts';
import { sourceKind } from './kind.ts';
import { readMarkdown } from './markdown.ts';
import type { Reading, ReadKnowledge } from './read.ts';
import { readText } from './text.ts';

const SAMPLE = 200_000;
/** A page of this many letters or fewer can be a notice that the document does not exist. */
const NOTICE_LENGTH = 4_000;

/**
 * Reads a text, Markdown or HTML file.
 * @throws FileProblem where the file cannot be read at all, also for a kind that is no text.
 */
export function readTextSource(bytes: Uint8Array, knowledge: ReadKnowledge): Reading {
  const { kind, name } = sourceKind(bytes);
  if (kind !== 'text') throw new FileProblem('unsupported-type', { type: name });
  const { text, encoding, damagedLines } = decodeText(bytes);
  const mediaType = sniff(text);
  const pages = mediaType === 'text/html' ? readHtml(text, knowledge) : readWithHtmlTables(text, mediaType === 'text/markdown' ? readMarkdown : readText, knowledge);
  const length = pages.reduce((sum, page) => sum + page.text.length, 0);
  if (pages.every((page) => page.text.trim() === '')) throw new FileProblem('no-text');
  if (length <= NOTICE_LENGTH) refuseNotice(pages.map((page) => page.text).join('\n'), knowledge);
  return { mediaType, encoding, pages, damagedLines };
}

/** HTML by its tags, Markdown by marks that plain Vietnamese text does not have; anything else is plain text. */
function sniff(text: string): ReadResult['mediaType'] {
  const sample = text.slice(0, SAMPLE);
  if (/^\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--|<!doctype\s+html|<html|<head|<body)/i.test(sample)) return 'text/html';
  const blocks = sample.match(/<(?:div|p|table|tr|td|li|ul|h[1-6]|br)\b/gi)?.length ?? 0;
  if (/^\s{0,100}<(?:div|p|table|article|section|main|h[1-6])\b/i.test(sample) && blocks > 4) return 'text/html';
  const marked =
    /^#{1,6} \S/m.test(sample) ||
    /(?:\*\*|__)(?=\S)[^*_\n]{1,300}/.test(sample) ||
    /(?<![\p{L}\d*])\*(?=[^\s*])[^*\n]{1,200}[^\s*]\*(?![\p{L}\d*])/u.test(sample) ||
    /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|/m.test(sample) ||
    /^> \S/m.test(sample) ||
    /^(?:`{3}|~{3})/m.test(sample);
  return marked ? 'text/markdown' : 'text/plain';
}

/** "Văn bản không tồn tại hoặc đã bị xóa": a page that holds no document, short and without a number of its own. */
function refuseNotice(text: string, knowledge: Pick<Knowledge, 'anatomy'>): void {
  const at = pageWords(knowledge).notice(fold(text.normalize('NFC')));
  if (at >= 0) throw new FileProblem('error-page', { quote: text.slice(at, at + 80).split('\n')[0] ?? '' });
}
