/** Fields of a plan file (方案). */
export const planWords: Readonly<Record<string, string>> = {
  'plan.roster': 'Shifts (班次): who works when.',
  'plan.calling': "Calling strategy (叫号策略); the branch's own when absent.",
  'plan.greeting': "Greeting policy (引导分流策略); the branch's own when absent.",
  'plan.elastic': "Elastic rules (弹性窗口); the branch's own when absent.",
  'roster.person': 'Id of a declared person; anonymous staff of the role when absent.',
  'roster.skills': "Skills of who works it; the person's, or all of the role, when absent.",
  'roster.station': 'Station worked; the first free able one when absent.',
  'roster.count': 'Interchangeable people on this shift.',
  'roster.breaks': 'Breaks (休息) within the shift.',
};
