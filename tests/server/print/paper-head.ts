/** What one ESC/POS command stream does, read strictly: a byte the reader does not know is an error, so nothing can hide in it. */
export interface Printed {
  /** Lines of text as the paper shows them. */
  readonly lines: readonly string[];
  /** Names of the commands met, in order. */
  readonly commands: readonly string[];
  /** Pictures: rows of dots. */
  readonly pictures: readonly (readonly (readonly boolean[])[])[];
}

/** Commands with the number of bytes that follow; the few of them a slip may use. */
const known: Readonly<Record<string, number>> = {
  '\x1b@': 0,
  '\x1bM': 1,
  '\x1b ': 1,
  '\x1b2': 0,
  '\x1b3': 1,
  '\x1b{': 1,
  '\x1b-': 1,
  '\x1bE': 1,
  '\x1ba': 1,
  '\x1b$': 2,
  '\x1b\\': 2,
  '\x1bt': 1,
  '\x1da': 1,
  '\x1dB': 1,
  '\x1d!': 1,
  '\x1dL': 2,
  '\x1dW': 2,
  '\x1dV': 2,
  '\x1dr': 1,
  '\x1cS': 2,
  '\x1c.': 0,
  '\x1c&': 0,
  '\x1c-': 1,
};
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Reads a slip as a printer with a Chinese font would. */
export function readPaper(bytes: Uint8Array): Printed {
  const lines: string[] = [];
  const commands: string[] = [];
  const pictures: boolean[][][] = [];
  let text: number[] = [];
  let line = '';
  const flush = (): void => {
    line += gb18030.decode(Uint8Array.from(text));
    text = [];
  };
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte === 0x0a) {
      flush();
      lines.push(line.trim());
      line = '';
      at += 1;
    } else if (byte >= 0x20) {
      text.push(byte);
      // The later bytes of a GB18030 character are never controls, but may look like ASCII.
      at += 1;
    } else {
      flush();
      const name = String.fromCharCode(byte, bytes[at + 1] ?? 0);
      if (name === '\x1dv') {
        const [width, height] = [bytes[at + 4]! + 256 * bytes[at + 5]!, bytes[at + 6]! + 256 * bytes[at + 7]!];
        const dots = bytes.subarray(at + 8, at + 8 + width * height);
        pictures.push(
          Array.from({ length: height }, (_, y) =>
            Array.from({ length: width * 8 }, (_, x) => ((dots[y * width + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1),
          ),
        );
        at += 8 + width * height;
      } else {
        const more = known[name];
        if (more === undefined)
          throw new Error(
            `unknown command ${[...bytes.subarray(at, at + 4)].map((one) => one.toString(16)).join(' ')} at byte ${at}`,
          );
        at += 2 + more;
      }
      commands.push(name);
    }
  }
  flush();
  if (line !== '') lines.push(line.trim());
  return { lines: lines.filter((one) => one !== ''), commands, pictures };
}

/** The dots of a picture as modules of a QR code: the first run of black at the corner is the finder's seven. */
export function modulesOf(picture: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  const cell = picture[0]!.indexOf(false) / 7;
  const size = picture.length / cell;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => picture[y * cell]![x * cell]!));
}
