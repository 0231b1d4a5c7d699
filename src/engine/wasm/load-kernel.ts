const PAGE = 65_536;

/** A kernel, and the memory that it reads and writes. */
export interface Kernel<Run> {
  readonly memory: ArrayBuffer;
  /** null where the processor lacks the instructions: x86 from before 2008. */
  readonly run: Run | null;
}

/**
 * Makes a kernel ready, with a memory of its own.
 * @param code what `moduleOf` gives
 * @param bytes how much memory it needs
 */
export function loadKernel<Run>(code: Uint8Array, bytes: number): Kernel<Run> {
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  if (!WebAssembly.validate(code)) return { memory: memory.buffer, run: null };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  return { memory: memory.buffer, run: instance.exports.run as Run };
}
