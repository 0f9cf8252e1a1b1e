import { basename } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../knowledge/load.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { PageLayout } from '../model/layout.ts';
import type { Target } from '../model/targets.ts';
import type { NormalizedText } from '../model/text.ts';
import type { TreeNode } from '../model/tree.ts';
import { printAmount } from '../publish/amount.ts';
import { FileProblem } from '../read/file-problem.ts';
import type { OcrChoice } from '../read/services.ts';
import { readFileBytes } from '../read/shared-bytes.ts';
import { RunServices } from '../run/read-services.ts';
import { extractStage, normalizeStage, processReading, type Reading, readStage, segmentStage, splitStage } from '../run/stages.ts';
import { ExitCode } from './exit-code.ts';
import { getLocale, printable } from './locale.ts';
import { failWith } from './problems.ts';

const WIDTH = 100;
/** A recognized word below this confidence may well be another. */
const DOUBTFUL = 0.5;

export interface InspectOptions {
  stage: string;
  knowledge?: string;
  json: boolean;
  ocr: OcrChoice;
  password?: string;
  page?: number;
  html: boolean;
}

/** `trichluc inspect`: what a stage makes of a file, for people or as JSON. */
export async function inspect(file: string, options: InspectOptions): Promise<ExitCode> {
  let services: RunServices | null = null;
  try {
    const knowledge = loadKnowledge(options.knowledge ?? DEFAULT_KNOWLEDGE);
    services = new RunServices({ knowledge, ocr: options.ocr, password: options.password ?? null, cache: null });
    const context = { knowledge, services };
    const bytes = await readBytes(file);
    const reading = await readStage.run(bytes, context);
    if (options.html) return await showPage(file, bytes, reading, options, knowledge);
    const show = (value: unknown, lines: () => Iterable<string>) => {
      if (options.json) process.stdout.write(`${JSON.stringify(value)}\n`);
      else for (const line of lines()) process.stdout.write(`${line}\n`);
      return ExitCode.done;
    };
    if (options.stage === 'read') return show(reading, () => showReading(reading));
    const normalized = normalizeStage.run(reading, context);
    if (options.stage === 'normalize') return show(normalized, () => showText(normalized));
    const parts = splitStage.run(normalized, context);
    if (options.stage === 'split')
      return show(parts, () =>
        parts.flatMap((part) => [`${part.kind}${part.reason ? ` (${part.reason})` : ''}  ${span(part.content)}`, `  ${cut(part.content.text.replaceAll('\n', ' ⏎ '))}`]),
      );
    const segmented = segmentStage.run(parts, context);
    if (options.stage === 'segment') {
      return show(segmented, () =>
        segmented.flatMap((part) => [
          `── ${part.kind}  ${span(part.content)}`,
          ...(part.tree ? part.tree.children.flatMap((node) => [...showNode(node, part.content.text, 0)]) : []),
        ]),
      );
    }
    const extracted = extractStage.run(segmented, context);
    return show(extracted, () => extracted.documents.flatMap((document) => [...showFacts(document)]));
  } catch (error) {
    return failWith(error, file);
  } finally {
    await services?.close();
  }
}

/** Prints one page as HTML: its picture with words, blocks and facts over it. */
async function showPage(file: string, bytes: Uint8Array, reading: Reading, { page: number = 1, password }: InspectOptions, knowledge: Knowledge): Promise<ExitCode> {
  const page = reading.pages.find((each) => each.number === number);
  if (!page?.layout) throw new FileProblem('no-such-page', { page: String(number), pages: String(reading.pages.filter(({ layout }) => layout).length) });
  const [{ drawPage }, { pageDrawing }] = await Promise.all([import('../read/draw-page.ts'), import('./page-drawing.ts')]);
  const picture = await drawPage(bytes, number, password ?? null);
  const { documents } = processReading(reading, knowledge);
  process.stdout.write(pageDrawing({ file: basename(file), number, layout: page.layout, picture, text: page.text, documents }).toString());
  return ExitCode.done;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFileBytes(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FileProblem(code === 'ENOENT' ? 'missing' : code === 'EACCES' ? 'not-permitted' : 'failed', { detail: code ?? '' });
  }
}

