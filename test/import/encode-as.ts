/** Text in an encoding that `TextDecoder` knows and nothing here writes: by trying what each pair of bytes decodes to. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le')
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  // Node 20 decodes this one wrongly, so what it decodes says nothing.
  if (encoding === 'windows-1252')
    return Buffer.from(text.replaceAll('’', '\x92').replaceAll('œ', '\x9c'), 'latin1');
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const learn = (...bytes: number[]) => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
    } catch {
      // No letter has these bytes.
    }
  };
  for (let first = 0; first < 256; first++) learn(first);
  for (let first = 128; first < 256; first++)
    for (let second = 64; second < 256; second++) learn(first, second);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter);
      if (!bytes) throw new Error(`${encoding} has no “${letter}”.`);
      return bytes;
    }),
  );
}
