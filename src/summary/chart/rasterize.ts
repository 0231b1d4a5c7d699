import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

let resvg: Promise<typeof import('@resvg/resvg-wasm')> | undefined;
let font: Promise<Uint8Array> | undefined;

/** Loaded when a chart is first wanted: two and a half megabytes that most processes never need. */
async function loadResvg(): Promise<typeof import('@resvg/resvg-wasm')> {
  const module = await import('@resvg/resvg-wasm');
  await module.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return module;
}

/**
 * An SVG as PNG, some 40 ms. Its texts are set in Inter, of which the Latin letters come with the bot: no font of the
 * machine is used, so that it looks the same everywhere.
 */
export async function rasterize(svg: string): Promise<Uint8Array> {
  resvg ??= loadResvg();
  font ??= readFile(require.resolve('@fontsource/inter/files/inter-latin-500-normal.woff2'));
  const { Resvg } = await resvg;
  const rendered = new Resvg(svg, {
    font: { fontBuffers: [await font], loadSystemFonts: false, defaultFontFamily: 'Inter' },
  }).render();
  return rendered.asPng();
}
