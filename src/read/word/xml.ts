import { Parser } from 'htmlparser2';
import { FileProblem } from '../file-problem.ts';

/** An element of an XML part; text between elements stands among its children. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Elements nested deeper become children of the one at this depth. */
const DEEPEST = 256;
const MOST_ELEMENTS = 2_000_000;
/** Editing sessions: of no use, and half of the attributes. */
const SESSION = /^w:rsid/;

/** Namespaces by the prefix they customarily have; a part may use other ones. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
]);

/**
 * Parses an XML part into its root element. Entities a document declares are not expanded: they stay as written.
 * @throws FileProblem where a part has more elements than any document.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack: XmlElement[] = [root];
  let depth = 0;
  let count = 0;
  let renamed: ReadonlyMap<string, string> | null = null;
  const nameOf = (name: string): string => {
    if (!renamed || renamed.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon));
    if (prefix === undefined) return name;
    const local = name.slice(colon + 1);
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++count > MOST_ELEMENTS) throw new FileProblem('zip-bomb');
        renamed ??= renamedPrefixes(attributes);
        const own: Record<string, string> = {};
        for (const key in attributes) if (!SESSION.test(key)) own[nameOf(key)] = attributes[key] as string;
        const element: XmlElement = { name: nameOf(name), attributes: own, children: [] };
        (stack.at(-1) as XmlElement).children.push(element);
        depth++;
        if (depth < DEEPEST) stack.push(element);
      },
      ontext(text) {
        const { children } = stack.at(-1) as XmlElement;
        if (typeof children.at(-1) === 'string') children[children.length - 1] += text;
        else children.push(text);
      },
      onclosetag() {
        if (depth < DEEPEST && stack.length > 1) stack.pop();
        depth--;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
  parser.write(text);
  parser.end();
  return childElements(root)[0] ?? root;
}

/** Prefixes that the root declares for a known namespace and that are not the customary ones. */
function renamedPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const key in attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    const own = key.slice('xmlns:'.length);
    const customary = PREFIXES.get(attributes[key] as string);
    if (customary !== undefined && customary !== own) renamed.set(own, customary);
  }
  return renamed;
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((inner): inner is XmlElement => typeof inner !== 'string' && inner.name === name);
}

/** All text inside of an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((inner) => (typeof inner === 'string' ? inner : textOf(inner))).join('');
}
