interface Span {
  readonly from: number;
  readonly to: number;
}

/** "Tickets are issued within opening hours: from the opening minute on, up to the closing one." Times in ms. */
export const isOpenAt = (hours: readonly Span[], nowMs: number): boolean =>
  hours.some(({ from, to }) => nowMs >= from && nowMs < to);

/**
 * "Customers who wait inside at closing time are served. Who works to the end of the opening hours stays until nobody waits
 * whom they can serve; a shift that ends earlier ends as planned." `waiting`: tickets this person or station can serve, of
 * customers in the lobby.
 */
export const staysAfterClosing = (shiftEndsAt: number, closesAt: number, waiting: number): boolean =>
  shiftEndsAt >= closesAt && waiting > 0;
