/** Why a file could not be read at all. The messages in both languages are in `src/cli/messages/`. */
export type FileProblemCode =
  | 'missing'
  | 'not-permitted'
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'broken'
  | 'protected'
  | 'needs-libreoffice'
  | 'zip-bomb'
  | 'unsupported-type'
  | 'encoding'
  | 'error-page'
  | 'no-text'
  | 'encrypted'
  | 'wrong-password'
  | 'damaged-pdf'
  | 'no-pages'
  | 'no-such-page'
  | 'timed-out'
  | 'too-many-pages'
  | 'needs-ocr'
  | 'no-ocr-engine'
  | 'pages-failed'
  | 'unread-pages'
  | 'image-too-large'
  | 'damaged-image'
  | 'heic'
  | 'duplicate'
  | 'no-directive'
  | 'damaged'
  | 'failed';

/** One file that cannot be read: names what is wrong; the other files go on. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: FileProblemCode, values: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'FileProblem';
    this.code = code;
    this.values = values;
  }
}
