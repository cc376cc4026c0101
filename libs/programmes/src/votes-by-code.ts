import type { Template } from './template/template.ts';

type SecretBallot = Extract<Template['sources'][string], { kind: 'ballot' }>;

/** Whether the public votes by codes that the office prints: each gives one token. */
export const isByCode = (
  { electorates, box }: Pick<SecretBallot, 'electorates' | 'box'>,
  { parties }: Pick<Template, 'parties'>,
): boolean =>
  !box &&
  electorates.some(({ who }) => {
    const party = parties[who];
    return party?.role === 'public' && party.scope === 'code';
  });

/**
 * A code is good for one level about one entry: who has it nobody knows, so that he is in no other group, and nobody could say of how many
 * people those who voted are a share.
 */
export const isHeldByCode = ({ electorates, questions = [], pick, controls, own, turnout }: SecretBallot): boolean =>
  electorates.length === 1 &&
  electorates.every(({ scope, merge }) => scope === 'entry' && merge === undefined) &&
  questions.length < 2 &&
  pick === undefined &&
  controls === undefined &&
  own === 'allow' &&
  turnout === '0%';
