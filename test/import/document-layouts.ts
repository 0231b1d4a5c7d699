import type { Layout } from './layout.js';
import { item, paragraph, table, writeDocx } from './write-docx.js';
import { flow, type PdfText, widthOf, writePdf } from './write-pdf.js';

/** May be divided anywhere but near a word's ends, so that lines end in hyphens. */
function divisible(text: string): string {
  return text.replace(/\p{L}{8,}/gu, (word) => word.replace(/(?<=^\p{L}{3,})(?=\p{L}{3,}$)/gu, '\u00ad'));
}

/** Fills columns with lines, page after page. */
function inColumns(
  lines: readonly PdfText[],
  columns: readonly number[],
  {
    top,
    firstTop = top,
    bottom = 770,
    leading = 12.5,
  }: { top: number; firstTop?: number; bottom?: number; leading?: number },
): PdfText[][] {
  const pages: PdfText[][] = [[]];
  let column = 0;
  let y = firstTop;
  for (const line of lines) {
    if (y > bottom) {
      column = (column + 1) % columns.length;
      if (column === 0) pages.push([]);
      y = pages.length === 1 ? firstTop : top;
    }
    pages.at(-1)?.push({ ...line, x: line.x + (columns[column] ?? 0), y });
    y += leading;
  }
  return pages;
}

const HERONS = [
  'The heron colony at Rushmore has more nests this spring than in any year since counting began. Volunteers found 212 of them in the alders on the eastern shore, forty more than a year ago.',
  'Herons return to their nests in February, when the lake is often frozen. They repair what the storms have left and defend it noisily against late-comers, who have to build anew at the edges.',
  'The growth surprised the wardens, as the fishing ponds around the lake were covered with nets last autumn. “We expected hunger and found plenty,” said the head warden, Imke Vos.',
  'She explains it with the mild winter and with the crayfish. The American signal crayfish reached the lake some ten years ago and has multiplied; in the pellets under the nests its shells now outweigh the bones of fish.',
  'Not everybody is delighted. The anglers’ association, which stocks the lake with trout, wants the colony to be limited to a hundred and fifty nests.',
  'The county has declined. Herons are protected throughout the year, a spokeswoman said, and an application for an exception would need evidence of serious damage, which nobody has produced.',
  'The colony can be watched from the northern dam, where the county has put up a telescope. The young birds fledge in the last days of June.',
  'Guided walks leave from the boathouse every Sunday at seven in the morning. They cost nothing, and sturdy footwear is recommended after rainfall.',
];

/** Long enough for three pages. */
const LONG = [
  ...HERONS,
  ...HERONS.map((text) => `Again: ${text}`),
  ...HERONS.map((text) => `Once more: ${text}`),
];

function journal(): Uint8Array {
  const lines = flow(LONG.map(divisible), {
    x: 0,
    y: 0,
    width: 400,
    size: 11,
    indent: 14,
    isJustified: true,
  });
  const pages = inColumns(lines, [90], { top: 90, firstTop: 190, bottom: 560, leading: 14 });
  const set = pages.map((page, i) => [
    { text: i % 2 === 0 ? 'The Rushmore Review' : 'Herons at the lake', x: 90, y: 50, size: 8 },
    { text: `Page ${i + 1} of ${pages.length}`, x: 270, y: 800, size: 8 },
    ...(i === 0
      ? [
          { text: 'Herons breed at Rushmore in', x: 90, y: 110, size: 22, font: 'bold' as const },
          { text: 'numbers never seen before', x: 90, y: 136, size: 22, font: 'bold' as const },
          { text: 'By Nils Achterberg', x: 90, y: 160, size: 11, font: 'italic' as const },
          { text: '14 April 2024', x: 90, y: 174, size: 11 },
        ]
      : []),
    ...page,
  ]);
  return writePdf(set, { info: { Title: 'heron_final_v3.indd', Author: 'layout' } });
}

function newspaper(columns: number): Uint8Array {
  const width = (499 - 16 * (columns - 1)) / columns;
  const lines = flow(HERONS.map(divisible), { x: 0, y: 0, width, size: 9, indent: 9, isJustified: true });
  const perColumn = Math.ceil(lines.length / columns);
  const left = Array.from({ length: columns }, (_, i) => 48 + i * (width + 16));
  const [page = []] = inColumns(lines, left, {
    top: 60,
    firstTop: 170,
    bottom: 170 + (perColumn - 1) * 11.5 + 1,
    leading: 11.5,
  });
  return writePdf([
    [
      { text: 'THE LAKESIDE COURIER', x: 48, y: 60, size: 10 },
      { text: 'Herons fill the alders of Rushmore as never before', x: 48, y: 110, size: 20, font: 'bold' },
      { text: 'By Nils Achterberg', x: 48, y: 135, size: 9, font: 'italic' },
      ...page,
    ],
  ]);
}

