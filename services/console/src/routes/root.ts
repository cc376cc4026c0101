import { createRootRoute } from '@tanstack/react-router';
import { Missing } from '../components/astray.tsx';
import { Shell } from '../components/shell.tsx';

export const root = createRootRoute({ component: Shell, notFoundComponent: Missing });
