import { deflateSync } from 'node:zlib';
import { type MadePage, PAGE } from './pages.ts';
import { type Face, fontFile } from './typeset.ts';

/** The JPEG of a scanned page. */
export interface ScannedJpeg {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 3;
}

/** Objects of a PDF file, numbered from 1 as they are added. */
class PdfFile {
  readonly #objects: Buffer[] = [];

  add(...parts: (string | Uint8Array)[]): number {
    return this.#objects.push(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  }

  /** Keeps a number for an object that others name before it is written. */
  reserve(): number {
    return this.add();
  }

  set(id: number, body: string): void {
    this.#objects[id - 1] = Buffer.from(body);
  }

  stream(dictionary: string, data: string | Uint8Array, deflate = true): number {
    const bytes = deflate ? deflateSync(Buffer.from(data as string)) : Buffer.from(data as string);
    return this.add(`<< ${dictionary} ${deflate ? '/Filter /FlateDecode ' : ''}/Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
  }

  /** The whole file, its pages drawn by the given streams. */
  finish(pages: readonly { content: number; resources: string }[]): Uint8Array {
    const tree = this.reserve();
    const kids = pages.map(({ content, resources }) =>
      this.add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${content} 0 R /Resources << ${resources} >> >>`),
    );
    this.set(tree, `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`);
    const root = this.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
    const parts = [Buffer.from('%PDF-1.7\n')];
    const offsets: number[] = [];
    let length = parts[0]?.length ?? 0;
    for (const [index, body] of this.#objects.entries()) {
      const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
      offsets.push(length);
      length += object.length;
      parts.push(object);
    }
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    parts.push(
      Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${offsets.length + 1} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`),
    );
    return Uint8Array.from(Buffer.concat(parts));
  }
}

/** A face as it is used in a file: embedded whole, its codes the numbers of its glyphs, with the letters they stand for. */
class EmbeddedFont {
  readonly label: string;
  readonly #face: ReturnType<typeof fontFile>;
  readonly #used = new Map<number, { letter: string; width: number }>();

  constructor(face: Face, label: string) {
    this.label = label;
    this.#face = fontFile(face);
  }

  /** The codes of a text as a PDF string. */
  encode(text: string): string {
    const codes = Array.from(text, (letter) => {
      const { index, width } = this.#face.glyphOf(letter);
      this.#used.set(index, { letter, width });
      return hex(index);
    });
    return `<${codes.join('')}>`;
  }

  write(file: PdfFile): number {
    const used = [...this.#used].sort(([a], [b]) => a - b);
    const data = file.stream(`/Length1 ${this.#face.file.length}`, this.#face.file);
    const name = `/Tinos-${this.label}`;
    const descriptor = file.add(
      `<< /Type /FontDescriptor /FontName ${name} /Flags 34 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 662 /StemV 80 /FontFile2 ${data} 0 R >>`,
    );
    const widths = used.map(([index, { width }]) => `${index} [${width}]`).join(' ');
    const glyphs = file.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [${widths}] /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity >>`,
    );
    const lines = used.map(([index, { letter }]) => `<${hex(index)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`);
    const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100)).map(
      (block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`,
    );
    const map = file.stream(
      '',
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('')}endcmap end end`,
    );
    return file.add(`<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${glyphs} 0 R] /ToUnicode ${map} 0 R >>`);
  }
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** Pages as an office program exports them: text with its fonts embedded, and rules. */
export function textPdf(pages: readonly MadePage[]): Uint8Array {
  const file = new PdfFile();
  const fonts = new Map<Face, EmbeddedFont>();
  const fontOf = (face: Face): EmbeddedFont => {
    const font = fonts.get(face) ?? new EmbeddedFont(face, `F${fonts.size}`);
    fonts.set(face, font);
    return font;
  };
  const at = (value: number) => value.toFixed(2);
  const contents = pages.map(({ texts, rules }) =>
    [
      ...rules.map(([x1, y1, x2, y2]) => `${at(x1)} ${at(PAGE.height - y1)} m ${at(x2)} ${at(PAGE.height - y2)} l S`),
      ...texts.map(({ text, x, y, size, face }) => `BT /${fontOf(face).label} ${size} Tf ${at(x)} ${at(PAGE.height - y)} Td ${fontOf(face).encode(text)} Tj ET`),
    ].join('\n'),
  );
  const list = [...fonts.values()].map((font) => `/${font.label} ${font.write(file)} 0 R`).join(' ');
  return file.finish(contents.map((content) => ({ content: file.stream('', content), resources: `/Font << ${list} >>` })));
}

/** Pages as a scanner files them: one JPEG each and no text. */
export function scannedPdf(scans: readonly ScannedJpeg[]): Uint8Array {
  const file = new PdfFile();
  const content = file.stream('', `q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Im0 Do Q`);
  return file.finish(
    scans.map(({ data, width, height, channels }) => {
      const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
      const image = file.stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`, data, false);
      return { content, resources: `/XObject << /Im0 ${image} 0 R >>` };
    }),
  );
}
