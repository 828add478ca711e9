import type { Names } from '../../simulator/lobby/branch/names.ts';
import type { Refusal, RefusalCode } from '../../simulator/lobby/refusal.ts';
import type { HostCode } from './error-codes.ts';

type Facts = Refusal['facts'];
type Message = Names | ((facts: Facts) => Names);

const both = (zh: string, en: string): Names => ({ zh, en });
const one = (facts: Facts, name: string): string => String(facts[name] ?? '');
const list = (facts: Facts, name: string): string => (Array.isArray(facts[name]) ? facts[name].join(', ') : one(facts, name));

/** The core's refusals in words: what is the matter and, where it helps, what to do. A code without words does not compile. */
const refusals: Readonly<Record<RefusalCode, Message>> = {
  'branch-not-configured': both('网点尚未配置', 'This branch is not set up yet'),
  'branch-closed': both('现在不在营业时间内', 'The branch is closed now'),
  'day-not-open': both('营业日尚未开始', 'The business day has not been opened'),
  'day-over': both('该营业日已经结束', 'That business day is over'),
  'day-already-open': both('营业日已经开始', 'The business day is already open'),
  'unknown-service': (facts) =>
    both(`没有业务“${one(facts, 'service')}”`, `Unknown service "${one(facts, 'service')}"; known: ${list(facts, 'known')}`),
  'unknown-segment': (facts) =>
    both(`没有客群“${one(facts, 'segment')}”`, `Unknown segment "${one(facts, 'segment')}"; known: ${list(facts, 'known')}`),
  'unknown-trait': (facts) =>
    both(`没有标签“${one(facts, 'trait')}”`, `Unknown trait "${one(facts, 'trait')}"; known: ${list(facts, 'known')}`),
  'unknown-line': (facts) =>
    both(`没有队列“${one(facts, 'line')}”`, `Unknown line "${one(facts, 'line')}"; known: ${list(facts, 'known')}`),
  'unknown-station': (facts) =>
    both(`没有服务点“${one(facts, 'station')}”`, `Unknown counter "${one(facts, 'station')}"; known: ${list(facts, 'known')}`),
  'unknown-person': (facts) => both(`没有员工“${one(facts, 'person')}”`, `Unknown member of staff "${one(facts, 'person')}"`),
  'unknown-ticket': both('没有这张号票，或已经办结', 'No such ticket in the lobby'),
  'unknown-appointment': both('没有这个预约', 'No such appointment'),
  'unknown-block': both('没有这段号码', 'No such number block'),
  'unknown-proposal': both('这条建议已经处理或过期', 'This proposal has been answered or has expired'),
  'unknown-strategy': both('叫号策略不可用', 'This calling strategy cannot be used'),
  'unknown-rule': both('没有这条规则', 'No such rule'),
  'unknown-series': (facts) =>
    both(`没有号段“${one(facts, 'series')}”`, `Unknown series "${one(facts, 'series')}"; known: ${list(facts, 'known')}`),
  'unknown-zone': (facts) =>
    both(`没有分区“${one(facts, 'zone')}”`, `Unknown zone "${one(facts, 'zone')}"; known: ${list(facts, 'known')}`),
  'unknown-help': both('没有这次求助，或已有人应答', 'There is no such call for help, or it has been answered'),
  'ticket-exists': both('这张号票已经存在', 'This ticket already exists'),
  'ticket-not-waiting': (facts) =>
    both(`${one(facts, 'number')} 不在等候`, `${one(facts, 'number')} is not waiting (${one(facts, 'status')})`),
  'ticket-not-called': (facts) => both(`${one(facts, 'number')} 未在叫号中`, `${one(facts, 'number')} is not being called`),
  'ticket-not-serving': (facts) =>
    both(`${one(facts, 'number')} 未在办理`, `${one(facts, 'number')} is not being served; start first`),
  'ticket-not-parked': (facts) => both(`${one(facts, 'number')} 未挂起`, `${one(facts, 'number')} is not parked`),
  'ticket-not-at-station': both('该号票不在本服务点', 'That ticket is not at this counter'),
  'ticket-being-served': (facts) => both(`${one(facts, 'number')} 正在办理`, `${one(facts, 'number')} is being served`),
  'ticket-already-present': (facts) => both(`${one(facts, 'number')} 已经到店`, `${one(facts, 'number')} has already arrived`),
  'counter-closed': (facts) =>
    both(`${one(facts, 'station')} 未开放，请先开放`, `Counter ${one(facts, 'station')} is closed; open it first`),
  'counter-already-open': (facts) => both(`${one(facts, 'station')} 已经开放`, `Counter ${one(facts, 'station')} is already open`),
  'counter-busy': (facts) =>
    both(`请先办结 ${one(facts, 'number')}`, `Counter ${one(facts, 'station')} is busy with ${one(facts, 'number')}`),
  'counter-idle': (facts) => both(`${one(facts, 'station')} 当前没有客户`, `Nobody is at counter ${one(facts, 'station')}`),
  'counter-paused': (facts) =>
    both(`${one(facts, 'station')} 已暂停，请先恢复`, `Counter ${one(facts, 'station')} is paused; unpause it first`),
  'counter-not-paused': (facts) => both(`${one(facts, 'station')} 没有暂停`, `Counter ${one(facts, 'station')} is not paused`),
  'station-cannot-serve': (facts) => both('本服务点不能办理该业务', `Counter ${one(facts, 'station')} cannot give this service`),
  'person-busy': (facts) => both(`${one(facts, 'person')} 正在服务客户`, `${one(facts, 'person')} is with a customer`),
  'person-not-present': (facts) => both(`${one(facts, 'person')} 未到岗`, `${one(facts, 'person')} is not present`),
  'person-already-present': (facts) => both(`${one(facts, 'person')} 已到岗`, `${one(facts, 'person')} is already present`),
  'person-on-break': (facts) => both(`${one(facts, 'person')} 正在休息`, `${one(facts, 'person')} is on a break`),
  'person-not-on-break': (facts) => both(`${one(facts, 'person')} 不在休息`, `${one(facts, 'person')} is not on a break`),
  'person-elsewhere': (facts) =>
    both(`${one(facts, 'person')} 在 ${one(facts, 'station')}`, `${one(facts, 'person')} works at ${one(facts, 'station')}`),
  'team-not-ready': both('所需人员尚未到齐', 'The people this service needs are not all free'),
  'team-complete': both('人员已经到齐', 'The team is already complete'),
  'no-route': both('没有可去的队列', 'No line takes this service here'),
  'number-out-of-order': (facts) => both('离线号码顺序不对', `The next number of this block is ${one(facts, 'expected')}`),
  'block-returned': both('这段号码已经归还', 'This number block has been returned'),
  'block-exists': both('这段号码已经存在', 'This number block already exists'),
  'proposal-exists': both('这条建议已经存在', 'This proposal already exists'),
  'appointment-not-open': (facts) => both('这个预约已经处理', `This appointment is ${one(facts, 'status')}`),
  'appointment-exists': both('这个预约已经存在', 'This appointment already exists'),
  'nothing-to-undo': both('没有可以撤销的操作', 'There is nothing to undo'),
  'undo-too-late': both('已过撤销时限', 'It is too late to undo this'),
  'effective-in-past': both('生效时间已过', 'The time it takes effect is in the past'),
  'config-invalid': both('配置有误', 'The configuration cannot be used'),
};

