import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { CLIENT } from '../../../src/publish/report/client.ts';
import { anchor, escapeText, html } from '../../../src/publish/report/html.ts';
import { type ReportInput, writeReport } from '../../../src/publish/report/report.ts';
import { STYLE } from '../../../src/publish/report/style.ts';
import { documentOf, findingOf, report, seedReport } from './sample.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '</style><style>*{display:none}</style>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  ']]><!--',
  'javascript:alert(1)',
  '../../../etc/passwd',
  'constructor',
  '&lt;b&gt; &amp;amp;',
  '\ud800 \u0000 \u202e',
];

type Node = ReturnType<typeof parseDocument>['children'][number];

async function chunks(input: ReportInput): Promise<string[]> {
  const written: string[] = [];
  await writeReport(input, (chunk) => {
    written.push(chunk);
  });
  return written;
}

const page = async (input: ReportInput) => (await chunks(input)).join('');

function* nodes(children: readonly Node[]): Generator<Node> {
  for (const node of children) {
    yield node;
    if ('children' in node) yield* nodes(node.children as Node[]);
  }
}

function parse(markup: string) {
  const all = [...nodes(parseDocument(markup).children)];
  const elements = all.flatMap((node) => ('attribs' in node ? [node] : []));
  const text = all.flatMap((node) => (node.type === 'text' ? [node.data] : [])).join('');
  return { all, elements, text };
}

