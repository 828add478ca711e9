import { z } from 'zod';
import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { rulesSchema } from '../../../simulator/lobby/branch/rules.ts';
import { isZone } from '../../../simulator/lobby/branch/zone.ts';
import * as commands from '../../../simulator/lobby/command/branch-commands.ts';
import type { Lobby } from '../../branches/lobby.ts';
import { configAnswer, planAnswer, proposalAnswer, strategyAnswer, versionAnswer } from '../answers/setup.ts';
import { command } from '../command-route.ts';
import { badInput, errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

/** A whole branch is larger than a command. */
const bodyLimit = '256kb';

const strategy = route({
  id: 'strategy.change',
  method: 'put',
  path: '/strategy',
  answer: strategyAnswer,
  does: 'Change the calling strategy, at once or from an instant on',
  body: commands.changeStrategy.shape.rule.extend({ effectiveAt: commands.changeStrategy.shape.effectiveAt }),
  command: true,
  answers: { 200: 'The strategy', 409: 'Refused' },
  async handle(request) {
    const { effectiveAt, ...rule } = request.body;
    return command(request, {
      command: { type: 'change-strategy', rule, ...(effectiveAt === undefined ? {} : { effectiveAt }) },
      done: ({ after, nowMs }) => ({
        status: 200,
        body: { strategy: { ...rule, effectiveAt: effectiveAt ?? nowMs }, seq: after.end.seq },
      }),
    });
  },
});

const configured = ({ state, end }: Lobby) => ({ status: 200, body: { version: state.config?.version ?? 0, seq: end.seq } });

/** Rules are part of the branch: changing them configures it anew, under the next version. */
const rules = route({
  id: 'rules.change',
  method: 'put',
  path: '/rules',
  answer: versionAnswer,
  does: 'Replace the rules of the branch',
  body: rulesSchema,
  bodyLimit,
  command: true,
  answers: { 200: 'The version now in force', 409: 'Refused' },
  async handle(request) {
    const now = request.queue.committed.lobby.state.config?.branch;
    if (now === undefined) return errorAnswer(404, 'unknown-branch', { branch: request.branch });
    const config = branchSchema.safeParse({ ...now, rules: request.body });
    if (!config.success)
      return badInput(config.error.issues.map(({ path, message }) => ({ path: path.slice(1).map(String).join('.'), message })));
    return command(request, { command: { type: 'configure', config: config.data }, done: ({ after }) => configured(after) });
  },
});

const plan = route({
  id: 'plan.adopt',
  method: 'put',
  path: '/plan',
  answer: planAnswer,
  does: 'Adopt a plan: its rules replace those of the branch',
  body: planSchema,
  bodyLimit,
  command: true,
  answers: { 200: 'The plan in force', 409: 'Refused' },
  async handle(request) {
    return command(request, {
      command: { type: 'adopt-plan', plan: request.body },
      done: ({ after }) => ({ status: 200, body: { plan: after.state.planId, seq: after.end.seq } }),
    });
  },
});

const readConfig = route({
  id: 'config.read',
  method: 'get',
  path: '/config',
  answer: configAnswer,
  does: 'The configuration in force',
  command: false,
  answers: { 200: 'Version and configuration' },
  async handle({ queue, branch }) {
    const config = queue.committed.lobby.state.config;
    if (!config) return errorAnswer(404, 'unknown-branch', { branch });
    return { status: 200, body: { version: config.version, config: config.branch } };
  },
});

const changeConfig = route({
  id: 'config.change',
  method: 'put',
  path: '/config',
  answer: versionAnswer,
  does: 'Configure the branch, or set up a new one',
  body: branchSchema,
  bodyLimit,
  command: true,
  mayCreateBranch: true,
  answers: { 200: 'The version now in force', 409: 'Refused' },
  async handle(request) {
    const config = request.body;
    const problems = [
      ...(config.id === request.branch ? [] : [{ path: 'id', message: `is "${config.id}", the address says "${request.branch}"` }]),
      ...(isZone(config.zone)
        ? []
        : [{ path: 'zone', message: `unknown time zone "${config.zone}"; use an IANA zone such as Asia/Shanghai` }]),
    ];
    if (problems.length > 0) return badInput(problems);
    return command(request, { command: { type: 'configure', config }, done: ({ after }) => configured(after) });
  },
});

const proposal = (verb: 'accept' | 'decline', does: string): Route =>
  route({
    id: `proposals.${verb}`,
    method: 'post',
    path: `/proposals/:proposal/${verb}`,
    does,
    answer: proposalAnswer,
    body: z.strictObject({}),
    command: true,
    answers: { 200: 'The answer is written down', 409: 'Refused' },
    async handle(request) {
      const id = codeSchema.safeParse(request.params.proposal);
      if (!id.success) return errorAnswer(404, 'unknown-proposal');
      return command(request, {
        command: { type: 'answer-elastic', proposal: id.data, answer: verb === 'accept' ? 'accepted' : 'declined' },
        done: ({ after }) => ({ status: 200, body: { proposal: id.data, seq: after.end.seq } }),
      });
    },
  });

export const ruleRoutes: readonly Route[] = [
  strategy,
  rules,
  plan,
  readConfig,
  changeConfig,
  proposal('accept', 'Follow an elastic proposal; the counter is then opened or closed by a person'),
  proposal('decline', 'Do not follow an elastic proposal'),
];
