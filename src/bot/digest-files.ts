import { gzipSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import type { LoggedQuestion } from '../store/digests.js';
import type { ReplyFile } from './reply.js';

/** Discord takes ten megabytes with a message. */
const MAX_PLAIN_BYTES = 4 * 1024 * 1024;

function toRecord(question: LoggedQuestion) {
  const { id, at, channelId, articleId, text, answered, paragraph, confidence } = question;
  return {
    id,
    asked_at: new Date(at).toISOString(),
    channel: channelId,
    article: articleId,
    question: text,
    answered,
    paragraph,
    confidence: confidence === null ? null : Number(confidence.toFixed(3)),
    helpful: question.helpful,
    unhelpful: question.unhelpful,
    source: question.source,
    language: question.language,
  };
}

function toFile(name: string, text: string): ReplyFile {
  const data = Buffer.from(text);
  return data.byteLength <= MAX_PLAIN_BYTES ? { name, data } : { name: `${name}.gz`, data: gzipSync(data) };
}

/**
 * Questions as CSV and as JSON, without who asked them; packed where they would be too large to send. What a
 * spreadsheet would take for a formula is kept from being one.
 */
export function digestFiles(questions: readonly LoggedQuestion[]): ReplyFile[] {
  const records = questions.map(toRecord);
  const csv = stringify(records, {
    header: true,
    escape_formulas: true,
    cast: { boolean: String },
    columns: Object.keys(records[0] ?? {}),
  });
  return [
    toFile('pincite-questions.csv', csv),
    toFile('pincite-questions.json', `${JSON.stringify(records, null, 2)}\n`),
  ];
}
