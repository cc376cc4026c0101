import type { Actor, EventStore, Fact } from '@jiangong/event-store';
import { appendAs } from '@jiangong/messaging/testing';
import fc from 'fast-check';
import { founded } from './audit-stage.ts';

/** What may happen in a generated world; numbers choose among what is there. */
export type Act = Readonly<{ kind: (typeof KINDS)[number]; one: number; other: number; hour: number }>;

const KINDS = [
  ...['found', 'found', 'move', 'classify', 'register', 'move-person', 'erase'],
  ...[
    'of-organization',
    'of-person',
    'of-entries',
    'of-edition',
    'of-platform',
    'read-person',
    'read-entry',
    'read-stream',
  ],
] as const satisfies readonly string[];

export const acts = (seed: number, count: number): readonly Act[] =>
  fc.sample(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      one: fc.nat(10_000),
      other: fc.nat(10_000),
      hour: fc.nat(24 * 60),
    }),
    { seed, numRuns: count },
  );

type About = Readonly<{ kind: 'organization' | 'person'; id: string }> | null;

const ROOT = 'o0';

/** The world as it is meant, kept beside the log as plainly as can be, and told to the log. */
export class TreeWorld {
  readonly parents = new Map<string, string | null>();
  readonly homes = new Map<string, string>();
  readonly classified = new Set<string>();
  /** Of each event of the log, by position: whom it is about, and when it happened. */
  readonly told: Readonly<{ position: number; stream: string; at: string }>[] = [];
  readonly about = new Map<string, About>();
  private people = 0;
  private reads = 0;
  private readonly store: EventStore;

  constructor(store: EventStore) {
    this.store = store;
  }

  async begin(): Promise<void> {
    this.parents.set(ROOT, null);
    await this.tell(`organizations.organization-${ROOT}`, ROOT, 0, founded(ROOT));
  }

  organizations(): readonly string[] {
    return [...this.parents.keys()];
  }

  /** From the root down, each closed by a slash. */
  pathOf(id: string): string {
    const parent = this.parents.get(id);
    return `${parent ? this.pathOf(parent) : '/'}${id}/`;
  }

  /** Where the events of a stream stand now: the naive rule. */
  standsAt(stream: string): string {
    const about = this.about.get(stream) ?? null;
    const id = about?.kind === 'person' ? this.homes.get(about.id) : about?.id;
    return this.pathOf(id ?? ROOT);
  }

  isHiddenFrom(path: string, grantPaths: readonly string[]): boolean {
    const marked = [...this.classified].some((id) => path.startsWith(this.pathOf(id)));
    return marked && !grantPaths.some((grant) => path.startsWith(grant));
  }

  async act({ kind, one, other, hour }: Act): Promise<void> {
    const organizations = this.organizations();
    const at = organizations[one % organizations.length] as string;
    const by = organizations[other % organizations.length] as string;
    const person = this.homes.size === 0 ? undefined : [...this.homes.keys()][one % this.homes.size];
    switch (kind) {
      case 'found':
        return this.found(at, by, hour);
      case 'move':
        return this.move(at, by, hour);
      case 'classify':
        return this.classify(at, hour);
      case 'register':
        return this.register(at, hour);
      case 'move-person':
        return person === undefined ? undefined : this.movePerson(person, by, hour);
      case 'erase':
        return person === undefined || one % 3 > 0 ? undefined : this.erase(person, hour);
      case 'read-person':
        return person === undefined
          ? undefined
          : this.read({ kind: 'person', id: person }, 'person', person, { by, hour });
      case 'read-entry':
        return this.about.get(`merit-projects.entries-${at}`)
          ? this.read({ kind: 'organization', id: at }, 'entry', `entry-${at}`, { by, hour })
          : undefined;
      case 'read-stream':
        return this.about.get(`merit-projects.edition-${at}`)
          ? this.read({ kind: 'organization', id: at }, 'edition', at, { by, hour })
          : undefined;
      default:
        return this.happen(kind, { at, by, person, hour });
    }
  }

