import type { Answerer } from './answer.ts';
import { accumulatingPriorityMeanWait } from './kinds/priorities/accumulating-priority-mean-wait.ts';
import { cmuRule } from './kinds/priorities/cmu-rule.ts';
import { priorityMg1Nonpreemptive } from './kinds/priorities/priority-mg1-nonpreemptive.ts';
import { priorityMmcNonpreemptive } from './kinds/priorities/priority-mmc-nonpreemptive.ts';
import { priorityMmcPreemptive } from './kinds/priorities/priority-mmc-preemptive.ts';
import { allenCunneen } from './kinds/queues/allen-cunneen.ts';
import { delayPredictorLes } from './kinds/queues/delay-predictor-les.ts';
import { delayPredictorQl, delayPredictorQlm } from './kinds/queues/delay-predictor-ql.ts';
import { erlangA } from './kinds/queues/erlang-a.ts';
import { erlangB } from './kinds/queues/erlang-b.ts';
import { erlangC } from './kinds/queues/erlang-c.ts';
import { garnettFunction } from './kinds/queues/garnett-function.ts';
import { gg1DiscreteLindley } from './kinds/queues/gg1-discrete-lindley.ts';
import { ggcSimulation } from './kinds/queues/ggc-simulation.ts';
import { halfinWhitt, halfinWhittInverse } from './kinds/queues/halfin-whitt.ts';
import { mdcExact } from './kinds/queues/mdc-exact.ts';
import { mg1Pk } from './kinds/queues/mg1-pk.ts';
import { mm1StateProbabilities } from './kinds/queues/mm1-state-probabilities.ts';
import { mmc } from './kinds/queues/mmc.ts';
import { mmck } from './kinds/queues/mmck.ts';
import { pooling } from './kinds/queues/pooling.ts';
import { queueingNetworkOpen } from './kinds/queues/queueing-network-open.ts';
import { daysOff } from './kinds/rosters/days-off.ts';
import { milpRegression } from './kinds/rosters/milp-regression.ts';
import { shiftCover } from './kinds/rosters/shift-cover.ts';
import { knRankingSelection } from './kinds/selection/kn-ranking-selection.ts';
import { ocba } from './kinds/selection/ocba.ts';
import { erlangASizingTable } from './kinds/staffing/erlang-a-sizing-table.ts';
import { erlangCSizing } from './kinds/staffing/erlang-c-sizing.ts';
import { erlangCSizingTable } from './kinds/staffing/erlang-c-sizing-table.ts';
import { multiSkillAllocatedCover } from './kinds/staffing/multi-skill-allocated-cover.ts';
import { multiSkillNaiveCover } from './kinds/staffing/multi-skill-naive-cover.ts';
import { rateUncertaintyMixture } from './kinds/staffing/rate-uncertainty-mixture.ts';
import { squareRootStaffing } from './kinds/staffing/square-root-staffing.ts';
import { staffingCost } from './kinds/staffing/staffing-cost.ts';
import { bankDayOde } from './kinds/through-the-day/bank-day-ode.ts';
import { bankDaySimulation } from './kinds/through-the-day/bank-day-simulation.ts';
import { isaTimeVarying } from './kinds/through-the-day/isa-time-varying.ts';
import { nhppCounts } from './kinds/through-the-day/nhpp-counts.ts';
import { offeredLoadMtDInf } from './kinds/through-the-day/offered-load-mt-d-inf.ts';
import { offeredLoadMtMInf } from './kinds/through-the-day/offered-load-mt-m-inf.ts';
import { sippVsLagged } from './kinds/through-the-day/sipp-vs-lagged.ts';
import { transientMmcAbandon } from './kinds/through-the-day/transient-mmc-abandon.ts';
import { simulationBankBalking } from './kinds/traces/simulation-bank-balking.ts';
import { simulationCallCentre } from './kinds/traces/simulation-call-centre.ts';
import { traceBalking } from './kinds/traces/trace-balking.ts';
import { tracePriorityDay } from './kinds/traces/trace-priority-day.ts';
import { traceSchedule } from './kinds/traces/trace-schedule.ts';

const all: readonly Answerer[] = [
  mmc,
  mm1StateProbabilities,
  mmck,
  erlangA,
  erlangB,
  erlangC,
  erlangCSizing,
  erlangCSizingTable,
  erlangASizingTable,
  priorityMmcNonpreemptive,
  priorityMmcPreemptive,
  priorityMg1Nonpreemptive,
  accumulatingPriorityMeanWait,
  cmuRule,
  mg1Pk,
  mdcExact,
  allenCunneen,
  gg1DiscreteLindley,
  ggcSimulation,
  delayPredictorQl,
  delayPredictorQlm,
  delayPredictorLes,
  offeredLoadMtMInf,
  offeredLoadMtDInf,
  isaTimeVarying,
  sippVsLagged,
  transientMmcAbandon,
  nhppCounts,
  bankDayOde,
  bankDaySimulation,
  simulationCallCentre,
  simulationBankBalking,
  tracePriorityDay,
  traceBalking,
  traceSchedule,
  queueingNetworkOpen,
  squareRootStaffing,
  halfinWhitt,
  halfinWhittInverse,
  garnettFunction,
  pooling,
  rateUncertaintyMixture,
  staffingCost,
  knRankingSelection,
  ocba,
  multiSkillNaiveCover,
  multiSkillAllocatedCover,
  shiftCover,
  daysOff,
  milpRegression,
];

/** Every kind of case that is answered. A new one is added here and nowhere else. */
export const answerers: ReadonlyMap<string, Answerer> = new Map(all.map((one) => [one.kind, one]));
