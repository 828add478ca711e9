/** The house: arrows go down only (README, "The house"). This file is the one boundary checker. */
const room = (name) => `^simulator/${name}/`;
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    never('no-circles', 'a circle means two ideas share one room', {}, { circular: true }),
    never(
      'simulator-stands-alone',
      'nothing in the simulator knows the server or a screen',
      { path: '^simulator/' },
      { path: '^(server|kiosk|display)/' },
    ),
    never('screens-do-not-know-the-server', 'screens speak HTTP and sockets', { path: '^(kiosk|display)/' }, { path: '^server/' }),
    never('server-does-not-know-screens', 'the server serves built files', { path: '^server/' }, { path: '^(kiosk|display)/' }),
    never('lobby-is-the-floor', 'the core imports nothing above it', { path: room('lobby') }, { path: '^simulator/(?!lobby/)' }),
    never('workload-stands-on-lobby', '', { path: room('workload') }, { path: '^simulator/(?!lobby/|workload/|theory/)' }),
    never('theory-is-pure', '', { path: room('theory') }, { path: '^simulator/(?!theory/)' }),
    never('engine-stands-on-workload', '', { path: room('engine') }, { path: '^simulator/(?!lobby/|workload/|engine/|theory/)' }),
    never('drill-stands-on-workload', '', { path: room('drill') }, { path: '^simulator/(?!lobby/|workload/|drill/)' }),
    never(
      'agreement-stands-on-both-engines',
      'random days for both; only hosts and verbs ask for them',
      { path: room('agreement') },
      { path: '^simulator/(?!lobby/|workload/|engine/|drill/|agreement/)' },
    ),
    never('nobody-below-knows-agreement', '', { path: '^simulator/(?!agreement/|hosts/|cli/)' }, { path: room('agreement') }),
    never(
      'studies-do-not-know-hosts',
      'history and staffing take a run port',
      { path: '^simulator/(history|staffing|report|study)/' },
      { path: '^simulator/(hosts|cli)/' },
    ),
    never(
      'validation-stands-on-the-studies',
      'above staffing, below hosts',
      { path: room('validation') },
      { path: '^simulator/(hosts|cli|drill)/' },
    ),
    never(
      'studies-do-not-know-validation',
      '',
      { path: '^simulator/(history|staffing|report|study)/' },
      { path: room('validation') },
    ),
    never('hosts-do-not-know-verbs', '', { path: room('hosts') }, { path: room('cli') }),
    never(
      'pure-rooms-import-nothing-impure',
      'no file, clock, network or DOM: only zod, a queue and numeric libraries',
      { path: '^simulator/(lobby|workload|engine|theory)/' },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: 'node_modules/(zod|flatqueue|@stdlib)/' },
    ),
    never(
      'simjs-has-one-door',
      'its traps are handled in the loader',
      { pathNot: '^simulator/drill/simjs' },
      { path: 'node_modules/simjs' },
    ),
    never('sql-stays-in-the-store', '', { pathNot: '^(server/store|tests)/' }, { path: 'node_modules/(kysely|better-sqlite3)' }),
    never(
      'front-door-only',
      'tingtang.ts alone knows both clis',
      { pathNot: '^(tingtang\\.ts|server/cli/|tests/)' },
      { path: '^server/cli/' },
    ),
    never('unresolvable', '', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no compiler API yet; swc reads the imports.
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
