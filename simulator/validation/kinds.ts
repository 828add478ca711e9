import type { Answerer } from './answer.ts';
import { accumulatingPriorityMeanWait } from './kinds/accumulating-priority-mean-wait.ts';
import { allenCunneen } from './kinds/allen-cunneen.ts';
import { bankDayOde } from './kinds/bank-day-ode.ts';
import { bankDaySimulation } from './kinds/bank-day-simulation.ts';
import { cmuRule } from './kinds/cmu-rule.ts';
import { daysOff } from './kinds/days-off.ts';
import { delayPredictorLes } from './kinds/delay-predictor-les.ts';
import { delayPredictorQl, delayPredictorQlm } from './kinds/delay-predictor-ql.ts';
import { erlangA } from './kinds/erlang-a.ts';
import { erlangASizingTable } from './kinds/erlang-a-sizing-table.ts';
import { erlangB } from './kinds/erlang-b.ts';
import { erlangC } from './kinds/erlang-c.ts';
import { erlangCSizing } from './kinds/erlang-c-sizing.ts';
import { erlangCSizingTable } from './kinds/erlang-c-sizing-table.ts';
import { garnettFunction } from './kinds/garnett-function.ts';
import { gg1DiscreteLindley } from './kinds/gg1-discrete-lindley.ts';
import { ggcSimulation } from './kinds/ggc-simulation.ts';
import { halfinWhitt, halfinWhittInverse } from './kinds/halfin-whitt.ts';
import { isaTimeVarying } from './kinds/isa-time-varying.ts';
import { knRankingSelection } from './kinds/kn-ranking-selection.ts';
import { mdcExact } from './kinds/mdc-exact.ts';
import { mg1Pk } from './kinds/mg1-pk.ts';
import { milpRegression } from './kinds/milp-regression.ts';
import { mm1StateProbabilities } from './kinds/mm1-state-probabilities.ts';
import { mmc } from './kinds/mmc.ts';
import { mmck } from './kinds/mmck.ts';
import { multiSkillAllocatedCover } from './kinds/multi-skill-allocated-cover.ts';
import { multiSkillNaiveCover } from './kinds/multi-skill-naive-cover.ts';
import { nhppCounts } from './kinds/nhpp-counts.ts';
import { ocba } from './kinds/ocba.ts';
import { offeredLoadMtDInf } from './kinds/offered-load-mt-d-inf.ts';
import { offeredLoadMtMInf } from './kinds/offered-load-mt-m-inf.ts';
import { pooling } from './kinds/pooling.ts';
import { priorityMg1Nonpreemptive } from './kinds/priority-mg1-nonpreemptive.ts';
import { priorityMmcNonpreemptive } from './kinds/priority-mmc-nonpreemptive.ts';
import { priorityMmcPreemptive } from './kinds/priority-mmc-preemptive.ts';
import { queueingNetworkOpen } from './kinds/queueing-network-open.ts';
import { rateUncertaintyMixture } from './kinds/rate-uncertainty-mixture.ts';
import { shiftCover } from './kinds/shift-cover.ts';
import { simulationBankBalking } from './kinds/simulation-bank-balking.ts';
import { simulationCallCentre } from './kinds/simulation-call-centre.ts';
import { sippVsLagged } from './kinds/sipp-vs-lagged.ts';
import { squareRootStaffing } from './kinds/square-root-staffing.ts';
import { staffingCost } from './kinds/staffing-cost.ts';
import { traceBalking } from './kinds/trace-balking.ts';
import { tracePriorityDay } from './kinds/trace-priority-day.ts';
import { traceSchedule } from './kinds/trace-schedule.ts';
import { transientMmcAbandon } from './kinds/transient-mmc-abandon.ts';

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
