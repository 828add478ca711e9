import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { rosterCsv } from '../../../simulator/staffing/files/roster-csv.ts';
import { rosterIcs } from '../../../simulator/staffing/files/roster-ics.ts';

const { roster } = planSchema.parse({
  v: 1,
  id: 'plan',
  roster: [
    { role: 'teller', person: 'T01', from: '09:00', to: '17:00', breaks: [{ from: '12:00', to: '13:00' }] },
    { role: 'advisor', count: 2, from: '10:00', to: '24:00' },
  ],
});

describe('a roster as files', () => {
  it('CSV: one line a shift', () => {
    expect(rosterCsv(roster)).toBe(
      'role,person,people,from,to,breaks\r\nteller,T01,1,09:00,17:00,12:00-13:00\r\nadvisor,,2,10:00,24:00,\r\n',
    );
  });

  it('CSV: no field is taken for a formula', () => {
    expect(rosterCsv([{ ...roster[0]!, person: '=1+1,"x"' }])).toContain(`"'=1+1,""x"""`);
  });

  it('ICS: one event a person, at local time, in lines of at most 75 octets', () => {
    const text = rosterIcs(roster, { date: '2026-11-23', zone: 'Asia/Shanghai', branch: 'a-branch-with-a-long-code' });
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261123T090000');
    expect(new Set(text.match(/UID:.*/g)).size).toBe(3);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});
