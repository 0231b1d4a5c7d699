import { strToU8, zipSync } from 'fflate';

export interface DocxOptions {
  readonly title?: string;
  readonly author?: string;
  /** Further parts of the archive, by name. */
  readonly parts?: Readonly<Record<string, Uint8Array>>;
}

/** A Word file with this body, made of `paragraph`, `item` and `table`. */
export function writeDocx(
  body: readonly string[],
  { title, author, parts = {} }: DocxOptions = {},
): Uint8Array {
  const tag = (name: string, value?: string) =>
    value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `${DECLARATION}<w:styles ${NAMESPACE}>${['Title', 'heading 1', 'heading 2', 'Quote'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    ),
    'word/numbering.xml': strToU8(
      `${DECLARATION}<w:numbering ${NAMESPACE}>${['bullet', 'decimal'].map((format, i) => `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`).join('')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    ),
    'word/document.xml': strToU8(
      `${DECLARATION}<w:document ${NAMESPACE}><w:body>${body.join('')}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${tag('dc:title', title)}${tag('dc:creator', author)}</cp:coreProperties>`,
    ),
    ...parts,
  });
}

/** @param style `Title`, `heading1`, `heading2` or `Quote` */
export function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${run(text)}</w:p>`;
}

export function item(text: string, kind: 'bullet' | 'number' = 'bullet'): string {
  const list = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${kind === 'bullet' ? 1 : 2}"/></w:numPr>`;
  return `<w:p><w:pPr>${list}</w:pPr>${run(text)}</w:p>`;
}

/** The first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const head = '<w:trPr><w:tblHeader/></w:trPr>';
  return `<w:tbl>${rows.map((row, i) => `<w:tr>${i === 0 ? head : ''}${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
