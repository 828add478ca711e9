import { existsSync } from 'node:fs';
import { BadInput } from '../../simulator/cli/verb.ts';
import { type Config, readConfig } from '../config.ts';
import { dataFiles } from '../data-files.ts';

/** The environment as the service reads it, or exit 2. */
export function envConfig(): Config {
  const config = readConfig(process.env);
  if ('problem' in config) throw new BadInput(config.problem);
  return config;
}

/** The files of a data folder that a service has already made. */
export function existingData(): ReturnType<typeof dataFiles> {
  const { dataFolder } = envConfig();
  const files = dataFiles(dataFolder);
  if (!existsSync(files.journal))
    throw new BadInput(`no data in ${dataFolder}: start the service once (npm start), or set TINGTANG_DATA to its folder`);
  return files;
}
