import { expect, it } from 'vitest';
import { InFlight } from '../../src/bot/in-flight.js';

it('settling waits for handlers, those that began meanwhile included', async () => {
  const inFlight = new InFlight();
  let endFirst = (): void => undefined;
  let endSecond = (): void => undefined;
  const done: string[] = [];
  inFlight.track(new Promise<void>((resolve) => (endFirst = resolve)).then(() => void done.push('first')));

  const settled = inFlight.settle(60_000);
  inFlight.track(new Promise<void>((resolve) => (endSecond = resolve)).then(() => void done.push('second')));
  endFirst();
  endSecond();

  expect(await settled).toBe(0);
  expect(done).toEqual(['first', 'second']);
});

it('settling does not wait forever', async () => {
  const inFlight = new InFlight();
  inFlight.track(new Promise(() => undefined));

  expect(await inFlight.settle(1)).toBe(1);
});
