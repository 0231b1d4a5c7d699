import type { DayCount } from '../../store/digests.js';
import { type Period, stepLabel } from '../period.js';

/** The picture's size, in pixels: a phone shows it at less than half. */
const WIDTH = 800;
const HEIGHT = 420;
const PLOT = { left: 72, right: 24, top: 84, bottom: 56 } as const;
/** So that it is still read at half its size. */
const FONT_SIZE = 24;
/** About as wide as a digit is, in pixels. */
const DIGIT_WIDTH = FONT_SIZE * 0.62;

/**
 * Its own dark ground reads well on Discord's dark and light; the two colours are told apart by all kinds of eyes
 * (Okabe and Ito's sky blue and orange).
 */
const COLORS = {
  ground: '#26282d',
  ink: '#f2f3f5',
  faint: '#b5bac1',
  line: '#4a4d55',
  answered: '#56b4e9',
  not: '#e69f00',
} as const;

/** Steps of an axis that people like to count in. */
const TICKS = [1, 2, 5];

/** The least of 1, 2, 5, 10, 20, … that reaches the highest count in at most four steps. */
function tickOf(highest: number): number {
  for (let power = 1; ; power *= 10) {
    const tick = TICKS.map((step) => step * power).find((step) => step * 4 >= highest);
    if (tick !== undefined) return tick;
  }
}

const round = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${words}</text>`;
}

function legend(x: number, color: string, words: string): string {
  return `<rect x="${x}" y="28" width="22" height="22" rx="4" fill="${color}"/>${text(x + 32, 48, words, `fill="${COLORS.ink}"`)}`;
}

/**
 * Questions a day (or an hour) as stacked bars, answered below and not answered above, as SVG. Pure.
 * @param steps one bar each, at least one
 */
export function drawChart(steps: readonly DayCount[], period: Pick<Period, 'step' | 'timezone'>): string {
  const highest = Math.max(1, ...steps.map(({ answered, notSaid }) => answered + notSaid));
  const tick = tickOf(highest);
  const top = Math.ceil(highest / tick) * tick;
  const plotWidth = WIDTH - PLOT.left - PLOT.right;
  const plotHeight = HEIGHT - PLOT.top - PLOT.bottom;
  const toY = (count: number): number => PLOT.top + plotHeight * (1 - count / top);
  const slot = plotWidth / steps.length;
  const bar = Math.min(64, slot * (steps.length > 40 ? 0.85 : 0.7));
  const grid = Array.from({ length: top / tick + 1 }, (_, i) => {
    const y = toY(i * tick);
    const line = `<line x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${round(y)}" y2="${round(y)}" stroke="${COLORS.line}" stroke-width="2"/>`;
    return (
      line +
      text(PLOT.left - 12, y + FONT_SIZE / 3, String(i * tick), `text-anchor="end" fill="${COLORS.faint}"`)
    );
  });
  const bars = steps.map(({ answered, notSaid }, i) => {
    const x = PLOT.left + slot * (i + 0.5) - bar / 2;
    const piece = (from: number, to: number, color: string): string =>
      to === from
        ? ''
        : `<rect x="${round(x)}" y="${round(toY(to))}" width="${round(bar)}" height="${round(toY(from) - toY(to))}" fill="${color}"/>`;
    return piece(0, answered, COLORS.answered) + piece(answered, answered + notSaid, COLORS.not);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Inter" font-size="${FONT_SIZE}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="16" fill="${COLORS.ground}"/>`,
    legend(PLOT.left, COLORS.answered, 'Answered'),
    legend(PLOT.left + 200, COLORS.not, 'Not answered'),
    ...grid,
    ...bars,
    ...dateLabels(steps, period, slot),
    '</svg>',
  ].join('\n');
}

/** As many dates below the bars as have room, the last bar's among them. */
function dateLabels(
  steps: readonly DayCount[],
  period: Pick<Period, 'step' | 'timezone'>,
  slot: number,
): string[] {
  const labels = steps.map(({ start }) => stepLabel(start, period));
  const widest = Math.max(...labels.map((label) => label.length)) * DIGIT_WIDTH + FONT_SIZE;
  const every = Math.ceil(widest / slot);
  return labels.flatMap((label, i) => {
    if ((steps.length - 1 - i) % every !== 0) return [];
    const half = (label.length * DIGIT_WIDTH) / 2;
    const middle = PLOT.left + slot * (i + 0.5);
    const x = Math.min(Math.max(middle, half + 8), WIDTH - half - 8);
    return [text(x, HEIGHT - 20, label, `text-anchor="middle" fill="${COLORS.faint}"`)];
  });
}
