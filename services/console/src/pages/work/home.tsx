import { useQuery } from '@tanstack/react-query';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Visitor } from '../public/visitor.tsx';
import { Work } from './work.tsx';

/** Whoever is signed in sees his work; everybody else what is public. */
export const Home = () => (
  <Answered query={useQuery(me)}>{(who) => (who === null ? <Visitor /> : <Work who={who} />)}</Answered>
);