/** As browsers print: each word is placed by itself. */
function inWords(lines: readonly PdfText[]): PdfText[] {
  return lines.flatMap(({ wordSpacing = 0, ...line }) => {
    let { x } = line;
    return line.text.split(' ').map((text) => {
      const word = { ...line, text, x };
      x += widthOf(`${text} `, line.size ?? 10) + wordSpacing;
      return word;
    });
  });
}

function printedColumns(): Uint8Array {
  const lines = flow(LONG.map(divisible), {
    x: 0,
    y: 0,
    width: 239,
    size: 11,
    indent: 11,
    isJustified: true,
  });
  const pages = inColumns(lines, [60, 307.5], { top: 80, firstTop: 160, bottom: 770, leading: 14 });
  return writePdf(
    pages.map((page, i) => [
      { text: '4/16/24, 9:41 AM', x: 30, y: 24, size: 8 },
      { text: `${i + 1}/${pages.length}`, x: 550, y: 826, size: 8 },
      ...(i === 0 ? [{ text: 'Herons at Rushmore', x: 60, y: 110, size: 24, font: 'bold' as const }] : []),
      ...inWords(page),
    ]),
  );
}

/** A browser draws the bullets of a list rather than writing them. */
function printedList(): Uint8Array {
  const [first = '', , , , , , last = ''] = HERONS;
  return writePdf([
    [
      { text: '4/16/24, 9:41 AM', x: 30, y: 24, size: 8 },
      { text: 'Visiting the herons', x: 260, y: 24, size: 8 },
      { text: 'Visiting the herons', x: 70, y: 100, size: 18, font: 'bold' },
      ...flow([first], { x: 70, y: 130, width: 440, size: 11 }),
      { text: 'Visitors need:', x: 70, y: 175, size: 11 },
      { text: 'sturdy shoes', x: 100, y: 189, size: 11 },
      { text: 'a pair of field glasses', x: 100, y: 203, size: 11 },
      { text: 'patience', x: 100, y: 217, size: 11 },
      ...flow([last], { x: 70, y: 245, width: 440, size: 11 }),
      { text: 'https://courier.example.org/visit', x: 30, y: 826, size: 8 },
      { text: '1/1', x: 550, y: 826, size: 8 },
    ],
  ]);
}

function report(): Uint8Array {
  const text = (paragraphs: readonly string[], y: number) =>
    flow(paragraphs, { x: 72, y, width: 450, size: 11, gap: 7 });
  const heading = (title: string, y: number): PdfText => ({ text: title, x: 72, y, size: 13, font: 'bold' });
  const row = (cells: readonly string[], y: number, font: 'regular' | 'bold' = 'regular'): PdfText[] =>
    cells.map((cell, i) => ({ text: cell, x: 72 + i * 130, y, size: 11, font }));
  return writePdf(
    [
      [
        { text: 'Lake report 2024', x: 72, y: 90, size: 24, font: 'bold' },
        ...text(HERONS.slice(0, 2), 130),
        heading('What the county will do', 250),
        ...text(['The county plans three things for the coming year:'], 270),
        { text: '• a second telescope', x: 86, y: 290, size: 11 },
        { text: '• a path on stilts', x: 86, y: 306, size: 11 },
        { text: '• a warden for weekends', x: 86, y: 322, size: 11 },
        ...text(HERONS.slice(5, 6), 345),
        heading('Counts', 430),
        ...row(['Year', 'Nests', 'Young'], 450, 'bold'),
        ...row(['2022', '161', '402'], 466),
        ...row(['2023', '172', '388'], 482),
        ...row(['2024', '212', '530'], 498),
        ...text(HERONS.slice(6, 7), 530),
      ],
    ],
    { info: { Title: 'Lake report 2024', Author: 'County of Rushmore' }, language: 'en-GB' },
  );
}

