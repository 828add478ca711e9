/** Traits a customer may claim at a kiosk: each a courtesy anyone may need, shown where the branch declares it. The rest are for staff to set. */
export const courtesyTraits: ReadonlySet<string> = new Set([
  'senior',
  'care',
  'disabled',
  'pregnant',
  'infant',
  'military',
  'veteran',
]);
