import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.ts';
import { StandingMark } from './standing-mark.tsx';

type Line = Pick<Schemas['Entry'], 'entryId' | 'title' | 'standing'>;

/** What was put forward already, each with the way to it and how it stands. */
export const EntryLines = ({ items }: Readonly<{ items: readonly Line[] }>) => (
  <ul>
    {items.map(({ entryId, title, standing }) => (
      <li key={entryId}>
        <Link to="/entries/$entryId" params={{ entryId }}>
          {title}
        </Link>{' '}
        <StandingMark standing={standing} />
      </li>
    ))}
  </ul>
);
