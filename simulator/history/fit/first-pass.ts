import { type HistoryLog, refuseIfEmpty } from '../clean/history-log.ts';
import { Answers } from './calling/fit-answers.ts';
import { longestWalkMs, type Walk, Walks } from './calling/walks.ts';
import { type LogNames, Namer } from './namer.ts';
import { PlacesSeen } from './places-seen.ts';
import { isNamed, workByServer } from './staff/servers.ts';
import { ServiceCounts } from './staff/skill-pools.ts';
import { ReadyGaps } from './staff/spells.ts';

/** What must be known of all the days before any of them is learnt from. */
export interface FirstPass {
  readonly arrived: number;
  readonly served: number;
  readonly names: LogNames;
  readonly skills: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pools: ReturnType<ServiceCounts['pools']>;
  readonly places: PlacesSeen;
  readonly answers: Answers;
  /** How long one without a customer is taken to be at work whatever others show. */
  readonly limitMs: number;
  /** From the call to the start; null: no time at all. */
  readonly walk: Walk | null;
}

/** Names, skills and places of some days; refuses a history of which nothing can be learnt. */
export function firstPass(log: HistoryLog, days: readonly number[], assumed: string[]): FirstPass {
  const namer = new Namer();
  const counts = new ServiceCounts();
  const answers = new Answers();
  const places = new PlacesSeen();
  const readyGaps = new ReadyGaps();
  const walks = new Walks();
  let arrived = 0;
  let served = 0;
  for (const day of days) {
    const visits = log.visitsOn(day);
    for (const visit of visits) {
      namer.see(visit);
      answers.add(visit);
      places.add(visit);
      if (visit.arrivalMs !== null && visit.after === null) arrived++;
      if (visit.workMs !== null) served++;
    }
    const works = workByServer(visits);
    for (const [server, list] of works) if (isNamed(server)) counts.add(server, list);
    readyGaps.add(works);
    walks.add(visits, works);
  }
  for (const visit of log.undatedVisits) {
    namer.see(visit);
    if (visit.workMs !== null) served++;
  }
  refuseIfEmpty(log, arrived, served);
  const names = namer.names(assumed);
  places.name(names);
  const walk = walks.fit();
  const limitMs = readyGaps.limitMs(walk?.from === 'free servers' ? longestWalkMs(walk) : 0);
  return { arrived, served, names, skills: counts.skills(), pools: counts.pools(), places, answers, limitMs, walk };
}
