import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeChart } from '../../../src/summary/chart/describe-chart.js';
import { drawChart } from '../../../src/summary/chart/draw-chart.js';
import { rasterize } from '../../../src/summary/chart/rasterize.js';
import { type PeriodName, periodUntil, stepStarts } from '../../../src/summary/period.js';

const NOW = Date.UTC(2031, 2, 7, 12);

function days(name: PeriodName, answered: number, notSaid: number) {
  const period = periodUntil(NOW, name, 'UTC');
  return { period, steps: stepStarts(period).map((start) => ({ start, answered, notSaid })) };
}

/** Heights of the bars' pieces of a colour. */
function heights(svg: string, color: string): number[] {
  return [...svg.matchAll(new RegExp(`width="[\\d.]+" height="([\\d.]+)" fill="${color}"`, 'g'))].map(
    ([, height]) => Number(height),
  );
}

describe('a chart', () => {
  it('has a bar a day, as high as questions were asked, in two colours', () => {
    const { steps, period } = days('week', 0, 0);
    const svg = drawChart(
      steps.map((step, i) => ({
        ...step,
        answered: i === 6 ? 8 : 0,
        notSaid: i === 6 ? 4 : i === 0 ? 2 : 0,
      })),
      period,
    );
    const answered = heights(svg, '#56b4e9');
    const not = heights(svg, '#e69f00');

    expect(answered).toHaveLength(1);
    expect(not).toHaveLength(2);
    expect((not[1] ?? 0) / (answered[0] ?? 1)).toBeCloseTo(0.5, 2);
    expect((not[0] ?? 0) / (answered[0] ?? 1)).toBeCloseTo(0.25, 2);
  });

  it.each([
    [1, ['0', '1']],
    [12, ['0', '5', '10', '15']],
    [5_000, ['0', '2000', '4000', '6000']],
  ])('of %i questions a day has an axis people can read', (count, ticks) => {
    const { steps, period } = days('week', count, 0);
    const labels = [...drawChart(steps, period).matchAll(/text-anchor="end" [^>]*>([^<]*)</g)].map(
      ([, label]) => label,
    );

    expect(labels).toEqual(ticks);
  });

  it('names as many days as have room, today among them', () => {
    const { steps, period } = days('quarter', 3, 1);
    const dates = [...drawChart(steps, period).matchAll(/text-anchor="middle" [^>]*>([^<]*)</g)].map(
      ([, date]) => date,
    );

    expect(dates.length).toBeGreaterThan(3);
    expect(dates.length).toBeLessThan(9);
    expect(dates.at(-1)).toBe('7 Mar');
  });

  it('becomes a picture in which its texts are set', async () => {
    const { steps, period } = days('week', 3, 1);
    const svg = drawChart(steps, period);
    const [withText, without] = await Promise.all([
      rasterize(svg),
      rasterize(svg.replaceAll(/<text.*?<\/text>/g, '')),
    ]);

    expect([...withText.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect([readSize(withText), withText.length > without.length + 1_000]).toEqual([[800, 420], true]);
  });
});

/** Width and height out of a PNG's header; inflating what follows must work. */
function readSize(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  inflateSync(Buffer.concat(data));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('what a chart shows', () => {
  it('is said in words, day by day, without the empty ones', () => {
    const { steps, period } = days('week', 0, 0);
    const some = steps.map((step, i) => (i === 2 ? { ...step, answered: 5, notSaid: 1 } : step));

    expect(describeChart(some, period)).toBe(
      'Questions each day, answered and not answered. 3 Mar: 5 and 1.',
    );
    expect(describeChart(steps, period)).toBe('Questions each day: none.');
  });

  it('takes several days together where Discord would not take them all', () => {
    const { steps, period } = days('quarter', 12_345, 6_789);
    const text = describeChart(steps, period);

    expect(text.length).toBeLessThanOrEqual(1_024);
    expect(text).toMatch(/^Questions each \d days, answered and not answered\. .*\.$/);
    const sums = [...text.matchAll(/: (\d+) and \d+/g)].map(([, answered]) => Number(answered));
    expect(sums.reduce((a, b) => a + b)).toBe(90 * 12_345);
  });
});
