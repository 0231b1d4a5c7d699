import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a number depends on: `2 cores (…), 8 GB of memory, Node v20.20.0, linux x64`. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim();
  const cores = availableParallelism();
  return [
    `${cores} ${cores === 1 ? 'core' : 'cores'}${model ? ` (${model})` : ''}`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GB of memory`,
    `Node ${process.version}`,
    `${process.platform} ${process.arch}`,
  ].join(', ');
}
