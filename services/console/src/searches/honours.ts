import { type Given, text } from './given.ts';

export type AwardedSearch = Readonly<{
  q?: string | undefined;
  year?: string | undefined;
  kind?: string | undefined;
  award?: string | undefined;
  standing?: string | undefined;
}>;
export const awardedSearch = ({ q, year, kind, award, standing }: Given): AwardedSearch => ({
  q: text(q),
  year: text(year),
  kind: text(kind),
  award: text(award),
  standing: text(standing),
});

export type NamingSearch = Readonly<{
  q?: string | undefined;
  reading?: string | undefined;
  reason?: string | undefined;
}>;
export const namingSearch = ({ q, reading, reason }: Given): NamingSearch => ({
  q: text(q),
  reading: text(reading),
  reason: text(reason),
});
