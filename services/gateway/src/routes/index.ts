import { auditRoutes } from './audit.routes.ts';
import { evaluationRoutes } from './evaluation.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { meritProjectsRoutes } from './merit-projects.routes.ts';
import { membershipRoutes } from './membership.routes.ts';
import { notificationsRoutes } from './notifications.routes.ts';
import { operationsRoutes } from './operations.routes.ts';
import { organizationsRoutes } from './organizations.routes.ts';
import { repairsRoutes } from './repairs.routes.ts';
import type { Route } from './route.ts';
import { schemaRoutes } from './schemas.routes.ts';
import { traceRoutes } from './traces.routes.ts';

/** Every route that is a gRPC call, service by service; those of operations ask all services. The gateway's own routes stand in `adapters/http`. */
export const serviceRoutes: readonly Route[] = [
  ...organizationsRoutes,
  ...membershipRoutes,
  ...meritProjectsRoutes,
  ...historyRoutes,
  ...evaluationRoutes,
  ...notificationsRoutes,
  ...auditRoutes,
  ...operationsRoutes,
  ...repairsRoutes,
  ...traceRoutes,
  ...schemaRoutes,
];
