import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FindingList } from '../../../src/model/finding-list.ts';
import { type ReportedDocument, type ReportInput, writeReport } from '../../../src/publish/report/report.ts';
import { newFolder } from '../../folders.ts';
import { documentOf, findingOf, report, seedReport } from './sample.ts';

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(EXECUTABLE);

describe.skipIf(missing)(missing ? `the report in a browser (skipped: no Chromium at ${EXECUTABLE}; install it or set CHROMIUM_PATH)` : 'the report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    folder = newFolder();
    browser = await chromium.launch({ executablePath: EXECUTABLE, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Writes a report and opens it from disk without a network; gathers what it asks for and what goes wrong. */
  async function open(input: ReportInput, { query = '', ...options }: BrowserContextOptions & { query?: string } = {}) {
    const file = join(folder, `${files++}.html`);
    const written: string[] = [];
    await writeReport(input, (chunk) => {
      written.push(chunk);
    });
    await writeFile(file, written.join(''));
    const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 900 }, ...options });
    const page = await context.newPage();
    const requests: string[] = [];
    const troubles: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('dialog', (dialog) => {
      troubles.push(dialog.message());
      void dialog.dismiss();
    });
    const address = `${pathToFileURL(file).href}${query}`;
    await page.goto(address);
    return { page, requests, troubles, address };
  }

  const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`).count();

  it('folds what a decision set aside, leads to it, and does not count it', async () => {
    const input = seedReport();
    const [conflict, open_, note] = input.findings;
    if (!conflict || !open_ || !note) throw new Error('the sample has three findings');
    const aside = { ...conflict, suppressed: { reason: '<b>Hai</b> nghị quyết', by: 'Lan', date: '2026-11-27' } };
    const again = { ...note, outdated: { reason: 'không phải lỗi', by: 'Lan', date: '2026-11-26' } };
    const { page, address } = await open({ ...input, findings: FindingList.of([open_, again, aside]) });
    expect(await shown(page, '.finding')).toBe(2);
    expect(await page.locator('[data-count="finding"]').textContent()).toBe('2');
    expect(await page.locator('.finding:visible').last().textContent()).toContain('không phải lỗi');
    expect(await page.locator('#documents .levels .tag.error').count()).toBe(0);
    await page.goto(`${address}#finding:citation.date-conflict~3a~06-NQ~2f~TW`);
    expect(await page.locator('.aside .finding:visible q').textContent()).toBe('<b>Hai</b> nghị quyết');
    await page.getByRole('button', { name: 'Lỗi', exact: true }).click();
    expect(await shown(page, '.aside')).toBe(0);
  });

  it('asks for nothing but itself and reports no trouble', async () => {
    const { page, requests, troubles, address } = await open(seedReport());
    await page.getByRole('button', { name: 'Mở tất cả' }).click();
    expect(requests).toEqual([address]);
    expect(troubles).toEqual([]);
  });

  it('runs nothing that came from a document', async () => {
    const word = '"><script>alert(1)</script><img src=http://127.0.0.1:9/x onerror=alert(1)>';
    const { page, requests, troubles } = await open(report([documentOf(word)], { findings: [findingOf(word)] }));
    await page.getByRole('button', { name: 'Mở tất cả' }).click();
    expect(requests).toHaveLength(1);
    expect(troubles).toEqual([]);
    expect(await page.locator('.finding h4').textContent()).toContain(word);
  });

  it('speaks Vietnamese, and English when asked', async () => {
    const { page, address } = await open(seedReport());
    expect(await page.getByRole('heading', { level: 1, name: 'Báo cáo kiểm tra văn bản chỉ đạo', exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1, name: 'Report on directives', exact: true }).count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Report on directives – Trích lục');
    expect(await shown(page, 'span.vi')).toBe(0);
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    expect(await shown(page, 'span.en')).toBe(0);
    await page.goto(`${address}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('is all there in Vietnamese without scripts, with no controls that do nothing', async () => {
    const { page } = await open(seedReport(), { javaScriptEnabled: false, query: '?lang=en' });
    expect(await shown(page, 'span.en')).toBe(0);
    expect(await shown(page, 'button')).toBe(0);
    expect(await shown(page, '[data-find="finding"]')).toBe(3);
    expect(await shown(page, '[data-find="detail"]')).toBe(6);
  });

  it('filters findings and documents by words without diacritics, and findings by level', async () => {
    const { page } = await open(seedReport());
    await page.getByLabel('Lọc theo cụm từ').fill('ha tinh, ngay 30');
    await expect.poll(() => shown(page, '[data-find="document"]')).toBe(1);
    expect(await shown(page, '[data-find="detail"]')).toBe(1);
    expect(await page.evaluate('document.querySelector("[role=status]").innerText')).toContain('1 / 6 văn bản');
    await page.keyboard.press('Escape');
    await expect.poll(() => shown(page, '[data-find="document"]')).toBe(6);

    await page.getByRole('button', { name: 'Lỗi' }).click();
    expect(await shown(page, '.finding.error')).toBe(0);
    expect(await shown(page, '.finding')).toBe(2);
    await page.getByLabel('Lọc theo cụm từ').fill('không có chữ này');
    await expect.poll(() => shown(page, '#findings .no-match')).toBe(1);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    expect(await shown(page, '.finding')).toBe(3);
    expect(await shown(page, '.no-match')).toBe(0);
  });

  it('opens what a link leads to, folded or filtered away', async () => {
    const { page } = await open(seedReport());
    await page.getByLabel('Lọc theo cụm từ').fill('ha tinh, ngay 30');
    await expect.poll(() => shown(page, '[data-find="document"]')).toBe(1);
    // The last division of a document that the filter hides, in a folded outline.
    const target = await page.evaluate<string>('[...document.querySelectorAll(\'[id="document:001.1"] .outline li\')].at(-1).id');
    const division = page.locator(`[id="${target}"]`);
    expect(await division.isVisible()).toBe(false);
    await page.evaluate(`location.hash = ${JSON.stringify(`#${target}`)}`);
    await expect.poll(() => division.isVisible()).toBe(true);
    await expect
      .poll(() =>
        page.evaluate<boolean>(`(() => { const { top } = document.getElementById(${JSON.stringify(target)}).getBoundingClientRect(); return top > 0 && top < innerHeight; })()`),
      )
      .toBe(true);
  });

  it('can be used from the keyboard', async () => {
    const { page } = await open(seedReport());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.locator('.grounds > summary').focus();
    const wasOpen = await page.evaluate('document.querySelector(".grounds").open');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.querySelector(".grounds").open')).toBe(!wasOpen);
  });

  it.each([
    [390, 'vi'],
    [360, 'en'],
    [768, 'vi'],
  ])('fits a screen %i px wide in %s, everything opened', async (width, language) => {
    const long = 'x'.repeat(300);
    const seeds = seedReport();
    const documents = [...(seeds.documents as Iterable<ReportedDocument>), documentOf(long)];
    const input = {
      ...seeds,
      documents,
      document: (at: number) => documents[at] as ReportedDocument,
      findings: FindingList.of([...seeds.findings, findingOf(long)]),
    };
    const { page } = await open(input, { viewport: { width, height: 844 }, query: `?lang=${language}` });
    await page.evaluate('for (const element of document.querySelectorAll("details")) element.open = true');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    // Only a table's own container may be wider inside than outside.
    const wide = await page.evaluate(
      '[...document.querySelectorAll("body *:not(.scroll, .scroll *, .unseen, .unseen *)")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 80))',
    );
    expect(wide).toEqual([]);
  });
});
