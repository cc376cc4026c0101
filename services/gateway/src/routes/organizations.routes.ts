import type { Route } from './route.ts';

export const organizationsRoutes: readonly Route[] = [];
