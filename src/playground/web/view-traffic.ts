import type { TrafficEntry } from '../traffic.js';
import type { TrafficView } from './wire.js';

/** Statuses from here on say that the loopback found fault with a request. */
const FIRST_REFUSAL = 400;

/** What went to and fro, as the developer panel lists it. */
export function viewTraffic(entry: TrafficEntry): TrafficView {
  const { at, direction, route, status, ms } = entry;
  const isRefused = status !== null && status >= FIRST_REFUSAL && entry.problems.length === 0;
  return {
    at,
    direction,
    route,
    status,
    ms,
    problems: isRefused ? [...entry.problems, `refused with ${status}`] : entry.problems,
    body: json(entry.body),
    answer: json(entry.answer),
  };
}

function json(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
}
