import { pageWords } from '../../grammar/pages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../model/document.ts';
import { pictureReading } from '../../read/image/read-image.ts';
import type { PageImage, RecognizedPage } from '../../read/ocr/engine.ts';
import { PageAssembler } from '../../read/pdf/page-reading.ts';
import { processText } from '../../run/process-text.ts';
import { processReading } from '../../run/stages.ts';
import { fold } from '../../text/fold.ts';
import { targetKey } from '../judge-targets.ts';
import { numberKey } from '../number-key.ts';
import { Score } from '../score.ts';
import type { MadePage } from './pages.ts';

/** A picture of a page and what was recognized in it. */
export interface ScannedPage {
  image: PageImage;
  found: RecognizedPage;
}

/** The facts of scans against those of the source text of the same pages. */
export class ScanFacts {
  readonly numbers = new Score();
  readonly dated = new Score();
  readonly targets = new Score();
  readonly header = new Score();

  /** Compares the facts of one document. `label` says where. */
  compare(source: readonly MadePage[], scans: readonly ScannedPage[], knowledge: Knowledge, label: string): void {
    const wanted = factsOf(processText(new TextEncoder().encode(source.map(({ truth }) => truth.join('\n')).join('\n')), knowledge).documents);
    const found = factsOf(readScans(scans, knowledge));
    for (const kind of ['numbers', 'dated', 'targets', 'header'] as const) this[kind].compare(wanted[kind], found[kind], label);
  }
}

function readScans(scans: readonly ScannedPage[], knowledge: Knowledge): ExtractedDocument[] {
  const { laysOut } = pageWords(knowledge);
  const assembler = new PageAssembler(laysOut);
  for (const { image, found } of scans) assembler.add(pictureReading(image, found, laysOut));
  return processReading({ mediaType: 'image/tiff', encoding: 'pixels', pages: assembler.finish(), damagedLines: [] }, knowledge).documents;
}

/** Facts as keys that are equal where the facts are. */
function factsOf(documents: readonly ExtractedDocument[]): Record<'numbers' | 'dated' | 'targets' | 'header', string[]> {
  const citations = documents.flatMap((document) => document.citations).filter(({ number, form }) => number !== null || form === 'blank');
  const keyOf = (number: string | null) => (number === null ? 'blank' : numberKey(number));
  return {
    numbers: citations.map(({ number }) => keyOf(number)),
    dated: citations.map(({ number, issuedOn }) => `${keyOf(number)} ${issuedOn ?? ''}`),
    targets: documents.flatMap((document) => document.targets).map(targetKey),
    header: documents.flatMap(({ identity }, at) =>
      Object.entries({
        system: identity.system,
        type: identity.documentType?.name,
        number: identity.number?.value,
        issuedOn: identity.issuedOn.value,
        place: identity.place?.value,
        issuer: identity.issuer?.name,
        title: identity.title?.value,
      }).map(([field, value]) => `${at} ${field} ${fold(value ?? '').replace(/\s+/g, ' ')}`),
    ),
  };
}
