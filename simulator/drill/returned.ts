import type { Customer } from './customer.ts';
import type { Hall } from './hall.ts';

interface Parked {
  readonly customer: Customer;
  /** Where, and by whom, the service was interrupted; null: the station worked with its own skills. */
  readonly station: string;
  readonly lead: string | null;
}

/** 暂挂: customers who were sent away in the middle of a service and are back, in the order in which they came (Y24). */
export class Returned {
  private readonly hall: Hall;
  private readonly back: Parked[] = [];

  constructor(hall: Hall) {
    this.hall = hall;
  }

  get isEmpty(): boolean {
    return this.back.length === 0;
  }

  /** The customer is sent away from a station, and will be back. */
  expect(customer: Customer, station: string): void {
    const lead = this.hall.station(station).staff[0] ?? null;
    customer.goAway(() => this.back.push({ customer, station, lead }));
  }

  /** Those who may go on at a station: there, or anywhere when whoever served them has gone. */
  whoMayGoTo(station: string): readonly Customer[] {
    return this.back.filter((one) => one.station === station || !this.isThere(one)).map(({ customer }) => customer);
  }

  goesOn(customer: Customer): void {
    this.back.splice(
      this.back.findIndex((one) => one.customer === customer),
      1,
    );
  }

  private isThere({ lead, station }: Parked): boolean {
    const { staff, status } = this.hall.station(station);
    return status !== 'closed' && (staff[0] ?? null) === lead;
  }
}
