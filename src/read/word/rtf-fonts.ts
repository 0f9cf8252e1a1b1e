import { encodingOfFont } from '../legacy/recognize.ts';
import { fromWindows1252 } from '../legacy/windows-1252.ts';
import { CODE_PAGES } from './rtf-words.ts';

interface Font {
  name: string;
  charset: number;
}

const DEFAULT_PAGE = 'windows-1252';
const VIETNAMESE_PAGE = 1258;

/** The fonts of an RTF file by their numbers, and what bytes set in them stand for. */
export class RtfFonts {
  readonly #fonts = new Map<number, Font>();
  readonly #decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  #codePage = DEFAULT_PAGE;

  /** The code page of text whose font does not tell one. */
  declare(codePage: number | null): void {
    this.#codePage = codePage === VIETNAMESE_PAGE ? 'windows-1258' : DEFAULT_PAGE;
  }

  add(number: number): void {
    if (!this.#fonts.has(number)) this.#fonts.set(number, { name: '', charset: 0 });
  }

  /** A piece of a font's name, as the font table has it. */
  addName(number: number, bytes: Uint8Array): void {
    const font = this.#fonts.get(number);
    if (font) font.name += fromWindows1252(bytes);
  }

  setCharset(number: number, charset: number): void {
    const font = this.#fonts.get(number);
    if (font) font.charset = charset;
  }

  name(number: number): string | null {
    return this.#fonts.get(number)?.name.replace(/;$/, '') ?? null;
  }

  /** Bytes in the code page of the font; those of old Vietnamese fonts as windows-1252, whatever character set they claim. */
  decode(bytes: Uint8Array, number: number): string {
    const font = this.#fonts.get(number);
    const page = font && !encodingOfFont(font.name) ? (CODE_PAGES.get(font.charset) ?? this.#codePage) : DEFAULT_PAGE;
    if (page === DEFAULT_PAGE) return fromWindows1252(bytes);
    let decoder = this.#decoders.get(page);
    if (!decoder) {
      decoder = new TextDecoder(page);
      this.#decoders.set(page, decoder);
    }
    return decoder.decode(bytes);
  }
}
