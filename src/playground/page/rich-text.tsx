import { useState } from 'preact/hooks';
import type { Rich } from '../web/wire.js';

/** Marked-up text. All of it ends up in text nodes. */
export function RichText({ parts }: { parts: readonly Rich[] }) {
  // The parts of a text never change places.
  return parts.map((part, index) => <Part key={index.toString()} part={part} />);
}

function Part({ part }: { part: Rich }) {
  if (typeof part === 'string') return <>{part}</>;
  switch (part.kind) {
    case 'break':
      return <br />;
    case 'code':
      return <code>{part.text}</code>;
    case 'code-block':
      return (
        <pre>
          <code>{part.text}</code>
        </pre>
      );
    case 'mention':
      return <span class="mention">{part.text}</span>;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer">
          <RichText parts={part.content} />
        </a>
      );
    case 'time':
      return <Time seconds={part.seconds} format={part.format} />;
    case 'spoiler':
      return <Spoiler parts={part.content} />;
    case 'strong':
      return (
        <strong>
          <RichText parts={part.content} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <RichText parts={part.content} />
        </em>
      );
    case 'underline':
      return (
        <u>
          <RichText parts={part.content} />
        </u>
      );
    case 'strikethrough':
      return (
        <s>
          <RichText parts={part.content} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <RichText parts={withoutLastBreak(part.content)} />
        </blockquote>
      );
    case 'heading':
      return (
        <p class="heading">
          <RichText parts={withoutLastBreak(part.content)} />
        </p>
      );
    case 'small-print':
      return (
        <p class="small-print">
          <RichText parts={part.content} />
        </p>
      );
  }
}

/** A block ends its line anyway. */
function withoutLastBreak(parts: readonly Rich[]): readonly Rich[] {
  const last = parts.at(-1);
  return typeof last === 'object' && last.kind === 'break' ? parts.slice(0, -1) : parts;
}

function Spoiler({ parts }: { parts: readonly Rich[] }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" class="spoiler" onClick={() => setOpen(true)}>
        Spoiler: show
      </button>
    );
  return (
    <span class="spoiler open">
      <RichText parts={parts} />
    </span>
  );
}

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function relative(seconds: number): string {
  const distance = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat('en').format(Math.round(distance / size), unit);
}

function Time({ seconds, format }: { seconds: number; format: string }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return <>?</>;
  const full = new Intl.DateTimeFormat('en', FORMATS.F).format(date);
  const text =
    format === 'R'
      ? relative(seconds)
      : new Intl.DateTimeFormat('en', FORMATS[format] ?? FORMATS.f).format(date);
  return (
    <time class="time" dateTime={date.toISOString()} title={full}>
      {text}
    </time>
  );
}
