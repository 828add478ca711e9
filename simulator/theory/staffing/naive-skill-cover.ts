/**
 * The least cost of covering each skill's requirement when a flexible person is counted fully in every skill at the same time: with f
 * flexible people skill k needs r_k − f more. A mistake made in practice, kept as a named baseline to compare with: one person
 * serves one skill at a time, so the cover it finds is too small whenever several skills are needed at once.
 */
export function naiveSkillCover(required: readonly number[], costOf: readonly number[], flexibleCost: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let flexible = 0; flexible <= Math.max(...required); flexible++) {
    const others = required.reduce((sum, need, at) => sum + Math.max(0, need - flexible) * costOf[at]!, 0);
    least = Math.min(least, flexible * flexibleCost + others);
  }
  return least;
}
