/** Groups that hold nothing to read; an unknown group marked as ignorable (`\*`) is passed over too. */
export const SKIPPED = new Set(
  'stylesheet colortbl info pict object objdata fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl filetbl revtbl sp nonshppict bkmkstart bkmkend pnseclvl pn annotation atnid atnauthor mmathPr wgrffmtfilter'.split(
    ' ',
  ),
);
/** Ignorable groups that are read all the same. */
export const READ = new Set(['shpinst', 'shptxt', 'shppict', 'footnote']);
/** Running headers and footers. */
export const FURNITURE = new Set(['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf']);

/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['line', '\n'],
  ['lbr', '\n'],
  ['tab', '\t'],
  ['nestcell', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['~', ' '],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

/** Code pages by a font's character set. */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);
