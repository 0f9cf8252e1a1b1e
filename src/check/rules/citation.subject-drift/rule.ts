import { fold } from '../../../text/fold.ts';
import { attestedReadings } from '../../attested-titles.ts';
import type { CorpusRule } from '../../rule.ts';

const PLACES_SHOWN = 12;

/** A title that goes on where others end, with a further work: "… về thực hiện A, gắn với việc tổng kết B". */
export const rule: CorpusRule = {
  name: 'citation.subject-drift',
  *checkWork(work, context) {
    const readings = attestedReadings(work, context);
    if (readings.length < 2) return;
    const links = context.knowledge.citations.subject_links.map(fold);
    const goesOn = (words: string, short: string) => {
      const rest = words.slice(short.length + 1);
      return words.startsWith(`${short} `) && rest.includes('[') && links.some((link) => rest.startsWith(`${link} `));
    };
    for (const short of readings) {
      const longer = readings.filter(({ words }) => goesOn(words, short.words));
      if (longer.length === 0) continue;
      yield {
        subject: work.id,
        values: { number: work.number },
        sides: [...longer.flatMap((reading) => reading.sides), ...short.sides.slice(0, PLACES_SHOWN)],
        verdict: null,
      };
      return;
    }
  },
};
