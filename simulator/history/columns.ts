import { BadHistory } from './bad-history.ts';
import type { Table } from './read-table.ts';

/** What a column can mean. */
export const meanings = [
  'arrival',
  'start',
  'end',
  'wait',
  'work',
  'service',
  'segment',
  'server',
  'outcome',
  'date',
  'ticket',
] as const;
export type Meaning = (typeof meanings)[number];

export type Unit = 's' | 'min' | 'ms' | null;

export interface Column {
  readonly at: number;
  readonly header: string;
  /** Unit that the header names. A clock time with a unit counts from the base time of the day. */
  readonly unit: Unit;
}
export type Columns = Readonly<Partial<Record<Meaning, Column>>>;

/** Names seen in real exports, without unit, in small letters, words joined by one space. */
const names: Readonly<Record<Meaning, readonly string[]>> = {
  arrival: [
    'arrival',
    'arrivals',
    'arrival time',
    'arrive',
    'arrived',
    'arrived at',
    'arrive time',
    'arrivaltime',
    'check in',
    'checkin',
    'check in time',
    'ticket time',
    'tkis time',
    'issue time',
    'issued',
    'issued at',
    'enter',
    'entered',
    'enter time',
    'queue start',
    'q start',
    'timestamp',
    '到达',
    '到达时间',
    '客户到达时间',
    '取号时间',
    '取票时间',
    '领号时间',
    '抽号时间',
    '来访时间',
    '进店时间',
    '排队开始时间',
  ],
  start: [
    'start',
    'start time',
    'service start',
    'start of service',
    'begin',
    'begin time',
    'ser start',
    'sdst time',
    'served at',
    'started at',
    'start service',
    '开始时间',
    '开始办理时间',
    '办理开始时间',
    '服务开始时间',
    '业务开始时间',
    '受理时间',
    'called',
    'call time',
    'called at',
    '叫号时间',
    '呼叫时间',
  ],
  end: [
    'end',
    'end time',
    'service end',
    'end of service',
    'finish',
    'finished',
    'finish time',
    'finished at',
    'departure',
    'depart',
    'sdet time',
    'ser exit',
    'exit',
    '结束时间',
    '办理结束时间',
    '服务结束时间',
    '业务结束时间',
    '完成时间',
    '办结时间',
    '离开时间',
  ],
  wait: [
    'wait',
    'wait time',
    'waiting',
    'waiting time',
    'queue time',
    'q time',
    '等待',
    '等待时间',
    '等候时间',
    '等待时长',
    '等候时长',
    '排队时长',
  ],
  work: [
    'service time',
    'service duration',
    'service length',
    'duration',
    'handle time',
    'handling time',
    'aht',
    'ser time',
    'work',
    'work time',
    '服务时长',
    '办理时长',
    '业务时长',
    '处理时长',
    '办理用时',
    '服务时间',
    '办理时间',
  ],
  service: [
    'service',
    'service type',
    'service name',
    'service code',
    'type',
    'business',
    'business type',
    'transaction',
    'transaction type',
    '业务',
    '业务类型',
    '业务名称',
    '业务种类',
    '业务类别',
    '服务类型',
    '交易类型',
  ],
  segment: [
    'segment',
    'class',
    'customer type',
    'customer class',
    'customer segment',
    '客户类型',
    '客户等级',
    '客户类别',
    '客群',
    '客层',
  ],
  server: ['server', 'teller', 'counter', 'window', 'agent', 'clerk', 'desk', '柜员', '柜员号', '窗口', '窗口号', '柜台', '服务员'],
  outcome: ['outcome', 'status', 'result', 'state', '状态', '结果', '办理状态', '办理结果'],
  date: ['date', 'day', 'business date', '日期', '业务日期', '营业日期'],
  ticket: ['ticket', 'ticket no', 'ticket number', 'queue number', 'number', '号码', '票号', '排队号', '号票'],
};

const units: readonly (readonly [RegExp, Unit])[] = [
  [/(?:[ _(（]+(?:s|sec|secs|seconds?)[)）]?|[(（]?秒[)）]?)$/i, 's'],
  [/(?:[ _(（]+(?:m|min|mins|minutes?)[)）]?|[(（]?分钟?[)）]?)$/i, 'min'],
  [/(?:[ _(（]+(?:ms|msec|millis)[)）]?|[(（]?毫秒[)）]?)$/i, 'ms'],
];

/** "Arrival_Time (s)" → the plain name and the unit. */
function split(header: string): { name: string; unit: Unit } {
  const spaced = header.replace(/([a-z])([A-Z])/g, '$1 $2').trim();
  const unit = [units[2]!, units[0]!, units[1]!].find(([pattern]) => pattern.test(spaced));
  const bare = unit ? spaced.replace(unit[0], '') : spaced;
  return {
    name: bare
      .toLowerCase()
      .replace(/[\s_\-.+/]+/g, ' ')
      .trim(),
    unit: unit?.[1] ?? null,
  };
}

/** Which column means what: by `given` (meaning → header, optionally ":unit"), else guessed by name. Columns without a meaning are left. */
export function columnsOf(table: Table, given: Readonly<Partial<Record<Meaning, string>>> = {}): Columns {
  const columns: Partial<Record<Meaning, Column>> = {};
  for (const meaning of meanings) {
    const wanted = given[meaning];
    if (wanted !== undefined) {
      columns[meaning] = named(table, meaning, wanted);
      continue;
    }
    const found = names[meaning].flatMap((name) =>
      table.headers.flatMap((header, at) => (split(header).name === name ? [at] : [])),
    );
    const at = found[0];
    if (at !== undefined) columns[meaning] = { at, header: table.headers[at]!, unit: split(table.headers[at]!).unit };
  }
  return withoutDouble(columns);
}

/** "service_s" is a length, not a name; one column never means two things. */
function withoutDouble(columns: Partial<Record<Meaning, Column>>): Columns {
  const { service } = columns;
  if (service && service.unit !== null) {
    delete columns.service;
    columns.work ??= service;
  }
  const taken = new Set<number>();
  for (const meaning of meanings) {
    const column = columns[meaning];
    if (column === undefined) continue;
    if (taken.has(column.at)) delete columns[meaning];
    taken.add(column.at);
  }
  return columns;
}

function named(table: Table, meaning: Meaning, wanted: string): Column {
  const [header = '', unit] = wanted.split(':');
  const at = table.headers.indexOf(header);
  if (at < 0) throw new BadHistory(`${table.file}: no column "${header}" for ${meaning}; columns: ${table.headers.join(', ')}`);
  if (unit !== undefined && !['s', 'min', 'ms'].includes(unit))
    throw new BadHistory(`unknown unit "${unit}" for column ${meaning}; allowed: s, min, ms`);
  return { at, header, unit: (unit as Unit | undefined) ?? split(header).unit };
}
