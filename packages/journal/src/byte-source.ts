/** Bytes that can be read at any place: a file, or a buffer in a test. */
export interface ByteSource {
  readonly length: number;
  /** Fills `target` from `position` on; gives how many bytes there were. May throw. */
  read(target: Uint8Array, position: number): number;
}

/** The source over bytes in memory. */
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  length: bytes.length,
  read: (target, position) => {
    const part = bytes.subarray(position, position + target.length);
    target.set(part);
    return part.length;
  },
});
