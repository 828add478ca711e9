import type { Names } from '../../lobby/branch/names.ts';
import type { Role } from '../../lobby/branch/service.ts';

/** Roles as charts call them: one person, and all of them. */
export const roleNames: Readonly<Record<Role, { readonly one: Names; readonly all: Names }>> = {
  teller: { one: { zh: '柜员', en: 'Teller' }, all: { zh: '柜员', en: 'Tellers' } },
  advisor: { one: { zh: '理财经理', en: 'Advisor' }, all: { zh: '理财经理', en: 'Advisors' } },
  greeter: { one: { zh: '大堂经理', en: 'Greeter' }, all: { zh: '大堂经理', en: 'Greeters' } },
};
