/** A row of the chart: one bar for each of its values, in per cent. */
export interface ChartRow {
  readonly name: string;
  readonly values: readonly number[];
}

const WIDTH = 720;
const NAMES = 240;
const VALUES = 44;
const TOP = 64;
const BAR = 11;
const GAP = 10;

/**
 * A bar chart as SVG, readable on a light and on a dark page, its text as text. The last row is set off.
 * @param series what the values of every row are, in their order, two at most
 */
export function renderChart(title: string, series: readonly string[], rows: readonly ChartRow[]): string {
  const pitch = series.length * BAR + GAP;
  const height = TOP + rows.length * pitch + 6;
  const scale = (WIDTH - NAMES - VALUES) / 100;
  const keys = series.map((name, i) => {
    const x = NAMES + i * 230;
    return `<rect class="s${i}" x="${x}" y="36" width="11" height="11" rx="2"/><text x="${x + 17}" y="46">${escapeXml(name)}</text>`;
  });
  const bars = rows.map(({ name, values }, row) => {
    const y = TOP + row * pitch;
    const own = row === rows.length - 1 ? ' class="own"' : '';
    const drawn = values.map((value, i) => {
      const at = y + i * BAR;
      const width = (value * scale).toFixed(1);
      const end = (NAMES + value * scale + 5).toFixed(1);
      return `<rect class="s${i}" x="${NAMES}" y="${at}" width="${width}" height="${BAR - 1}" rx="2"/><text class="n" x="${end}" y="${at + BAR - 2}">${value.toFixed(0)}</text>`;
    });
    const middle = y + (values.length * BAR) / 2 + 4;
    return `<g${own}><text x="${NAMES - 10}" y="${middle}" text-anchor="end">${escapeXml(name)}</text>${drawn.join('')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escapeXml(title)}</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.n { font-size: 10px; }
.h, .own text { font-weight: 600; }
rect { opacity: .55; }
.own rect { opacity: 1; }
.s0 { fill: #4250c8; }
.s1 { fill: #c2571a; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.s0 { fill: #8c98ff; }
.s1 { fill: #f0914f; }
}
</style>
<text class="h" x="${NAMES}" y="20">${escapeXml(title)}</text>
${[...keys, ...bars].join('\n')}
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
