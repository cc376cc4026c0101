import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { membersSearch, peopleSearch } from '../searches/people.ts';
import { root } from './root.ts';

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../pages/people/people.tsx'), 'People'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('../pages/people/person.tsx'), 'Person'),
});

const myRecord = createRoute({
  getParentRoute: () => root,
  path: '/my-record',
  component: lazyRouteComponent(() => import('../pages/people/person.tsx'), 'MyRecord'),
});

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import('../pages/members/members.tsx'), 'Members'),
});

export const peopleRoutes = [people, person, myRecord, members] as const;