function withNotes(): Uint8Array {
  const [first = '', second = '', third = ''] = HERONS;
  const body = flow([first, second.slice(0, 121)], { x: 72, y: 120, width: 450, size: 11, indent: 14 });
  const rest = flow([second.slice(122)], { x: 72, y: 90, width: 450, size: 11 });
  const more = flow([third], { x: 72, y: 90 + rest.length * 13.75, width: 450, size: 11, indent: 14 });
  const [line] = body;
  const end = 86 + widthOf(line?.text ?? '', 11);
  const raised: PdfText = { text: '1', x: end, y: (line?.y ?? 0) - 4, size: 6 };
  return writePdf([
    [
      { text: 'Counting herons', x: 72, y: 80, size: 20 },
      ...body,
      raised,
      { text: '1 Nests are counted from a boat in the first week of April.', x: 72, y: 760, size: 8 },
    ],
    [...rest, ...more],
  ]);
}

function printedPage(): Uint8Array {
  const pages = inColumns(flow(HERONS, { x: 0, y: 0, width: 440, size: 11, gap: 0 }), [70], {
    top: 90,
    firstTop: 150,
    bottom: 280,
    leading: 14,
  });
  return writePdf(
    pages.map((page, i) => [
      { text: '4/16/24, 9:41 AM', x: 30, y: 24, size: 8 },
      { text: 'Herons at Rushmore', x: 260, y: 24, size: 8 },
      { text: 'https://courier.example.org/herons', x: 30, y: 826, size: 8 },
      { text: `${i + 1}/${pages.length}`, x: 550, y: 826, size: 8 },
      ...(i === 0 ? [{ text: 'Herons at Rushmore', x: 70, y: 110, size: 18, font: 'bold' as const }] : []),
      ...page,
    ]),
  );
}

function german(): Uint8Array {
  const text = [
    'Die Gemeinde Grünbach erneuert ihre Straßenbeleuchtung. Bis zum Spätherbst werden zweihundertvierzig Leuchten ausgetauscht, die älteste stammt aus dem Jahr 1958.',
    'Die neuen Leuchten verbrauchen ein Fünftel des Stroms und dimmen sich nach Mitternacht von selbst. Der Gemeinderat rechnet damit, dass sich die Anschaffungskosten nach sechs Jahren ausgleichen.',
    'Auf die Tier- und Pflanzenwelt wird Rücksicht genommen, denn das Licht ist wärmer als bisher und strahlt nicht mehr nach oben.',
  ];
  return writePdf([
    [
      { text: 'Neues Licht für Grünbach', x: 72, y: 90, size: 18, font: 'bold' },
      ...flow(text.map(divisible), { x: 72, y: 120, width: 220, size: 10, gap: 8 }),
    ],
  ]);
}

function wirePdf(): Uint8Array {
  const text = [
    'SELBY, April 16 (Reuters) - The lake of Rushmore holds more herons than ever, wardens said on Tuesday.',
    'They counted 212 nests, forty more than a year ago.',
    '(Reporting by Nils Achterberg; Editing by Imke Vos)',
  ];
  return writePdf([
    [
      { text: 'UPDATE 1-Herons thrive at English lake', x: 72, y: 80, size: 16 },
      { text: 'By Nils Achterberg', x: 72, y: 110, size: 11 },
      ...flow(text, { x: 72, y: 140, width: 450, size: 11, gap: 10 }),
    ],
  ]);
}

