import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectsSearch } from '../searches/projects.ts';
import { root } from './root.ts';

const latestProjects = createRoute({
  getParentRoute: () => root,
  path: '/entries',
  component: lazyRouteComponent(() => import('../pages/projects/latest-projects.tsx'), 'LatestProjects'),
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/editions/$editionId/entries',
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import('../pages/projects/projects.tsx'), 'Projects'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/entries/$entryId',
  component: lazyRouteComponent(() => import('../pages/projects/project.tsx'), 'Project'),
});

export const projectRoutes = [latestProjects, projects, project] as const;
