import { createRoute } from '@tanstack/react-router';
import { Home } from '../pages/work/home.tsx';
import { root } from './root.ts';

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

export const workRoutes = [home] as const;
