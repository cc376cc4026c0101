import type { Route } from './route.ts';

export const membershipRoutes: readonly Route[] = [];
