import { type Body, noteMark, type Paragraph, type Revision, type Run } from './body.ts';
import { Flow, linesOf, noteOf, paragraphOf } from './flow.ts';
import { RtfFonts } from './rtf-fonts.ts';
import { RowDefinition } from './rtf-rows.ts';
import { scanRtf } from './rtf-scanner.ts';
import { CHARACTERS, FURNITURE, READ, SKIPPED } from './rtf-words.ts';

/** What holds inside of a group and is forgotten at its end. */
interface State {
  font: number;
  strong: boolean;
  capitals: boolean;
  raised: boolean;
  hidden: boolean;
  revision: Revision | null;
  /** Fallback characters after a `\u`. */
  fallback: number;
  /** What the group is for. */
  place: 'text' | 'skip' | 'fonts';
  /** Called at the group's end. */
  close: (() => void) | null;
}

/** Deeper groups are passed over. */
const DEEPEST = 500;

/** Reads an RTF file's text: fonts and code pages, tables, generated numbers, notes, shapes' text and revisions. Objects are never touched. */
export function readRtf(bytes: Uint8Array): Body {
  return new RtfReader().read(bytes);
}

class RtfReader {
  readonly #fonts = new RtfFonts();
  readonly #states: State[] = [];
  /** Notes of the page being read. */
  readonly #notes: Paragraph[] = [];
  #noteCount = 0;
  readonly #furniture: string[] = [];
  #state: State = { font: -1, strong: false, capitals: false, raised: false, hidden: false, revision: null, fallback: 1, place: 'text', close: null };
  #defaultFont = 0;
  #flow = new Flow();
  #runs: Run[] = [];
  #inTable = false;
  #heading = false;
  readonly #row = new RowDefinition();
  /** Bytes still to be passed over after a `\u`. */
  #toSkip = 0;
  #ignorable = false;
  #inNote = false;
  /** Groups opened below the deepest one. */
  #tooDeep = 0;

