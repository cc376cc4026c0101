import type { Route } from './route.ts';

export const meritProjectsRoutes: readonly Route[] = [];
