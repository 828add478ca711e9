import type { TicketStatusName } from '../terms.ts';

/** What the phone ticket says, in Chinese. */
export const ticketZh = {
  title: '我的号票',
  status: {
    waiting: '等候中',
    called: '请您办理',
    serving: '办理中',
    parked: '稍候',
    'no-show': '已过号',
    done: '已办结',
    abandoned: '已取消',
    void: '已作废',
  } satisfies Record<TicketStatusName, string>,
  next: '下一位就是您',
  nextHint: '请留意叫号',
  comeTo: (place: string) => `请到${place}`,
  servingAt: (place: string) => `正在${place}办理`,
  parkedHint: '工作人员会再次呼叫您，请留在厅内',
  noShowHint: '请到大堂经理处，我们为您重新安排',
  doneHint: '感谢您的光临',
  abandonedHint: '如需办理，请重新取号',
  leave: '不等了',
  leaveSure: '确定不等了吗？号码会作废',
  leaveYes: '确定不等了',
  leaving: '即将取消这个号码',
  leaveUndo: '撤销，继续等候',
  leaveNo: '继续等候',
  unknown: '没有找到这张号票',
  unknownNext: '它可能已过当日。如需办理，请重新取号。',
  waitIn: '等候区域',
  service: '办理业务',
};
