import { createHash } from 'node:crypto';

/**
 * Small PDF files for tests, written by hand so that a test can damage what it is about. Coordinates are points from the top left
 * corner; every character is half its size wide, blanks too, so that a test can say where a word has to stand.
 */

export interface Text {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  size?: number;
  bold?: boolean;
  /** Text rendering mode; 3 is invisible. */
  mode?: number;
  /** Degrees, counterclockwise. */
  turn?: number;
  colour?: readonly [number, number, number];
  /** Another font: its name, and what the file says its codes mean. */
  font?: FontName;
}

export interface PageSpec {
  width?: number;
  height?: number;
  /** Degrees, clockwise, by which the page is shown turned. */
  rotate?: number;
  texts?: readonly Text[];
  /** From, to. */
  lines?: readonly (readonly [number, number, number, number])[];
  /** A JPEG drawn over the whole page, below the text. */
  jpeg?: { data: Uint8Array; width: number; height: number };
  /** Signature fields and free texts: where, and what they print. */
  annotations?: readonly { box: readonly [number, number, number, number]; lines: readonly string[]; signature: boolean }[];
  /** Drawing instructions of forms that can be called by name, `/X0 Do`, each from the ones before it. */
  forms?: readonly string[];
  /** Drawing instructions as they stand, below the text. */
  raw?: string;
  /** Drawing instructions above the text, and text above these. */
  drawnOver?: string;
  textsAbove?: readonly Text[];
  /** Instructions that were deflated twice, in place of all others. */
  deflatedTwice?: Uint8Array;
}

export interface FontName {
  name: string;
  /** What a code stands for; the code itself where it is not listed; null where the file does not say. */
  toUnicode?: Readonly<Record<string, string>> | null;
}

const A4 = { width: 595, height: 842 };

