import { describe, expect, it } from '@jest/globals';
import type { Fact, StoredEvent } from '@jiangong/event-store';
import { ERASED, fieldCodec, inMemoryKeyVault } from '@jiangong/privacy';

type Registered = Fact<'PersonRegistered.v1', { personId: string; name: string; phone?: string }>;
type Moved = Fact<'PersonMoved.v1', { personId: string; organizationId: string }>;

const CANARY = '金丝雀七七八八';
const stream = 'membership.person-p1';

const vault = inMemoryKeyVault();
const personKey = ({ personId }: { personId: string }) => `person/${personId}` as const;
const sealedFields = { 'PersonRegistered.v1': { name: personKey, phone: personKey } } as const;
const codec = fieldCodec<Registered | Moved>(vault, sealedFields);

const stored = (fact: Fact, at = stream): StoredEvent =>
  ({ stream: at, type: fact.type, data: JSON.parse(JSON.stringify(fact.data)) }) as StoredEvent;

describe('field codec', () => {
  const fact: Registered = { type: 'PersonRegistered.v1', data: { personId: 'p1', name: CANARY } };

  it('keeps the plaintext out of the stored bytes and gives it back', async () => {
    const sealed = await codec.toStored(fact, stream);
    const bytes = JSON.stringify(sealed);
    for (const trace of [
      CANARY,
      Buffer.from(CANARY).toString('base64url').slice(0, 12),
      Buffer.from(CANARY).toString('hex'),
    ])
      expect(bytes).not.toContain(trace);
    expect(await codec.fromStored(stored(sealed))).toEqual(fact);
  });

  it('leaves absent fields absent and other facts as they are', async () => {
    const moved: Moved = { type: 'PersonMoved.v1', data: { personId: 'p1', organizationId: 'o1' } };
    expect(await codec.toStored(moved, stream)).toEqual(moved);
    expect(await codec.fromStored(stored(moved))).toEqual(moved);
    expect((await codec.toStored(fact, stream)).data).not.toHaveProperty('phone');
  });

  it('does not open a field that was moved to another stream or field', async () => {
    const sealed = await codec.toStored({ ...fact, data: { ...fact.data, phone: '13800000000' } }, stream);
    await expect(codec.fromStored(stored(sealed, 'membership.person-p2'))).rejects.toThrow();
    const data = sealed.data as Record<string, unknown>;
    await expect(
      codec.fromStored(stored({ type: fact.type, data: { ...data, name: data['phone'] } })),
    ).rejects.toThrow();
  });

  it('gives a kept state nothing that is sealed, and no kept state at all where it was not asked for', async () => {
    const keeping = fieldCodec<Registered | Moved>(vault, sealedFields, { keepsStates: true });
    expect(keeping.forState?.(stored(await keeping.toStored(fact, stream)))).toEqual({
      type: fact.type,
      data: { personId: fact.data.personId },
    });
    expect(codec.forState).toBeUndefined();
  });

  it('refuses a stored field in the clear', async () => {
    await expect(codec.fromStored(stored(fact))).rejects.toThrow('unsealed');
  });

  it('marks the fields of an erased person', async () => {
    const other: Registered = { type: 'PersonRegistered.v1', data: { personId: 'p9', name: CANARY } };
    const sealed = await codec.toStored(other, 'membership.person-p9');
    await vault.destroy('person/p9');
    expect(await codec.fromStored(stored(sealed, 'membership.person-p9'))).toEqual({
      ...other,
      data: { personId: 'p9', name: ERASED },
    });
  });
});
