import type { Names } from '../branch/names.ts';

/**
 * Why a ticket was sent where it was: the stable codes of `need-routed.reason`. A recorded journal holds them, so a code is
 * never renamed and never given a second meaning. The last group is for a person who chose otherwise than the policy.
 */
export const routeReasons = {
  'first-open': { zh: '按业务引导至已开放的服务方式', en: 'The first way to do this service that is open now' },
  'none-open': { zh: '暂无开放，先按常规方式排队', en: 'Nothing for this service is open yet; its usual way' },
  'least-wait': { zh: '预计等候最短', en: 'The shortest expected wait' },
  'device-able': { zh: '可自助办理，优先智能设备', en: 'Can be done at a device' },
  'device-assisted': { zh: '由大堂经理协助使用智能设备', en: 'At a device, with a greeter beside the customer' },
  'device-exempt': { zh: '照顾客群，不引导至智能设备', en: 'Is not sent to a device' },
  'device-not-open': { zh: '智能设备未开放或无人协助', en: 'No device is open, or nobody is there to assist' },
  'device-not-offered': { zh: '该业务不能在智能设备办理', en: 'This service is not offered at a device' },
  'customer-wish': { zh: '客户要求', en: 'The customer asked for it' },
  'needs-help': { zh: '客户需要人工帮助', en: 'The customer needs a person' },
  'shorter-line': { zh: '大堂经理调整至较短队列', en: 'A greeter chose a shorter line' },
  'greeter-choice': { zh: '大堂经理安排', en: 'A greeter decided' },
} as const satisfies Record<string, Names>;

export type RouteReason = keyof typeof routeReasons;
export const routeReasonCodes = Object.keys(routeReasons) as readonly RouteReason[];
