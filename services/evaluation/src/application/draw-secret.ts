import type { OrderCommitted } from '../domain/contest/facts.ts';
import type { DealCommitted } from '../domain/deal/facts.ts';
import { commitmentOf } from '../domain/round/decide-tally.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { DrawSecret, OrderSecrets } from '../domain/round/draw-secrets.ts';
import type { Evaluation } from './evaluation.ts';
import { roundCodec } from './round-codec.ts';
import { roundStream } from './streams.ts';

/** A secret for a round's draws that nobody can guess, and what commits to it. */
export const newDrawSecret = ({ random }: Pick<Evaluation, 'random'>): DrawSecret => {
  const secret = random();
  return { secret, commitment: commitmentOf(secret) };
};

/** What the order of a contest would be drawn from now, or entries dealt out from, and the time after; the secret is empty where nobody committed to one. */
export const orderSecretsOf = async (
  evaluation: Pick<Evaluation, 'ground' | 'random'>,
  roundId: string,
): Promise<OrderSecrets> => {
  const { ground } = evaluation;
  const events = await ground.store.readStream(roundStream(roundId));
  const committed = events.findLast(({ type }) => type === 'OrderCommitted.v1' || type === 'DealCommitted.v1');
  const next = newDrawSecret(evaluation);
  if (committed === undefined) return { secret: '', next };
  const { data } = (await roundCodec(ground.privacy).fromStored(committed)) as OrderCommitted | DealCommitted;
  return { secret: data.secret, next };
};

/** The secret that the round committed to; empty where it did not yet. */
export const drawSecretOf = async ({ ground }: Pick<Evaluation, 'ground'>, roundId: string): Promise<string> => {
  const events = await ground.store.readStream(roundStream(roundId));
  const frozen = events.find(({ type }) => type === 'RulesFrozen.v1');
  if (frozen === undefined) return '';
  const fact = (await roundCodec(ground.privacy).fromStored(frozen)) as Extract<RoundFact, { type: 'RulesFrozen.v1' }>;
  return fact.data.drawSecret;
};
