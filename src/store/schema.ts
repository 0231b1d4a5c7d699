/** Milliseconds since the epoch. Truth values are 0 and 1, which both databases store and compare alike. */
type Instant = number;
type Flag = number;

interface CounterTable {
  name: string;
  value: number;
}

interface SecretTable {
  name: string;
  value: string;
}

interface QuestionTable {
  id: string;
  asked_at: Instant;
  guild_id: string | null;
  channel_id: string | null;
  article_id: string | null;
  question: string;
  /** What wordings of the same question have in common: see `foldQuestion`. */
  folded: string;
  language: string | null;
  answered: Flag;
  paragraph: number | null;
  confidence: number | null;
  source: string;
  asker: string;
}

interface VoteTable {
  question_id: string;
  voter: string;
  helpful: Flag;
  comment: string | null;
  voted_at: Instant;
}

interface LossTable {
  guild_id: string | null;
  lost_at: Instant;
  questions: number;
}

interface ChangeTable {
  guild_id: string;
  /** The counter `revision` at the server's last change. */
  revision: number;
}

interface LessonTable {
  id: string;
  guild_id: string;
  article_id: string;
  article_version: string;
  question: string;
  folded: string;
  paragraph: number | null;
  sentence: number | null;
  taught_by: string;
  taught_at: Instant;
}

interface SettingTable {
  guild_id: string;
  name: string;
  value: string;
}

interface ScheduleTable {
  guild_id: string;
  channel_id: string;
  every: string;
  weekday: number | null;
  minute_of_day: number;
  timezone: string;
  created_by: string;
  next_at: Instant;
  last_at: Instant | null;
}

interface HandoverTable {
  question_id: string;
  guild_id: string;
  channel_id: string | null;
  article_id: string | null;
  question: string;
  state: string;
  opened_at: Instant;
  asker_id: string | null;
  token: string | null;
}

interface ArticleTable {
  guild_id: string;
  id: string;
  version: string;
  title: string;
  /** Markdown, front matter included. */
  source: string;
  bytes: number;
  added_at: Instant;
  /** null: it is there. */
  removed_at: Instant | null;
}

interface DraftTable {
  id: string;
  guild_id: string;
  source: string;
  replaces: string | null;
  drafted_at: Instant;
}

interface CorpusLogTable {
  id: string;
  guild_id: string;
  changed_at: Instant;
  member_id: string;
  act: string;
  article_id: string;
  title: string;
}

/** Every table, as Kysely sees it. */
export interface Schema {
  counters: CounterTable;
  secrets: SecretTable;
  questions: QuestionTable;
  votes: VoteTable;
  losses: LossTable;
  changes: ChangeTable;
  lessons: LessonTable;
  settings: SettingTable;
  schedules: ScheduleTable;
  handovers: HandoverTable;
  articles: ArticleTable;
  drafts: DraftTable;
  corpus_log: CorpusLogTable;
}
