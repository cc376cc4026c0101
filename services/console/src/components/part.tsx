import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from './answered.tsx';

/** One part of a page, with its own answer: what one may not see, or what is away, leaves the rest standing. */
export const Part = <T,>({
  id,
  title,
  query,
  actions,
  children,
}: Readonly<{
  id: string;
  title: string;
  query: UseQueryResult<T>;
  actions?: ReactNode;
  children: (answer: T) => ReactNode;
}>) => (
  <section className="part" aria-labelledby={id}>
    <div className="part-head">
      <h2 id={id}>{title}</h2>
      {actions}
    </div>
    <Answered query={query}>{children}</Answered>
  </section>
);
