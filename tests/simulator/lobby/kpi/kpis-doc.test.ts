import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aboutKpi, anyKpiIds } from '../../../../simulator/lobby/kpi/any-kpi.ts';

test('docs/kpis.md defines every KPI as the code does, in both languages', () => {
  const doc = readFileSync(new URL('../../../../docs/kpis.md', import.meta.url), 'utf8');
  for (const id of anyKpiIds) {
    const { names, definition } = aboutKpi(id);
    expect(doc).toContain(`| \`${id}\` | ${names.zh}<br>${names.en} | ${definition.zh}<br>${definition.en} |`);
  }
});
