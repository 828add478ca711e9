import type { Route } from '../route.ts';
import { appointmentRoutes } from './appointments.ts';
import { boardRoutes } from './board.ts';
import { counterRoutes } from './counters.ts';
import { explainRoutes } from './explain.ts';
import { exportRoutes } from './export.ts';
import { helpRoutes } from './help.ts';
import { numberBlockRoutes } from './number-blocks.ts';
import { placeRoutes } from './places.ts';
import { printerRoutes } from './printer.ts';
import { ruleRoutes } from './rules.ts';
import { staffRoutes } from './staff.ts';
import { ticketRoutes } from './tickets.ts';
import { setupRoutes } from './tokens.ts';

/** Every route under `/api/branches/:branch`. */
export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...placeRoutes,
  ...counterRoutes,
  ...staffRoutes,
  ...appointmentRoutes,
  ...numberBlockRoutes,
  ...helpRoutes,
  ...printerRoutes,
  ...ruleRoutes,
  ...boardRoutes,
  ...explainRoutes,
  ...exportRoutes,
  ...setupRoutes,
];