/** Writes a PDF file. `catalog` goes into the catalog's dictionary; with a password the file's streams are encrypted (40-bit RC4). */
export function makePdf(pages: readonly PageSpec[], { catalog = '', password = null as string | null } = {}): Uint8Array {
  const lock = password === null ? null : lockOf(password);
  const objects: (string | Buffer)[] = [];
  const add = (body: string | Buffer): number => objects.push(body);
  const stream = (dict: string, data: string | Uint8Array): number => {
    const plain = Buffer.from(data as string);
    const bytes = lock ? lock.encrypt(plain, objects.length + 1) : plain;
    return add(Buffer.concat([Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]));
  };
  const fonts = new Map<string, { id: number; label: string }>();
  const fontOf = (font: FontName): string => {
    const key = JSON.stringify(font);
    let known = fonts.get(key);
    if (!known) {
      const map = font.toUnicode === null ? '' : `/ToUnicode ${stream('', toUnicodeMap(font.toUnicode ?? {}))} 0 R`;
      const flags = /bold/i.test(font.name) ? 262178 : 34;
      const descriptor = add(
        `<< /Type /FontDescriptor /FontName /${font.name} /Flags ${flags} /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
      );
      const cid = add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity >>`,
      );
      const id = add(`<< /Type /Font /Subtype /Type0 /BaseFont /${font.name} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] ${map} >>`);
      known = { id, label: `F${fonts.size}` };
      fonts.set(key, known);
    }
    return known.label;
  };
  const tree = add('');
  const kids: number[] = [];
  const fields: number[] = [];
  for (const page of pages) {
    const { width, height } = { ...A4, ...page };
    const content = [
      page.jpeg ? `q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q` : '',
      ...(page.lines ?? []).map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`),
      page.raw ?? '',
      ...(page.texts ?? []).map((text) => drawText(text, height, fontOf)),
      page.drawnOver ?? '',
      ...(page.textsAbove ?? []).map((text) => drawText(text, height, fontOf)),
    ].join('\n');
    const image = page.jpeg
      ? stream(`/Type /XObject /Subtype /Image /Width ${page.jpeg.width} /Height ${page.jpeg.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, page.jpeg.data)
      : null;
    const forms: string[] = [];
    for (const [i, form] of [...(page.forms ?? [])].entries()) {
      const id = stream(`/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << /XObject << ${forms.join(' ')} >> >>`, form);
      forms.push(`/X${i} ${id} 0 R`);
    }
    const body = page.deflatedTwice ? stream('/Filter [/FlateDecode /FlateDecode]', page.deflatedTwice) : stream('', content);
    const annotations = (page.annotations ?? []).map(({ box: [x0, y0, x1, y1], lines, signature }, index) => {
      const own = lines.map((line, row) => drawText({ text: line, x: 0, y: (row + 1) * 10, size: 8 }, y1 - y0, fontOf)).join('\n');
      const form = stream(`/Type /XObject /Subtype /Form /BBox [0 0 ${x1 - x0} ${y1 - y0}] /Resources << /Font << ${fontList(fonts)} >> >>`, own);
      const common = `/Type /Annot /Rect [${x0} ${height - y1} ${x1} ${height - y0}] /AP << /N ${form} 0 R >> /F 4`;
      const id = add(
        signature ? `<< ${common} /Subtype /Widget /FT /Sig /T (Signature${kids.length}-${index}) >>` : `<< ${common} /Subtype /FreeText /DA (/F0 8 Tf) /Contents (x) >>`,
      );
      if (signature) fields.push(id);
      return id;
    });
    kids.push(
      add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} /Contents ${body} 0 R ` +
          `/Resources << /Font << ${fontList(fonts)} >> /XObject << ${image === null ? '' : `/Im0 ${image} 0 R`} ${forms.join(' ')} >> >> ` +
          `${annotations.length > 0 ? `/Annots [${annotations.map((id) => `${id} 0 R`).join(' ')}]` : ''} >>`,
      ),
    );
  }
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  const form = fields.length > 0 ? `/AcroForm << /Fields [${fields.map((id) => `${id} 0 R`).join(' ')}] /SigFlags 3 >>` : '';
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R ${form} ${catalog} >>`);
  return assemble(objects, `/Root ${root} 0 R ${lock ? lock.trailer : ''}`);
}

function fontList(fonts: ReadonlyMap<string, { id: number; label: string }>): string {
  return [...fonts.values()].map(({ id, label }) => `/${label} ${id} 0 R`).join(' ');
}

function drawText({ text, x, y, size = 14, bold = false, mode = 0, turn = 0, colour, font }: Text, height: number, fontOf: (font: FontName) => string): string {
  const label = fontOf(font ?? { name: bold ? 'Times-Bold' : 'Times-Roman' });
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((value) => value.toFixed(4));
  return `BT /${label} ${size} Tf ${mode} Tr ${(colour ?? [0, 0, 0]).join(' ')} rg ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${height - y} Tm <${hex}> Tj ET`;
}

function toUnicodeMap(changes: Readonly<Record<string, string>>): string {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const lines = Object.entries(changes).map(([code, text]) => `<${hex(code)}> <${hex(text)}>`);
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks = Array.from({ length: Math.ceil(ranges.length / 100) }, (_, i) => ranges.slice(i * 100, i * 100 + 100)).map(
    (block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`,
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    ...(lines.length > 0 ? [`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`] : []),
    'endcmap end end',
  ].join('\n');
}

/** The standard security handler, revision 2 (ISO 32000-1, 7.6). */
function lockOf(password: string): { trailer: string; encrypt(data: Buffer, object: number): Buffer } {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const id = Buffer.alloc(16, 7);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    trailer: `/ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`,
    encrypt: (data, object) => rc4(md5(key, Buffer.from([object & 255, (object >> 8) & 255, object >> 16, 0, 0])).subarray(0, 10), data),
  };
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }),
  );
}

function assemble(objects: readonly (string | Buffer)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((body, i) => {
    const at = length;
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')]));
    return at;
  });
  const start = length;
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`));
  push(Buffer.from(`trailer << /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Uint8Array.from(Buffer.concat(parts));
}

/** Lines of text below each other. */
export function linesAt(x: number, y: number, lines: readonly string[], options: Partial<Text> & { step?: number } = {}): Text[] {
  const { step = 18, ...rest } = options;
  return lines.map((text, i) => ({ ...rest, text, x, y: y + i * step }));
}