export const PDF_LAYOUTS: readonly Layout[] = [
  {
    name: 'a journal of three pages with running heads, in divided lines',
    file: 'heron_final_v3.pdf',
    bytes: journal,
    expected: {
      title: 'Herons breed at Rushmore in numbers never seen before',
      author: 'Nils Achterberg',
      published: '2024-04-14',
      paragraphs: 24,
      first: HERONS[0] ?? '',
      has: LONG.slice(1, -1),
      last: LONG.at(-1) ?? '',
      lacks: ['Page 1', 'Review', 'Herons at the lake', 'By Nils'],
    },
  },
  ...[2, 3].map((columns) => ({
    name: `a newspaper in ${columns} columns under one headline`,
    file: 'courier.pdf',
    bytes: () => newspaper(columns),
    expected: {
      title: 'Herons fill the alders of Rushmore as never before',
      author: 'Nils Achterberg',
      paragraphs: 8,
      first: HERONS[0] ?? '',
      has: HERONS.slice(1, -1),
      last: HERONS.at(-1) ?? '',
      lacks: ['COURIER'],
    },
  })),
  {
    name: 'narrow columns over several pages, each word placed by itself',
    file: 'columns.pdf',
    bytes: printedColumns,
    expected: {
      title: 'Herons at Rushmore',
      paragraphs: 24,
      first: HERONS[0] ?? '',
      has: LONG.slice(1, -1),
      last: LONG.at(-1) ?? '',
      lacks: ['9:41'],
    },
  },
  {
    name: 'a single printed page with a list whose bullets are drawn',
    file: 'visit.pdf',
    bytes: printedList,
    expected: {
      title: 'Visiting the herons',
      paragraphs: 3,
      first: HERONS[0] ?? '',
      has: ['Visitors need: sturdy shoes; a pair of field glasses; patience.'],
      last: HERONS[6] ?? '',
      lacks: ['9:41', 'courier.example'],
    },
  },
  {
    name: 'a report with headings, a list and a table',
    file: 'report.pdf',
    bytes: report,
    expected: {
      title: 'Lake report 2024',
      author: 'County of Rushmore',
      language: 'en-GB',
      paragraphs: 6,
      first: HERONS[0] ?? '',
      has: [
        'The county plans three things for the coming year: a second telescope; a path on stilts; a warden for weekends.',
        HERONS[5] ?? '',
        'Year: 2022; Nests: 161; Young: 402\nYear: 2023; Nests: 172; Young: 388\nYear: 2024; Nests: 212; Young: 530',
      ],
      last: HERONS[6] ?? '',
      headings: ['What the county will do', 'Counts'],
    },
  },
  {
    name: 'a paper with a note at the foot of a page that a paragraph goes on over',
    file: 'notes.pdf',
    bytes: withNotes,
    expected: {
      title: 'Counting herons',
      paragraphs: 4,
      first: HERONS[0] ?? '',
      has: [HERONS[1] ?? '', '1 Nests are counted from a boat in the first week of April.'],
      last: HERONS[2] ?? '',
    },
  },
  {
    name: 'a web page that was printed, with its address and time on every page',
    file: 'print.pdf',
    bytes: printedPage,
    expected: {
      title: 'Herons at Rushmore',
      paragraphs: 8,
      first: HERONS[0] ?? '',
      has: HERONS.slice(1, -1),
      last: HERONS.at(-1) ?? '',
      lacks: ['courier.example', 'AM'],
    },
  },
  {
    name: 'a German leaflet in a narrow column',
    file: 'licht.pdf',
    bytes: german,
    expected: {
      title: 'Neues Licht für Grünbach',
      language: 'de',
      paragraphs: 3,
      first:
        'Die Gemeinde Grünbach erneuert ihre Straßenbeleuchtung. Bis zum Spätherbst werden zweihundertvierzig Leuchten ausgetauscht, die älteste stammt aus dem Jahr 1958.',
      last: 'Auf die Tier- und Pflanzenwelt wird Rücksicht genommen, denn das Licht ist wärmer als bisher und strahlt nicht mehr nach oben.',
    },
  },
  {
    name: 'wire copy',
    file: 'wire.pdf',
    bytes: wirePdf,
    expected: {
      title: 'UPDATE 1-Herons thrive at English lake',
      author: 'Nils Achterberg',
      editors: ['Imke Vos'],
      publisher: 'Reuters',
      place: 'SELBY',
      paragraphs: 2,
      first: /^SELBY, April 16 \(Reuters\) - The lake of Rushmore/,
      last: 'They counted 212 nests, forty more than a year ago.',
      lacks: ['Editing'],
    },
  },
];

