import { describe, expect, it } from 'vitest';
import { normalShare } from '../../../simulator/theory/numeric/normal.ts';
import { familyConfidence, largestZ } from '../../../simulator/validation/sidak.ts';

describe('the family-wise limit', () => {
  it('keeps all of m independent quantities within it with 99.9 %', () => {
    for (const family of [1, 10, 200]) {
      const limit = largestZ(family, 1e7);
      expect((1 - 2 * normalShare(-limit)) ** family).toBeCloseTo(familyConfidence, 6);
    }
  });

  it('is wider for a larger family, and for fewer sections', () => {
    expect(largestZ(100, 99)).toBeGreaterThan(largestZ(10, 99));
    expect(largestZ(100, 24)).toBeGreaterThan(largestZ(100, 99));
    expect(largestZ(0, 99)).toBe(largestZ(1, 99));
  });
});
