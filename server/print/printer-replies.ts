/** What a printer said, byte by byte. */
export type Reply = { readonly to: 'sensor' | 'done'; readonly paperOut: boolean; readonly paperLow: boolean };

/** DLE EOT 4: asks for the paper sensor at once, past everything that waits in the printer. */
export const askPaper: Uint8Array = Uint8Array.of(0x10, 0x04, 0x04);

/** Bytes of an unasked status message (ASB) after its first. */
const statusTail = 3;

/**
 * Reads the answers to DLE EOT 4 and to the GS r 1 that ends every slip; fixed bits tell them apart. Four-byte messages that some
 * printers send unasked are skipped, or their last bytes would look like the answer to GS r. Anything else is no answer.
 */
export function replyReader(): (bytes: Uint8Array) => readonly Reply[] {
  let skip = 0;
  return (bytes) => {
    const replies: Reply[] = [];
    for (const byte of bytes) {
      if (skip > 0) skip -= 1;
      else if ((byte & 0x93) === 0x12) replies.push({ to: 'sensor', paperOut: (byte & 0x60) !== 0, paperLow: (byte & 0x0c) !== 0 });
      else if ((byte & 0x93) === 0x10) skip = statusTail;
      else if ((byte & 0x90) === 0) replies.push({ to: 'done', paperOut: (byte & 0x0c) !== 0, paperLow: (byte & 0x03) !== 0 });
    }
    return replies;
  };
}
