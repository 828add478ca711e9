import { Option } from 'commander';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';
import { variablesHelp } from '../config.ts';
import type { ScreenLink } from '../demo/screen-links.ts';
import type { Service } from '../http/service.ts';
import { speedOf } from './drill-speed.ts';
import { envConfig } from './env-config.ts';
import { stopSignal } from './stop-signal.ts';

/** `serve`: the live service, until it is told to stop. */
export const serve: Verb = {
  name: 'serve',
  define(command) {
    command
      .description('run the live service; prints a link to every screen')
      .addOption(
        new Option(
          '--drill [speed]',
          'fill the branch demo with simulated people, who act so many times as fast as people do (0.1 to 60; 1 when not said); see also the verb drill',
        ).argParser((text: string) => speedOf(text, '--drill')),
      )
      .option('--json', 'print the links as one JSON document')
      .addHelpText('after', `\n${variablesHelp}`)
      .action(run);
  },
};

async function run({ drill: asked, json }: { drill?: number | true; json?: boolean }): Promise<void> {
  const drill = asked === true ? 1 : asked;
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
  const links = await screenLinks(service.store, branches, url, dataFiles(config.dataFolder).screens, service.clock());
  process.stdout.write(json ? `${JSON.stringify({ url, links })}\n` : welcome(url, config.dataFolder, links, drill));
  try {
    if (drill !== undefined) await drillUntil(stop, service, drill);
    await stop;
  } finally {
    await running.close();
  }
}

/** The drill plays on the demo branch only: nobody's real lobby is filled with made-up people by a slip of the hand. */
async function drillUntil(stop: Promise<void>, { clock, directory, ids }: Service, speed: number): Promise<void> {
  const { liveDrill } = await import('../drill/live-drill.ts');
  const { sleepUntil } = await import('../drill/sleep-until.ts');
  const queue = directory.all().find(({ branch }) => branch === 'demo');
  if (queue === undefined) throw new BadInput('--drill plays on the branch demo, which this data folder does not have');
  const over = new AbortController();
  void stop.then(() => over.abort());
  await liveDrill({ queue, ids, clock, sleepUntil }, { speed, seed: clock() % 2 ** 31 }, over.signal);
}

function welcome(url: string, dataFolder: string, links: readonly ScreenLink[], drill: number | undefined): string {
  const several = new Set(links.map(({ branch }) => branch)).size > 1;
  const lines = links.map(
    ({ branch, names, url: link }) => `  ${several ? `${branch}  ` : ''}${padded(`${names.zh} ${names.en}`)}  ${link}`,
  );
  return [
    `Tingtang 厅堂 ${url}  (data in ${dataFolder})`,
    '',
    ...lines,
    '',
    ...(drill === undefined
      ? []
      : [`  演练 Drill ×${drill}：厅里的人是模拟的，您也可以一起操作。The people are simulated; join them at any screen.`]),
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
