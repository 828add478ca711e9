import { expect, it } from 'vitest';
import { demoBranch } from '../../../server/demo/branch.ts';
import { slipPicture, slipText } from '../../../server/print/preview.ts';
import { slipOf } from '../../../server/print/slip.ts';
import { issued, phonePage, slipNumbered } from './slips.ts';

it('shows a slip as text, as it stands on the paper', () => {
  expect(slipText(slipNumbered('A012'), 58)).toMatchSnapshot();
});

it('draws a slip as a picture in which configured names are texts, and which loads nothing', () => {
  const names = { zh: '<script>alert(1)</script>', en: '"><image href=x onerror=alert(1)>' };
  const picture = slipPicture(slipOf({ ...demoBranch, names }, issued, phonePage), 80);
  expect(picture).toMatch(/^<svg width="576px"/);
  expect(picture).not.toMatch(/<script|<image|onerror=|@import/);
});
