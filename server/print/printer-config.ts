import { z } from 'zod';
import { codeSchema, namesSchema } from '../../simulator/lobby/branch/names.ts';
import { type Codepage, codepages } from './escpos.ts';

const delayMs = (most: number) => z.int().min(100, 'in milliseconds, at least 100').max(most);

/** One receipt printer on the branch's own network. Only an administrator names one: no address ever comes from a request. */
export const printerConfigSchema = z.strictObject({
  /** Name or address, without a scheme or port. */
  host: z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/, 'a host name or IP address, e.g. 192.0.2.20; the port stands in "port"'),
  port: z.int().min(1).max(65_535).default(9100),
  /** Width of the paper roll. */
  widthMm: z.union([z.literal(58), z.literal(80)], 'use 58 or 80').default(80),
  /** Character set of the printer's Chinese font. */
  codepage: z.enum(Object.keys(codepages) as [Codepage, ...Codepage[]]).default('gb18030'),
  /**
   * The printer answers status questions (DLE EOT 4, GS r 1), as most do. Then nothing is sent to a printer that is out of paper
   * or silent, and a slip counts as printed when the printer says so. False, for one-way print servers: a slip counts as
   * printed when the other side has closed the connection after taking all of it.
   */
  answers: z.boolean().default(true),
  connectTimeoutMs: delayMs(60_000).default(3_000),
  /** A printer that takes longer than this to answer is slow. */
  slowAfterMs: delayMs(60_000).default(5_000),
  /** A slip not printed this long after its ticket was issued is given up and reported: its customer has gone on. */
  giveUpAfterMs: delayMs(3_600_000).default(120_000),
  /** Pause before the next try; it doubles up to the longest. */
  retryFirstMs: delayMs(60_000).default(500),
  retryMostMs: delayMs(300_000).default(10_000),
  /** Slips kept at most. One more, and the oldest that is not under way is given up and reported. */
  queueLimit: z.int().min(2).max(1_000).default(50),
});
export type PrinterConfig = z.infer<typeof printerConfigSchema>;
/** A printer as people write it: what has a default may be left out. */
export type PrinterConfigInput = z.input<typeof printerConfigSchema>;

/** The file that says which printers there are. */
export const printersFileSchema = z
  .strictObject({
    v: z.literal(1),
    note: z.string().max(2000).optional(),
    printers: z
      .array(
        printerConfigSchema.extend({
          branch: codeSchema,
          /** Public id of the kiosk token it prints for; every other kiosk of the branch when absent. */
          kiosk: codeSchema.optional(),
          /** What staff call the place where it stands, for when it needs somebody. */
          names: namesSchema.optional(),
        }),
      )
      .max(500),
  })
  .superRefine(({ printers }, ctx) => {
    const place = ({ branch, kiosk }: { branch: string; kiosk?: string | undefined }): string =>
      JSON.stringify([branch, kiosk ?? null]);
    printers.forEach((printer, at) => {
      if (printers.findIndex((other) => place(other) === place(printer)) === at) return;
      const whose =
        printer.kiosk === undefined
          ? `branch "${printer.branch}" without a kiosk`
          : `kiosk "${printer.kiosk}" of branch "${printer.branch}"`;
      ctx.addIssue({ code: 'custom', path: ['printers', at], message: `a second printer for ${whose}; name one for each` });
    });
  });
export type PrintersFile = z.infer<typeof printersFileSchema>;