  private async happen(
    kind: Act['kind'],
    { at, by, person, hour }: Readonly<{ at: string; by: string; person: string | undefined; hour: number }>,
  ): Promise<void> {
    const fact = (data: object): Fact => ({ type: 'Happened.v1', data });
    switch (kind) {
      case 'of-organization':
        return this.tell(`organizations.organization-${at}`, by, hour, fact({}));
      case 'of-person':
        return person === undefined ? undefined : this.tell(`notifications.inbox-${person}`, by, hour, fact({}));
      case 'of-entries':
        this.about.set(`merit-projects.entries-${at}`, { kind: 'organization', id: at });
        return this.tell(`merit-projects.entries-${at}`, by, hour, fact({ nominatorId: at, entryId: `entry-${at}` }));
      case 'of-edition':
        this.about.set(`merit-projects.edition-${at}`, { kind: 'organization', id: at });
        return this.tell(`merit-projects.edition-${at}`, by, hour, fact({ committeeId: at }));
      case 'of-platform': {
        // Begun by nobody; the first mandate that comes along says whom it is about.
        const stream = `evaluation.decision-${at}`;
        const mandate = hour % 2 === 0 ? null : by;
        if (mandate !== null && !this.about.get(stream)) this.about.set(stream, { kind: 'organization', id: mandate });
        return this.tell(stream, mandate, hour, fact({}));
      }
      default:
        throw new Error(`a world does not know ${kind}`);
    }
  }

  private async found(parent: string, by: string, hour: number): Promise<void> {
    const id = `o${this.parents.size}`;
    this.parents.set(id, parent);
    await this.tell(`organizations.organization-${id}`, by, hour, founded(id, parent));
  }

  /** Under another one, which must not stand below it. */
  private async move(id: string, under: string, hour: number): Promise<void> {
    if (id === ROOT || this.pathOf(under).startsWith(this.pathOf(id))) return;
    this.parents.set(id, under);
    const data = { organizationId: id, parentId: under };
    await this.tell(`organizations.organization-${id}`, ROOT, hour, { type: 'OrganizationMoved.v1', data });
  }

  private async classify(id: string, hour: number): Promise<void> {
    const classified = !this.classified.delete(id);
    if (classified) this.classified.add(id);
    const data = { organizationId: id, classified };
    await this.tell(`organizations.organization-${id}`, ROOT, hour, { type: 'OrganizationClassified.v1', data });
  }

  private async register(at: string, hour: number): Promise<void> {
    const personId = `p${(this.people += 1)}`;
    this.homes.set(personId, at);
    for (const stream of [`membership.person-${personId}`, `notifications.inbox-${personId}`])
      this.about.set(stream, { kind: 'person', id: personId });
    const data = { personId, organizationId: at };
    await this.tell(`membership.person-${personId}`, at, hour, { type: 'PersonRegistered.v1', data });
  }

  private async movePerson(personId: string, to: string, hour: number): Promise<void> {
    this.homes.set(personId, to);
    const data = { personId, organizationId: to };
    await this.tell(`membership.person-${personId}`, ROOT, hour, { type: 'PersonMoved.v1', data });
  }

  private async erase(personId: string, hour: number): Promise<void> {
    this.homes.delete(personId);
    await this.tell(`membership.person-${personId}`, ROOT, hour, { type: 'PersonErased.v1', data: { personId } });
  }

  private async read(
    about: About,
    resourceKind: string,
    resourceId: string,
    { by, hour }: Readonly<{ by: string; hour: number }>,
  ): Promise<void> {
    const stream = `audit.read-${(this.reads += 1)}`;
    this.about.set(stream, about);
    const data = { service: 'membership', rpc: '/x/Get', resourceKind, resourceId };
    await this.tell(stream, by, hour, { type: 'RecordWasRead.v1', data });
  }

  private async tell(stream: string, mandate: string | null, hour: number, fact: Fact): Promise<void> {
    if (stream.startsWith('organizations.organization-'))
      this.about.set(stream, { kind: 'organization', id: stream.slice('organizations.organization-'.length) });
    const now = new Date(Date.UTC(2021, 0, 1) + hour * 3_600_000).toISOString();
    const actor: Actor = { kind: 'person', id: 'somebody', organization: mandate, role: 'unit-officer', grant: null };
    this.told.push({ position: await appendAs(this.store, { stream, actor, now }, fact), stream, at: now });
  }
}
