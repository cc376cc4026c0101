import { editionRoutes } from './merit-projects/edition-routes.ts';
import { entryRoutes } from './merit-projects/entry-routes.ts';
import { questionRoutes } from './merit-projects/question-routes.ts';
import { reviewRoutes } from './merit-projects/review-routes.ts';
import type { Route } from './route.ts';

export const meritProjectsRoutes: readonly Route[] = [
  ...editionRoutes,
  ...entryRoutes,
  ...reviewRoutes,
  ...questionRoutes,
];
