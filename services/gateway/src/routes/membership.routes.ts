import { peopleOrders } from './people-orders.routes.ts';
import { peopleQuestions } from './people-questions.routes.ts';
import { roleHolderRoutes } from './role-holders.routes.ts';
import type { Route } from './route.ts';

export const membershipRoutes: readonly Route[] = [...peopleQuestions, ...peopleOrders, ...roleHolderRoutes];
