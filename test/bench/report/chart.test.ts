import { describe, expect, it } from 'vitest';
import { renderChart } from '../../../bench/report/chart.js';

describe('the chart', () => {
  const chart = renderChart(
    'Share & share',
    ['first <set>', 'second'],
    [
      { name: 'peer', values: [50, 0] },
      { name: 'Pincite', values: [100, 25] },
    ],
  );

  it('draws a bar for each value, as long as the value is high', () => {
    const widths = [...chart.matchAll(/width="([\d.]+)" height="10"/g)].map(([, width]) => Number(width));
    const longest = Math.max(...widths);
    expect(longest).toBeGreaterThan(400);
    expect(widths.map((width) => width / longest)).toEqual([0.5, 0, 1, 0.25]);
  });

  it('keeps its text as text, escaped', () => {
    expect(chart).toContain('>Share &amp; share</text>');
    expect(chart).toContain('>first &lt;set></text>');
    expect(chart).toContain('>Pincite</text>');
  });
});