const host: Readonly<Record<HostCode, Message>> = {
  'bad-input': both('输入有误，请逐项检查', 'Some of the input is not right; see problems'),
  'malformed-json': both('请求内容不是有效的 JSON', 'The body is not valid JSON'),
  'not-json': both('请用 application/json 发送', 'Send the body as application/json'),
  'too-large': both('请求内容过大', 'The body is too large'),
  'no-token': both('请提供令牌', 'Send a token: Authorization: Bearer …'),
  'bad-token': both('令牌无效或已撤销', 'The token is not known or has been revoked'),
  'role-may-not': (facts) => both('此角色不能执行该操作', `Role ${one(facts, 'role')} may not do this`),
  'foreign-origin': both('来源页面不被允许', 'Pages of this origin may not do this; see TINGTANG_ORIGINS'),
  'other-counter': (facts) => both(`您的窗口是 ${one(facts, 'yours')}`, `Your counter is ${one(facts, 'yours')}`),
  'one-counter-at-a-time': (facts) => both(`请先关闭 ${one(facts, 'yours')}`, `You work at ${one(facts, 'yours')}; close it first`),
  'counter-of-another': (facts) => both(`${one(facts, 'counter')} 由他人使用`, `Somebody else works at ${one(facts, 'counter')}`),
  'devices-only': both('大堂经理只能操作智能设备', 'Greeters start and end device use only'),
  'other-ticket': both('您只能操作自己的号票', 'You may only touch your own ticket'),
  'ticket-over': (facts) => both(`${one(facts, 'number')} 已经结束`, `${one(facts, 'number')} is over (${one(facts, 'status')})`),
  'other-person': (facts) =>
    one(facts, 'yours') === ''
      ? both('这个通行码没有写明是谁，不能为人上岗下岗', 'This pass names nobody, so nobody can join or leave with it')
      : both(
          `这个通行码属于 ${one(facts, 'yours')}，只能为其操作`,
          `This pass is ${one(facts, 'yours')}'s and acts for nobody else`,
        ),
  'not-found': both('没有这个地址', 'There is nothing at this address'),
  'unknown-branch': both('没有这个网点', 'There is no such branch'),
  'unknown-event': both('没有这条流水', 'There is no such event'),
  'unknown-day': both('没有这一天的流水', 'There is no journal of this day'),
  'unknown-contact': both('没有这条联系方式', 'There is no such contact'),
  'unknown-token': both('没有这个令牌', 'There is no such token'),
  'key-in-flight': both('同一请求正在处理', 'A request with this key is under way; ask again'),
  'key-reused': both('同一请求编号用于了不同内容', 'This key was used for another request'),
  'too-many-tickets': both('取号过于频繁，请稍后再试', 'Too many tickets at once; try again shortly'),
  unavailable: both('系统暂时无法保存，请稍后再试', 'This cannot be kept just now; nothing was done. Try again'),
  internal: both('系统出错，已记录', 'Something went wrong here; it has been recorded'),
};

const messages: Readonly<Record<RefusalCode | HostCode, Message>> = { ...refusals, ...host };

export function messageOf(code: RefusalCode | HostCode, facts: Facts): Names {
  const message = messages[code];
  return typeof message === 'function' ? message(facts) : message;
}
