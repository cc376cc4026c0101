import type { Route } from './route.ts';

export const evaluationRoutes: readonly Route[] = [];
