import type { Command } from '../command/command.ts';
import type { Draft } from '../journal/event.ts';
import type { Refusal } from '../refusal.ts';
import type { LobbyState } from '../state.ts';
import { type Act, beginAct } from './act.ts';
import * as appointment from './appointment.ts';
import * as call from './call.ts';
import * as day from './day.ts';
import * as elastic from './elastic.ts';
import * as help from './help.ts';
import { issue } from './issue.ts';
import * as block from './number-block.ts';
import * as serve from './serve.ts';
import * as staff from './staff.ts';
import * as station from './station.ts';
import * as ticket from './ticket.ts';
import { undo } from './undo.ts';

/** The core's answer to a command: the facts that follow (possibly none), or why not. Pure: time is an argument. */
export function decide(state: LobbyState, command: Command, nowMs: number): readonly Draft[] | Refusal {
  const act = beginAct(state, nowMs);
  return handle(act, command) ?? act.drafts;
}

function handle(act: Act, command: Command): Refusal | null {
  switch (command.type) {
    case 'issue':
      return issue(act, command);
    case 'route':
      return ticket.route(act, command);
    case 'greet':
      return ticket.greet(act, command);
    case 'arrive':
      return ticket.arrive(act, command);
    case 'abandon':
    case 'void':
      return ticket.leave(act, command);
    case 'transfer':
      return ticket.transfer(act, command);
    case 'open':
      return station.open(act, command);
    case 'close':
      return station.close(act, command);
    case 'pause':
      return station.pause(act, command);
    case 'unpause':
      return station.unpause(act, command);
    case 'ready':
      return station.ready(act, command);
    case 'call-next':
      return call.callNext(act, command);
    case 'call':
      return call.callTicket(act, command);
    case 'recall':
      return call.recall(act, command);
    case 'resume':
      return call.resume(act, command);
    case 'start':
      return serve.start(act, command);
    case 'finish':
      return serve.finish(act, command);
    case 'no-show':
      return serve.noShow(act, command);
    case 'park':
      return serve.park(act, command);
    case 'join-team':
      return serve.joinTeam(act, command);
    case 'leave-team':
      return serve.leaveTeam(act, command);
    case 'undo':
      return undo(act, command);
    case 'staff-join':
      return staff.staffJoin(act, command);
    case 'staff-leave':
      return staff.staffLeave(act, command);
    case 'break-start':
      return staff.breakStart(act, command);
    case 'break-end':
      return staff.breakEnd(act, command);
    case 'configure':
      return day.configure(act, command);
    case 'adopt-plan':
      return day.adoptPlan(act, command);
    case 'change-strategy':
      return day.changeStrategy(act, command);
    case 'open-day':
      return day.openDay(act, command);
    case 'close-day':
      return day.closeDay(act);
    case 'lease-block':
      return block.leaseBlock(act, command);
    case 'return-block':
      return block.returnBlock(act, command);
    case 'book':
      return appointment.book(act, command);
    case 'change-appointment':
      return appointment.changeAppointment(act, command);
    case 'cancel-appointment':
    case 'miss-appointment':
      return appointment.endAppointment(act, command);
    case 'propose-elastic':
      return elastic.proposeElastic(act, command);
    case 'answer-elastic':
      return elastic.answerElastic(act, command);
    case 'request-help':
      return help.requestHelp(act, command);
    case 'answer-help':
      return help.answerHelp(act, command);
    default:
      return assertNever(command);
  }
}

function assertNever(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`);
}