describe('escaping', () => {
  it('gives any text back as it was, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const { elements, text } = parse(html`<p title="${word}">${word}</p>`.toString());
        const shown = word.replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
        expect(elements.map(({ name, attribs }) => [name, attribs])).toEqual([['p', { title: shown }]]);
        expect(text).toBe(shown);
      }),
    );
  });

  it('makes different anchors of different parts, safe in an attribute and in an address', () => {
    const parts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(anchor('document', ...a)).toMatch(/^[\w.:~-]+$/);
        expect(anchor('document', ...a) === anchor('document', ...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it.each(HOSTILE)('lets nothing out of %j', async (word) => {
    const input = report([documentOf(word)], { findings: [findingOf(word)] });
    input.summary.problems = [{ file: word, message: { vi: word, en: word } }];
    const { all, elements, text } = parse(await page(input));
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(named('script').map(({ children }) => (children[0] as { data: string }).data)).toEqual([CLIENT]);
    expect(named('style').map(({ children }) => (children[0] as { data: string }).data)).toEqual([STYLE]);
    expect(named('img')).toEqual([]);
    expect(all.filter(({ type }) => type === 'comment' || type === 'cdata')).toEqual([]);
    expect(elements.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => /^on|^style$|^src$/.test(name))).toEqual([]);
    for (const { attribs } of named('a')) expect(attribs.href).toMatch(/^(?:#|documents\/(?!.*(?:^|\/)\.\.(?:\/|$)))/);
    expect(text).toContain(word.replace(/[\p{Cc}\p{Surrogate}\u202e]/gu, '\ufffd'));
  });

  it('allows its own style and script only, by their hashes', async () => {
    const markup = await page(report([]));
    expect(markup).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^;]+&#39;; script-src &#39;sha256-[^;]+&#39;; base-uri/);
    expect(markup).not.toMatch(/unsafe-inline|https?:\/\//);
  });
});

describe('writing', () => {
  it('gives the same bytes for the same input', async () => {
    expect(await page(seedReport())).toBe(await page(seedReport()));
  });

  it('writes each document before it takes the next', async () => {
    const events: string[] = [];
    async function* documents() {
      for (const id of ['a', 'b', 'c']) {
        events.push(`take ${id}`);
        yield documentOf('x', id);
      }
    }
    await writeReport(report(documents(), { detailLimit: 0 }), async (chunk) => {
      const [, id] = /<tr data-find="document" data-key="document:(\w)"/.exec(chunk) ?? [];
      if (id) events.push(`write ${id}`);
    });
    expect(events).toEqual(['take a', 'write a', 'take b', 'write b', 'take c', 'write c']);
  });

  it('waits for a slow receiver', async () => {
    let busy = 0;
    await writeReport(seedReport(), async () => {
      expect(busy++).toBe(0);
      await new Promise((resolve) => setImmediate(resolve));
      busy--;
    });
  });

  it('gives no more details than allowed, documents with findings first, and says so', async () => {
    const documents = ['a', 'b', 'c', 'd'].map((id) => documentOf('x', id));
    const finding = { ...findingOf('x'), documents: ['c'] };
    const { elements, text } = parse(await page(report(documents, { findings: [finding], detailLimit: 2 })));
    const ids = (name: string) => elements.filter((element) => element.attribs['data-find'] === name).map(({ attribs }) => attribs['data-key']);
    expect(ids('document')).toEqual(['document:a', 'document:b', 'document:c', 'document:d']);
    expect(ids('detail')).toEqual(['document:a', 'document:c']);
    expect(text).toContain('details 2 documents, those with findings first; the other 2 are');
  });

  it('shows no more findings than allowed, the first of the list, and says so; what is not on the page is not led to', async () => {
    const findings = ['x', 'y', 'z'].map((word) => ({ ...findingOf(word), id: `rule:${word}`, documents: ['a'] }));
    const one = documentOf('x', 'a');
    one.document.findings = findings.map(({ id }) => id);
    const { elements, text } = parse(await page(report([one], { findings, findingLimit: 2 })));
    const cards = elements.filter(({ attribs }) => attribs['data-find'] === 'finding').map(({ attribs }) => attribs.id);
    expect(cards).toEqual(['finding:rule~3a~x', 'finding:rule~3a~y']);
    expect(text).toContain('shows the 2 most important findings; the other 1 are in');
    const ids = new Set(elements.map(({ attribs }) => attribs.id));
    expect(elements.filter(({ attribs }) => attribs.href?.startsWith('#finding') && !ids.has(attribs.href.slice(1)))).toEqual([]);
    expect(parse(await page(report([one], { findings, findingLimit: 3 }))).text).not.toContain('most important findings; the other');
  });

  it('leads each row to the detail, or to the record where there is none', async () => {
    const documents = ['a', 'b'].map((id) => documentOf('x', id));
    const { elements } = parse(await page(report(documents, { detailLimit: 1 })));
    const rows = elements.filter(({ attribs }) => attribs['data-find'] === 'document');
    const links = rows.map((row) => [...nodes(row.children)].flatMap((node) => ('attribs' in node && node.name === 'a' ? [node.attribs.href] : [])));
    expect(links).toEqual([['#document:a'], ['documents/b.json']]);
  });

  it('leads nowhere that is not on the page or beside it', async () => {
    const { elements } = parse(await page(seedReport()));
    const ids = elements.flatMap(({ attribs }) => (attribs.id ? [attribs.id] : []));
    expect(ids.length).toBe(new Set(ids).size);
    const targets = elements.flatMap(({ attribs }) => (attribs.href?.startsWith('#') ? [attribs.href.slice(1)] : []));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const labels = elements.flatMap(({ attribs }) => [attribs['aria-labelledby'], attribs['aria-describedby'], attribs.for].filter((id) => id !== undefined));
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
  });
});

describe('content', () => {
  it('shows the words of every side of every finding, and of every ground', async () => {
    const input = seedReport(0);
    const { text } = parse(await page(input));
    const sides = [...input.findings].flatMap(({ sides, verdict }) => [
      ...sides,
      ...(verdict?.candidates ?? []).flatMap(({ supports, refutes }) => [...supports, ...refutes].flatMap((ground) => ground.sides)),
    ]);
    expect(sides.length).toBeGreaterThan(5);
    for (const { file, evidence } of sides) {
      expect(text).toContain(evidence.quote);
      expect(text).toContain(`${file}:${evidence.lines[0]}`);
    }
  });

  it('has every message, reason and title in both languages', async () => {
    const input = seedReport();
    const { elements } = parse(await page(input));
    const spoken = (language: 'vi' | 'en') => elements.filter(({ attribs }) => attribs.class === language && attribs.lang === language);
    const [vi, en] = [spoken('vi'), spoken('en')];
    expect(vi.length).toBe(en.length);
    const words = (found: typeof vi) =>
      parse(found.map((element) => [...nodes(element.children)].map((node) => ('data' in node ? escapeText(node.data) : '')).join('')).join('\n')).text;
    for (const { message, verdict } of input.findings) {
      for (const both of [message, ...(verdict ? [verdict.reason] : [])]) {
        expect(words(vi)).toContain(both.vi);
        expect(words(en)).toContain(both.en);
      }
    }
    expect(words(vi)).toContain('Tệp bị khóa bằng mật khẩu');
    expect(words(en)).toContain('The file is locked with a password');
    expect(words(en)).toContain('One work, two dates of issue');
  });

  it('shows what a document lacks as such, with the reason', async () => {
    const { text } = parse(await page(seedReport()));
    expect(text).toContain('the header of the document is lost');
    expect(text).toContain('not before 17/11/2023');
  });

  it('leaves out what is switched off', async () => {
    const { elements } = parse(await page(report([], { findings: [{ ...findingOf('x'), level: 'off' }] })));
    expect(elements.filter(({ attribs }) => attribs['data-find'] === 'finding')).toEqual([]);
  });
});