export const WORD_LAYOUTS: readonly Layout[] = [
  {
    name: 'minutes with headings, lists and a table',
    file: 'minutes.docx',
    bytes: () =>
      writeDocx(
        [
          paragraph('Minutes of the garden club', 'Title'),
          paragraph('By Olga Fern'),
          paragraph('The club met on 3 May in the chapel hall & agreed on a new fence.'),
          paragraph('Money', 'heading1'),
          paragraph('For the fence the club needs:'),
          item('forty posts'),
          item('a roll of wire'),
          item('one gate'),
          table([
            ['Item', 'Price'],
            ['Posts', '80 pounds'],
            ['Wire', '25 pounds'],
          ]),
          paragraph('“A fence is a promise to the lettuce,” the chair said.', 'Quote'),
          paragraph('What is to be done', 'heading1'),
          item('Olga buys the posts at the mill before Friday.', 'number'),
          item('Tom digs the holes, and asks his brother for the drill.', 'number'),
        ],
        { title: 'Document1.docx', author: 'Olga Fern' },
      ),
    expected: {
      title: 'Minutes of the garden club',
      author: 'Olga Fern',
      paragraphs: 6,
      first: 'The club met on 3 May in the chapel hall & agreed on a new fence.',
      has: [
        'For the fence the club needs: forty posts; a roll of wire; one gate.',
        'Item: Posts; Price: 80 pounds\nItem: Wire; Price: 25 pounds',
        '“A fence is a promise to the lettuce,” the chair said.',
      ],
      last: '2. Tom digs the holes, and asks his brother for the drill.',
      headings: ['Money', 'What is to be done'],
    },
  },
  {
    name: 'wire copy typed into a document',
    file: 'story.docx',
    bytes: () =>
      writeDocx([
        paragraph('By Jane Roe'),
        paragraph('MARLPORT (AP) — The dockers of Marlport are back at work.'),
        paragraph('Ships had waited for nine days. (Reporting by Jane Roe; Editing by Max Low)'),
      ]),
    expected: {
      title: 'The dockers of Marlport are back at work',
      author: 'Jane Roe',
      editors: ['Max Low'],
      publisher: 'AP',
      place: 'MARLPORT',
      paragraphs: 2,
      first: 'MARLPORT (AP) — The dockers of Marlport are back at work.',
      last: 'Ships had waited for nine days.',
    },
  },
  {
    name: 'a French text with its title in the properties',
    file: 'quai.docx',
    bytes: () =>
      writeDocx(
        [
          paragraph(
            'Le quai est fermé depuis lundi, car les pavés se sont affaissés sur une longueur de vingt mètres.',
          ),
          paragraph('Les piétons passent par la rue du Port, et les livraisons se font avant huit heures.'),
        ],
        { title: 'Le quai est fermé', author: 'Hélène Faure' },
      ),
    expected: {
      title: 'Le quai est fermé',
      author: 'Hélène Faure',
      language: 'fr',
      paragraphs: 2,
      first: /^Le quai est fermé depuis lundi,/,
      last: /avant huit heures\.$/,
    },
  },
];

export const TEXT_LAYOUTS: readonly Layout[] = [
  {
    name: 'wire copy in Windows’ encoding',
    file: 'brand.txt',
    bytes: () =>
      Buffer.from(
        'By Anna Brandt\n\nMÜNCHEN (dpa) - Das Stadtbad \x84Nord\x93 öffnet am Samstag für alle.\n\nDer Eintritt ist frei, und die Sauna bleibt noch zu.',
        'latin1',
      ),
    expected: {
      title: 'Das Stadtbad „Nord“ öffnet am Samstag für alle',
      author: 'Anna Brandt',
      publisher: 'dpa',
      place: 'MÜNCHEN',
      language: 'de',
      paragraphs: 2,
      first: 'MÜNCHEN (dpa) - Das Stadtbad „Nord“ öffnet am Samstag für alle.',
      last: 'Der Eintritt ist frei, und die Sauna bleibt noch zu.',
    },
  },
  {
    name: 'a text saved by Windows’ Notepad as Unicode',
    file: 'note.txt',
    bytes: () =>
      Buffer.from('\ufeffThe gate is locked at ten.\r\n\r\nAsk the porter – he has a key.', 'utf16le'),
    expected: {
      title: 'The gate is locked at ten',
      paragraphs: 2,
      first: 'The gate is locked at ten.',
      last: 'Ask the porter – he has a key.',
    },
  },
  {
    name: 'Markdown without front matter',
    file: 'README.md',
    bytes: () =>
      Buffer.from(
        '# The *little* ferry\n\nIt holds six people.\n\n## Times\n\n- It leaves at nine.\n- It is back at ten.\n',
      ),
    expected: {
      title: 'The little ferry',
      paragraphs: 2,
      first: 'It holds six people.',
      last: 'It leaves at nine.\nIt is back at ten.',
      headings: ['Times'],
    },
  },
  {
    name: 'an article file of the project’s own',
    file: 'ferry.md',
    bytes: () =>
      Buffer.from(
        '---\ntitle: "The ferry: a history"\nauthor: Kim Poe\npublished: 1999-01\nlanguage: en-GB\n---\n\nIt sank *twice*.\n',
      ),
    expected: {
      title: 'The ferry: a history',
      author: 'Kim Poe',
      published: '1999-01',
      language: 'en-GB',
      paragraphs: 1,
      first: 'It sank twice.',
      last: 'It sank twice.',
    },
  },
];
