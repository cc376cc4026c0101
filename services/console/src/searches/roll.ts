import { type Given, text } from './given.ts';

export const ROLL_STANDINGS = ['on', 'off'] as const;
export type RollStanding = (typeof ROLL_STANDINGS)[number];

export type RollSearch = Readonly<{ standing?: RollStanding | undefined; q?: string | undefined }>;
export const rollSearch = ({ standing, q }: Given): RollSearch => ({
  standing: ROLL_STANDINGS.find((known) => known === standing),
  q: text(q),
});
