import type { ExtractedDocument } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Box, PageLayout } from '../model/layout.ts';
import type { TreeNode } from '../model/tree.ts';
import { type Html, html, trusted } from '../publish/report/html.ts';
import { placeOf } from '../text/text-layout.ts';
import { getLocale, say } from './locale.ts';

/** A recognized word below this confidence may well be another. */
const DOUBTFUL = 0.5;

const STYLE = `
body { margin: 0; font: 14px/1.4 system-ui, sans-serif; display: flex; gap: 1rem; align-items: flex-start; background: #eee; color: #111 }
.page { position: relative; flex: none; width: min(66vw, 1000px); background: #fff; box-shadow: 0 1px 6px #0006 }
.page img, .page svg { display: block; width: 100% } .page svg { position: absolute; inset: 0; height: 100% }
rect { fill: transparent; stroke-width: 0.7; vector-effect: non-scaling-stroke }
.word { stroke: #2b7bba88 } .doubtful { stroke: #d00; fill: #f002 } .aside { stroke: #888; fill: #8883 }
.block { stroke: #7a7a7a; stroke-dasharray: 3 2 } .fact { stroke: #0a7d2c; fill: #0a7d2c1a; stroke-width: 1.4 }
.fact:hover, .fact:target { fill: #0a7d2c55 } aside { padding: 1rem 1rem 1rem 0; max-width: 40rem } h1 { font-size: 1rem } dt { font-weight: 600 } dd { margin: 0 0 .4rem }
`;

/** A page with what was read of it: its picture (JPEG; null where it has none), its words, and the documents of its file. */
export interface DrawnPage {
  file: string;
  number: number;
  layout: PageLayout;
  picture: Uint8Array | null;
  text: string;
  documents: readonly ExtractedDocument[];
}

/** One self-contained HTML page: the picture with boxes of words, blocks and facts over it, which show what was read when pointed at. */
export function pageDrawing({ file, number, layout, picture, text, documents }: DrawnPage): Html {
  const { width, height, words, reading, setAside } = layout;
  const rect = (box: Box | readonly number[], kind: string, title: string) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = box;
    return html`<rect class="${kind}" x="${left}" y="${top}" width="${Math.max(0, right - left)}" height="${Math.max(0, bottom - top)}"><title>${title}</title></rect>`;
  };
  const wordBoxes = words.start.map((start, i) => {
    const confidence = words.confidence?.[i];
    const doubtful = confidence !== undefined && confidence < DOUBTFUL;
    return rect(words.box.slice(i * 4, i * 4 + 4), doubtful ? 'doubtful' : 'word', `${text.slice(start, words.end[i])}${confidence === undefined ? '' : ` (${confidence})`}`);
  });
  const facts = documents.flatMap((document) => [...factsOf(document)]).filter(({ evidence }) => evidence.boxes?.some((box) => box.page === number));
  const factBoxes = facts.flatMap(({ name, value, evidence }) =>
    (evidence.boxes ?? []).filter((box) => box.page === number).map(({ box }) => rect(box, 'fact', `${name}: ${value}`)),
  );
  const blocks = documents.flatMap(({ tree, layout: places }) =>
    places === null
      ? []
      : [...leavesOf(tree.children)].flatMap(({ type, position }) => {
          const boxes = placeOf(places, position.start.offset, position.end.offset)?.boxes.filter((box) => box.page === number) ?? [];
          return boxes.length === 0 ? [] : [rect(around(boxes.map(({ box }) => box)), 'block', type)];
        }),
  );
  const reasons = reading.reasons.map(({ code, value }) => (value === null ? code : `${code}: ${value}`)).join(', ');
  return html`<!doctype html>
<html lang="${getLocale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${file} · ${say('inspect.pageTitle', { page: String(number) })}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<div class="page" style="aspect-ratio: ${width} / ${height}">
${picture && html`<img alt="" src="data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}">`}
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
${setAside.map(({ kind, text: said, box }) => rect(box, 'aside', `${kind}: ${said}`))}
${blocks}
${wordBoxes}
${factBoxes}
</svg>
</div>
<aside>
<h1>${file} · ${say('inspect.pageTitle', { page: String(number) })}</h1>
<p>${reading.decision} (${reasons})${reading.engine && ` · ${reading.engine}`}</p>
<dl>${facts.map(({ name, value, evidence }) => html`<dt>${name}</dt><dd>${value}${evidence.confidence !== undefined && ` (${evidence.confidence})`}</dd>`)}</dl>
</aside>
</body>
</html>
`;
}

interface Fact {
  name: string;
  value: string;
  evidence: Evidence;
}

/** Everything extracted that says where it stands, by the keys of the published record. */
function* factsOf({ identity, citations, dates, targets, assignments }: ExtractedDocument): Generator<Fact> {
  for (const [name, field] of Object.entries(identity)) {
    for (const value of Array.isArray(field) ? field : [field]) {
      if (value && typeof value === 'object' && 'evidence' in value && value.evidence) yield { name, value: evidenceWords(value.evidence), evidence: value.evidence };
    }
  }
  for (const { number, raw, evidence } of citations) yield { name: 'citation', value: number ?? raw, evidence };
  for (const { raw, evidence } of dates) yield { name: 'date', value: raw, evidence };
  for (const { indicator, raw, evidence } of targets) yield { name: 'target', value: `${indicator.name}: ${raw}`, evidence };
  for (const { agency, role, evidence } of assignments) yield { name: 'assignment', value: `${role}: ${agency.name}`, evidence };
}

const evidenceWords = ({ quote }: Evidence) => quote.replace(/\s+/g, ' ');

/** The parts of a tree that hold text themselves. */
function* leavesOf(nodes: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of nodes) {
    if ('children' in node && node.children && node.type !== 'row') yield* leavesOf(node.children as TreeNode[]);
    else yield node;
  }
}

function around(boxes: readonly Box[]): Box {
  return [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
}
