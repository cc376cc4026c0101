import type { Fact } from '@jiangong/event-store';
import type { FactSamples } from '@jiangong/event-store/testing';

type Keys = Readonly<Record<string, Readonly<{ prose: (data: never) => string }> | undefined>>;

/** What stands in the log: prose as ciphertext under the key that the codec takes. The golden file keeps its form, not a text. */
const stored = <D>(type: string, data: D, keys: Keys): D => {
  const keyOf = keys[type]?.prose;
  if (!keyOf) return data;
  const prose = {
    keyId: keyOf(data as never),
    nonce: 'AAAAAAAAAAAAAAAA',
    ciphertext: 'c2VhbGVkLXRleHQtd2l0aC1pdHMtdGFn',
  };
  return { ...data, prose };
};

/** Facts as they stand in the log, by type. */
export const samplesOf = <F extends Fact>(facts: readonly F[], keys: Keys): FactSamples<F> =>
  Object.fromEntries(facts.map(({ type, data }) => [type, stored(type, data, keys)])) as FactSamples<F>;
