import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isPassing } from './api/problem.ts';
import { Look } from './components/look.tsx';
import './look/look.css';
import './look/print.css';
import { router } from './router.ts';
import { beginSpeaking } from './words/speak.ts';

const TRIES_MAX = 3;
const FRESH_MS = 10_000;

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: (tries, error) => isPassing(error) && tries < TRIES_MAX },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the console');
await beginSpeaking();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
