import { BadInput, type Verb } from '../../simulator/cli/verb.ts';
import { variablesHelp } from '../config.ts';
import type { ScreenLink } from '../demo/screen-links.ts';
import { envConfig } from './env-config.ts';

/** `serve`: the live service, until it is told to stop. */
export const serve: Verb = {
  name: 'serve',
  define(command) {
    command
      .description('run the live service; prints a link to every screen')
      .option('--json', 'print the links as one JSON document')
      .addHelpText('after', `\n${variablesHelp}`)
      .action(run);
  },
};

async function run({ json }: { json?: boolean }): Promise<void> {
  const config = envConfig();
  const { CannotStart, startService } = await import('../main.ts');
  const { screenLinks } = await import('../demo/screen-links.ts');
  const { dataFiles } = await import('../data-files.ts');
  const running = await startService(config).catch((error: unknown) => {
    throw error instanceof CannotStart ? new BadInput(error.message) : error;
  });
  const stop = stopSignal();
  const { service, url } = running;
  const branches = service.directory.all().flatMap(({ committed }) => committed.lobby.state.config?.branch ?? []);
  const branch = branches.find(({ id }) => id === 'demo') ?? branches[0];
  const links =
    branch === undefined
      ? []
      : await screenLinks(service.store, branch, url, dataFiles(config.dataFolder).screens, service.clock());
  process.stdout.write(json ? `${JSON.stringify({ url, links })}\n` : welcome(url, config.dataFolder, links));
  await stop;
  await running.close();
}

/** The first signal stops gently; what is under way is finished. A second one does not wait. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });

function welcome(url: string, dataFolder: string, links: readonly ScreenLink[]): string {
  const lines = links.map(({ names, url: link }) => `  ${padded(`${names.zh} ${names.en}`)}  ${link}`);
  return [
    `Tingtang 厅堂 ${url}  (data in ${dataFolder})`,
    '',
    ...lines,
    '',
    '  链接中带有各屏幕自己的令牌，打开即用。Each link carries its screen’s own token: open it and it works.',
    '  其他设备访问 For other machines: TINGTANG_HOST=0.0.0.0 npm start.  停止 Stop: Ctrl-C.',
    '',
  ].join('\n');
}

/** Chinese characters are two columns wide. */
function padded(text: string): string {
  const columns = [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, 22 - columns));
}
