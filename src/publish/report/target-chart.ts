import { type Html, html } from './html.ts';
import type { Line, Value } from './targets-overview.ts';

const WIDTH = 168;
const HEIGHT = 22;
const MARGIN = 9;
const MIDDLE = HEIGHT / 2;

/** The scale all lines of an indicator share. */
export interface Scale {
  from: number;
  to: number;
}

/** The scale of an indicator, or null where a chart would say nothing: fewer than two levels, or levels of different units. */
export function scaleOf(lines: readonly Line[]): Scale | null {
  const levels = lines.flatMap(({ values }) => values.flatMap(({ level }) => level ?? []));
  const units = new Set(levels.map(({ unit }) => unit));
  if (levels.length < 2 || units.size !== 1) return null;
  const ends = levels.flatMap(({ low, high }) => [low, high].filter((value) => value !== null));
  const [least, most] = [Math.min(0, ...ends), Math.max(...ends)];
  const to = units.has('%') && most <= 100 ? 100 : most;
  return to > least ? { from: least, to } : null;
}

/**
 * The levels of one line: a dot a year, hollow but for the last; a bar for a range, its dot in the middle; an arrow where the level is a bound. The same
 * is written in the row, so the picture has a title of its own in figures only, which both languages read.
 */
export function lineChart({ values }: Line, { from, to }: Scale): Html {
  const drawn = values.filter((value): value is Value & { level: NonNullable<Value['level']> } => value.level !== null);
  const x = (value: number) => Math.round((MARGIN + ((value - from) / (to - from)) * (WIDTH - 2 * MARGIN)) * 10) / 10;
  const middle = ({ low, high }: NonNullable<Value['level']>) => ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
  const at = drawn.map(({ level }) => x(middle(level)));
  const title = drawn.map(({ year, amount }) => `${year ?? '—'}: ${amount.en}`).join(' · ');
  const [first = 0, last = 0] = [Math.min(...at), Math.max(...at)];
  return html`<svg class="chart" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><title>${title}</title><path class="axis" d="M${MARGIN} ${MIDDLE}H${WIDTH - MARGIN}M${MARGIN} ${MIDDLE - 4}v8M${WIDTH - MARGIN} ${MIDDLE - 4}v8"/>${
    drawn.length > 1 && html`<path class="way" d="M${first} ${MIDDLE}H${last}"/>`
  }${drawn.map(({ level: { low, high } }, index) => {
    const [start, end] = [low === null ? null : x(low), high === null ? null : x(high)];
    const mark = at[index] ?? 0;
    return html`${start !== null && end !== null && end > start && html`<path class="span" d="M${start} ${MIDDLE}H${end}"/>`}${
      end === null && html`<path class="bound" d="M${mark + 3} ${MIDDLE - 3.5}l3.5 3.5l-3.5 3.5"/>`
    }${start === null && html`<path class="bound" d="M${mark - 3} ${MIDDLE - 3.5}l-3.5 3.5l3.5 3.5"/>`}<circle class="${index === drawn.length - 1 ? 'last' : 'early'}" cx="${mark}" cy="${MIDDLE}" r="3.2"/>`;
  })}</svg>`;
}
