/**
 * The script of the page. It stands in the head so that the language is chosen before anything is drawn; without it the page is
 * Vietnamese, unfiltered, and all there. It only reads the page's own markup and makes no markup from text.
 */
export const CLIENT = String.raw`
'use strict';
(() => {
  const root = document.documentElement;
  const KEY = 'trichluc-report-language';
  root.classList.add('js');

  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (language) => { try { localStorage.setItem(KEY, language); } catch { /* a page opened from a file may have no storage */ } };
  const speak = (language) => {
    root.lang = language;
    document.title = root.dataset[language === 'en' ? 'titleEn' : 'titleVi'];
    for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  };
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered();
  const language = asked === 'en' ? 'en' : 'vi';
  root.lang = language;

  /* Without diacritics and case, so that "nghi quyet" finds "Nghị quyết". */
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').replace(/\s+/g, ' ').toLowerCase();

  const start = () => {
    speak(language);
    for (const button of document.querySelectorAll('[data-language]')) {
      button.addEventListener('click', () => { speak(button.dataset.language); remember(button.dataset.language); });
    }

    const all = (selector) => [...document.querySelectorAll(selector)];
    const findings = all('[data-find="finding"]');
    const counted = findings.filter((finding) => !finding.closest('.aside'));
    const rows = all('[data-find="document"]');
    const overviews = [['targets', all('[data-find="indicator"]')], ['tasks', all('[data-find="agency"]')]];
    const details = new Map(all('[data-find="detail"]').map((detail) => [detail.dataset.key, detail]));
    const search = document.getElementById('search');
    const levels = all('[data-filter-level]');
    const reset = document.querySelector('[data-reset]');
    const texts = new Map();
    const textOf = (element) => {
      let text = texts.get(element);
      if (text === undefined) texts.set(element, (text = fold(element.textContent)));
      return text;
    };
    const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
    const tell = (kind, shown, total) => {
      document.querySelector('[data-count="' + kind + '"]').textContent = shown === total ? number(total) : number(shown) + ' / ' + number(total);
    };
    const noMatch = (section, show) => {
      const note = document.querySelector('#' + section + ' > .no-match');
      if (note) note.hidden = !show;
    };

    const filter = () => {
      /* The whole phrase: the syllables of a Vietnamese word say little each on its own. */
      const phrase = fold(search.value).trim();
      const open = new Set(levels.filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.dataset.filterLevel));
      const matches = (...elements) => phrase === '' || elements.some((element) => element && textOf(element).includes(phrase));
      for (const finding of findings) finding.hidden = !open.has(finding.dataset.level) || !matches(finding);
      for (const group of all('[data-group]')) group.hidden = !group.querySelector('[data-find]:not([hidden])');
      let shownDocuments = 0;
      for (const row of rows) {
        const detail = details.get(row.dataset.key);
        row.hidden = !matches(row, detail);
        if (detail) detail.hidden = row.hidden;
        if (!row.hidden) shownDocuments++;
      }
      for (const [section, blocks] of overviews) {
        for (const block of blocks) block.hidden = !matches(block);
        noMatch(section, blocks.length > 0 && blocks.every((block) => block.hidden));
      }
      tell('finding', counted.filter((finding) => !finding.hidden).length, counted.length);
      tell('document', shownDocuments, rows.length);
      noMatch('findings', findings.length > 0 && findings.every((finding) => finding.hidden));
      noMatch('documents', rows.length > 0 && shownDocuments === 0);
      reset.hidden = phrase === '' && open.size === levels.length;
    };
    const clear = () => {
      search.value = '';
      for (const button of levels) button.setAttribute('aria-pressed', 'true');
      filter();
    };

    let waiting = 0;
    search.addEventListener('input', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(filter);
    });
    for (const button of levels) {
      button.addEventListener('click', () => {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        filter();
      });
    }
    reset.addEventListener('click', () => { clear(); search.focus(); });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input')) {
        event.preventDefault();
        search.focus();
      } else if (event.key === 'Escape' && event.target === search) clear();
    });

    const setAll = (open) => { for (const detail of all('#details details')) detail.open = open; };
    document.querySelector('[data-open-all]').addEventListener('click', () => setAll(true));
    document.querySelector('[data-close-all]').addEventListener('click', () => setAll(false));

    /* A link may lead into what is folded or filtered away. */
    const reveal = () => {
      let target = null;
      try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
      if (!target) return;
      if (target.closest('[hidden]')) clear();
      for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
      /* Cards above it get their true height only when they come near the screen, so it takes some frames to arrive. */
      const arrive = (frames) => {
        target.scrollIntoView();
        if (frames > 0) requestAnimationFrame(() => arrive(frames - 1));
      };
      arrive(5);
    };
    addEventListener('hashchange', reveal);

    let closed = [];
    addEventListener('beforeprint', () => {
      closed = all('details:not([open])');
      for (const element of closed) element.open = true;
    });
    addEventListener('afterprint', () => {
      for (const element of closed) element.open = false;
      closed = [];
    });

    filter();
    if (location.hash) reveal();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
`;
