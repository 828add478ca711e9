import { Option } from 'commander';
import { languages } from '../lobby/branch/language.ts';
import { type Report, reportHtml } from '../report/html/report.ts';
import type { Language } from '../report/words/words.ts';
import { writeText } from './read-file.ts';

export const languageOption = (): Option =>
  new Option('--lang <language>', 'language of the report').choices(languages).default(languages[0]);

/** When and in which language a report is made. */
export const reportMade = (language: Language): { language: Language; made: string } => ({
  language,
  made: new Date().toISOString().slice(0, 16).replace('T', ' '),
});

export const writeReport = (path: string, report: Report): void => writeText(path, reportHtml(report));
