import { FileProblem } from '../file-problem.ts';
import type { Archive } from './archive.ts';
import type { Block, Body } from './body.ts';
import { DocxNotes } from './docx-notes.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { DocxReader } from './docx-reader.ts';
import { DocxStyles } from './docx-styles.ts';
import { linesOf } from './flow.ts';
import { child, parseXml, type XmlElement } from './xml.ts';

/**
 * Reads a DOCX file's text. Everything is read that the page shows: generated numbers, notes, text boxes; insertions are taken for accepted,
 * deletions and hidden text are kept apart. Macros and embedded objects are never touched.
 * @throws FileProblem where a part is damaged or missing.
 */
export async function readDocx(archive: Archive, main: string): Promise<Body> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = async (name: string): Promise<XmlElement | null> => {
    const bytes = await archive.read(`${folder}${name}`);
    return bytes ? parseXml(bytes) : null;
  };
  const document = await archive.read(main);
  if (!document) throw new FileProblem('broken', { type: 'DOCX' });
  const styles = new DocxStyles(await part('styles.xml'));
  const numbering = new DocxNumbering(await part('numbering.xml'), (style) => styles.paragraph(style).list);
  const notes = new DocxNotes();
  for (const kind of ['footnote', 'endnote'] as const) {
    const root = await part(`${kind}s.xml`);
    if (root) notes.add(kind, root);
  }
  const reader = new DocxReader(styles, numbering, notes);
  const body = child(parseXml(document), 'w:body');
  if (!body) throw new FileProblem('broken', { type: 'DOCX' });
  const blocks = reader.readBody(body);
  const furniture: Block[][] = [];
  for (const name of archive.names) {
    if (!name.startsWith(folder) || !/^(?:header|footer)\d{0,4}\.xml$/.test(name.slice(folder.length))) continue;
    const root = await part(name.slice(folder.length));
    if (root) furniture.push(reader.readFurniture(root));
  }
  return { blocks, furniture: furniture.flatMap(linesOf), heads: furniture };
}