  read(bytes: Uint8Array): Body {
    for (const token of scanRtf(bytes)) {
      if (token.kind === 'open') this.#open();
      else if (token.kind === 'close') this.#closeGroup();
      else if (token.kind === 'text') this.#text(token.bytes);
      else this.#control(token.word, token.value);
    }
    while (this.#states.length > 0) this.#closeGroup();
    if (this.#runs.length > 0) this.#endParagraph();
    this.#flow.endTable();
    return { blocks: [...this.#flow.blocks, ...this.#notes], furniture: this.#furniture };
  }

  #open(): void {
    if (this.#states.length >= DEEPEST) {
      this.#tooDeep++;
      return;
    }
    this.#states.push(this.#state);
    this.#state = { ...this.#state, close: null };
    this.#toSkip = 0;
  }

  #closeGroup(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    this.#state.close?.();
    this.#state = this.#states.pop() ?? this.#state;
    this.#ignorable = false;
    this.#toSkip = 0;
  }

  #text(bytes: readonly number[]): void {
    if (this.#state.place === 'skip' || this.#tooDeep > 0) return;
    const rest = bytes.slice(this.#toSkip);
    this.#toSkip = Math.max(0, this.#toSkip - bytes.length);
    if (rest.length === 0) return;
    if (this.#state.place === 'fonts') this.#fonts.addName(this.#state.font, Uint8Array.from(rest));
    else this.#write(this.#fonts.decode(Uint8Array.from(rest), this.#state.font));
  }

  #write(text: string): void {
    if (text === '' || this.#state.place !== 'text') return;
    const { strong, capitals, raised, hidden, revision } = this.#state;
    const font = this.#fonts.name(this.#state.font);
    const own: Revision | null = revision === 'deleted-text' ? revision : hidden ? 'hidden-text' : revision;
    const last = this.#runs.at(-1);
    if (last && last.font === font && last.strong === strong && last.revision === own && last.raised === raised && last.capitals === capitals) last.text += text;
    else this.#runs.push({ text, font, strong, revision: own, capitals, raised });
  }

  #control(word: string, value: number | null): void {
    if (this.#tooDeep > 0) return;
    if (word === '*') {
      this.#ignorable = true;
      return;
    }
    const ignorable = this.#ignorable;
    this.#ignorable = false;
    const state = this.#state;
    if (state.place === 'skip') return;
    if (SKIPPED.has(word) || (ignorable && !READ.has(word))) {
      state.place = 'skip';
      return;
    }
    const character = CHARACTERS.get(word);
    if (character !== undefined) {
      this.#write(character);
      return;
    }
    const on = value !== 0;
    switch (word) {
      case 'ansicpg':
        this.#fonts.declare(value);
        break;
      case 'deff':
        this.#defaultFont = value ?? 0;
        break;
      case 'fonttbl':
        state.place = 'fonts';
        break;
      case 'f':
        state.font = value ?? 0;
        if (state.place === 'fonts') this.#fonts.add(state.font);
        break;
      case 'fcharset':
        if (state.place === 'fonts') this.#fonts.setCharset(state.font, value ?? 0);
        break;
      case 'plain':
        Object.assign(state, { font: this.#defaultFont, strong: false, capitals: false, raised: false, hidden: false, revision: null });
        break;
      case 'b':
        state.strong = on;
        break;
      case 'caps':
        state.capitals = on;
        break;
      case 'super':
        state.raised = on;
        break;
      case 'nosupersub':
        state.raised = false;
        break;
      case 'v':
        state.hidden = on;
        break;
      case 'deleted':
        state.revision = on ? 'deleted-text' : null;
        break;
      case 'revised':
        state.revision ??= on ? 'inserted-text' : null;
        break;
      case 'uc':
        state.fallback = Math.max(0, Math.min(16, value ?? 1));
        break;
      case 'u':
        this.#write(String.fromCharCode(((value ?? 0) + 0x10000) & 0xffff));
        this.#toSkip = state.fallback;
        break;
      case 'chftn':
        if (!this.#inNote) this.#runs.push(noteMark(this.#noteCount + 1));
        break;
      case 'par':
        this.#endParagraph();
        break;
      case 'sect':
      case 'page':
        if (this.#runs.length > 0 || word === 'sect') this.#endParagraph();
        if (!this.#inTable) for (const note of this.#notes.splice(0)) this.#flow.add(note, false);
        break;
      case 'pard':
        this.#inTable = false;
        this.#heading = false;
        break;
      case 'intbl':
        this.#inTable = true;
        break;
      case 'outlinelevel':
        this.#heading = (value ?? 9) < 9;
        break;
      default:
        this.#table(word, value);
        this.#destination(word);
    }
  }

  #table(word: string, value: number | null): void {
    this.#row.define(word, value);
    if (word === 'cell') {
      this.#endParagraph(true);
      this.#flow.endCell();
    } else if (word === 'row') this.#flow.endRow(this.#row.edges, this.#row.continued);
  }

  /** Groups whose text stands elsewhere than where the group does. */
  #destination(word: string): void {
    if (word === 'listtext' || word === 'pntext') {
      const before = this.#runs;
      this.#runs = [];
      this.#state.close = () => {
        const label = this.#runs
          .map((run) => run.text)
          .join('')
          .trim();
        // A single sign is a bullet, drawn with whatever sign its font has.
        if (/^[^\p{L}\d+]$/u.test(label)) this.#runs = [{ ...(this.#runs[0] as Run), text: '- ' }];
        else for (const run of this.#runs) run.text = run.text.replaceAll('\t', ' ');
        this.#runs = [...before, ...this.#runs];
      };
    } else if (word === 'footnote') {
      this.#aside((flow) => this.#notes.push(noteOf(flow.blocks, ++this.#noteCount)));
      this.#inNote = true;
    } else if (FURNITURE.has(word)) this.#aside((flow) => this.#furniture.push(...linesOf(flow.blocks)));
    else if (word === 'shptxt') {
      const outer = this.#inTable;
      // A box stands before the paragraph it is anchored in.
      this.#aside((flow) => {
        for (const block of flow.blocks) this.#flow.add(block, outer);
      });
    }
  }

  /** Reads the group into a flow of its own, handed over at its end. */
  #aside(done: (flow: Flow) => void): void {
    const outer = { flow: this.#flow, runs: this.#runs, inTable: this.#inTable, heading: this.#heading, inNote: this.#inNote };
    [this.#flow, this.#runs, this.#inTable, this.#heading] = [new Flow(), [], false, false];
    this.#state.close = () => {
      if (this.#runs.length > 0) this.#endParagraph();
      this.#flow.endTable();
      const flow = this.#flow;
      [this.#flow, this.#runs, this.#inTable, this.#heading, this.#inNote] = [outer.flow, outer.runs, outer.inTable, outer.heading, outer.inNote];
      done(flow);
    };
  }

  #endParagraph(inTable = this.#inTable): void {
    this.#flow.add(paragraphOf(this.#runs, '', this.#heading), inTable);
    this.#runs = [];
  }
}
