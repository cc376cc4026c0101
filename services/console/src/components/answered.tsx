import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Shows an answer once it is there, and until then that it comes or why it does not. */
export const Answered = <T,>({
  query,
  children,
}: Readonly<{ query: UseQueryResult<T>; children: (answer: T) => ReactNode }>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ProblemNotice error={query.error} again={() => void query.refetch()} />;
  return <Loading />;
};