function cut(text: string): string {
  return printable(text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`);
}

function span({ lines }: NormalizedText): string {
  return `lines ${lines[0]?.from ?? 0}-${lines.at(-1)?.to ?? 0}`;
}

function* showReading(reading: Reading): Generator<string> {
  yield `${reading.mediaType}  ${reading.encoding}  pages: ${reading.pages.length}`;
  for (const page of reading.pages) {
    const kinds = new Map<string, number>();
    for (const mark of page.marks) kinds.set(mark.kind, (kinds.get(mark.kind) ?? 0) + 1);
    yield `page ${page.number}  ${page.origin}  ${page.text.length} characters  ${[...kinds].map(([kind, count]) => `${kind}: ${count}`).join('  ')}`;
    if (page.layout) yield* showLayout(page.layout);
    for (const line of page.text.split('\n').slice(0, 40)) yield `  ${cut(line)}`;
    for (const { rule, before, after } of (page.repairs ?? []).slice(0, 40)) yield `  ${rule}: ${cut(`${before} → ${after}`)}`;
  }
}

/** How a page was read, and what was set aside of it. */
function* showLayout({ width, height, words, reading, setAside }: PageLayout): Generator<string> {
  const reasons = reading.reasons.map(({ code, value }) => (value === null ? code : `${code}: ${value}`)).join(', ');
  const doubtful = words.confidence?.filter((confidence) => confidence < DOUBTFUL).length;
  yield `  ${width}×${height} pt  ${reading.decision}  (${reasons})${reading.engine ? `  ${reading.engine}` : ''}${doubtful ? `  doubtful words: ${doubtful}` : ''}`;
  for (const { kind, text, box } of setAside) yield `  ${kind} at ${box.map(Math.round).join(',')}: ${cut(text)}`;
}

function* showText({ text, lines, repairs }: NormalizedText): Generator<string> {
  for (const line of lines) {
    const flags = [line.row ? 'row' : '', line.strong ? 'bold' : '', line.quoted ? 'quoted' : '', line.ruled ? 'ruled' : ''].filter(Boolean).join(',');
    yield `${`${line.from}${line.to === line.from ? '' : `-${line.to}`}`.padEnd(9)} ${flags.padEnd(6)} ${cut(text.slice(line.start, line.end).replaceAll('\t', ' ⇥ '))}`;
  }
  yield '';
  for (const repair of repairs) yield `${repair.rule.padEnd(18)} line ${repair.lines[0]}  ${JSON.stringify(repair.before)} → ${JSON.stringify(repair.after)}`;
}

function* showNode(node: TreeNode, text: string, depth: number): Generator<string> {
  const pad = '  '.repeat(depth);
  // A division without a title is shown by its first line.
  const { position } = node.type === 'division' ? (node.children[0] ?? node) : node;
  const words = cut(text.slice(position.start.offset, position.end.offset).replaceAll('\n', ' ⏎ ').replaceAll('\t', ' ⇥ '));
  const line = String(position.start.line).padStart(5);
  if (node.type === 'division') {
    yield `${line} ${pad}${node.kind} ${node.marker ?? '-'}  [${node.eId}]${node.sequence === 'gap' ? ' (gap)' : ''}  ${node.title === null ? words : cut(node.title)}`;
    for (const child of node.children) if (!(child.type === 'heading' || (child.type === 'paragraph' && child === node.children[0]))) yield* showNode(child, text, depth + 1);
  } else if ('children' in node && node.children && node.type !== 'row') {
    yield `${line} ${pad}${node.type}`;
    for (const child of node.children) if (child.type !== 'cell') yield* showNode(child, text, depth + 1);
  } else yield `${line} ${pad}${node.type}${'marker' in node && node.marker ? ` ${node.marker}` : ''}  ${words}`;
}

function* showTarget(target: Target): Generator<string> {
  const { evidence, period, indicator, area, scope, modality, change, flags } = target;
  const span = period ? `${period.kind} ${[period.from, period.to].filter((year) => year !== null).join('–')}` : '—';
  const place = [area && `${area.name} [${area.id ?? '?'}]`, scope?.name].filter(Boolean).join(' · ') || '—';
  const notes = [modality, change?.base && `base ${change.base}`, change?.per && `per ${change.per}`, ...flags].filter(Boolean).join(', ');
  yield `${String(evidence.lines[0]).padStart(5)} ${span.padEnd(12)} ${target.comparator.padEnd(10)} ${printable(printAmount(target, getLocale())).padEnd(18)} ${cut(indicator.name)} [${indicator.id ?? '?'}]  ${printable(place)}${notes && `  (${notes})`}`;
}

function* showFacts(document: ExtractedDocument): Generator<string> {
  const { identity } = document;
  yield `── document ${document.part}/${document.parts}  lines ${document.lines.join('-')}`;
  const fields: [string, string | null | undefined][] = [
    ['system', identity.system],
    ['type', identity.documentType?.name],
    ['number', identity.number?.value],
    ['issuedOn', identity.issuedOn.value ?? (identity.issuedOn.notBefore ? `≥ ${identity.issuedOn.notBefore}` : null)],
    ['place', identity.place?.value],
    ['issuer', identity.issuer && `${identity.issuer.name}${identity.issuer.derived ? ' (derived)' : ''}`],
    ['directing', identity.directingAuthority?.name],
    ['title', identity.title && cut(identity.title.value)],
    ...identity.signatories.map((signatory): [string, string] => ['signed', [signatory.authority, signatory.capacity, signatory.name].map((part) => part ?? '—').join(' · ')]),
    ['addressees', identity.addressees.map(({ value }) => value).join('; ')],
    ['recipients', identity.recipients.map(({ value }) => value).join('; ')],
  ];
  for (const [name, value] of fields) yield `${name.padEnd(12)} ${value || '—'}`;
  yield '';
  for (const citation of document.citations) {
    yield `${String(citation.evidence.lines[0]).padStart(5)} ${citation.form.padEnd(18)} ${citation.relation.padEnd(12)} ${(citation.number ?? '—').padEnd(22)} ${(citation.issuedOn ?? '').padEnd(10)}  ${cut(citation.raw.replace(/\s+/g, ' '))}`;
  }
  yield '';
  for (const date of document.dates)
    yield `${String(date.evidence.lines[0]).padStart(5)} ${date.kind.padEnd(10)} ${(date.from ?? '').padEnd(10)}…${(date.to ?? '').padEnd(10)} ${date.inTitle ? 'title ' : '      '}${date.raw}`;
  yield '';
  for (const target of document.targets) yield* showTarget(target);
  yield '';
  for (const { evidence, role, agency, deadline, task } of document.assignments) {
    const name = `${agency.name} [${agency.id ?? (agency.collective ? 'collective' : '?')}]`;
    yield `${String(evidence.lines[0]).padStart(5)} ${role.padEnd(10)} ${(deadline?.raw ?? '—').padEnd(12)} ${printable(name)}  ${cut([task.label, task.text].filter(Boolean).join(': ').replace(/\s+/g, ' '))}`;
  }
}
