import type { CompiledStage, CompiledTemplate } from '@jiangong/programmes';
import type { Kept } from '../../../services/evaluation/test/voter.ts';
import type { Play } from '../demo/play/play.ts';
import { type Dice, dice } from '../demo/world/seeded-random.ts';
import type { Filled } from './filled.ts';
import type { Programme } from './read-programme.ts';

/** What the browser of a voter keeps between asking and voting. */
export type Token = Kept & Readonly<{ signature: string }>;

/** An entry as the platform knows it, and where it comes from in the invented world. */
export type PlayedEntry = Readonly<{
  entryId: string;
  unit: string;
  track: string;
  title: string;
  standing: number;
  /** What stands for whoever made it, where he has no account; else its unit’s secretary answers for it. */
  author?: string;
  /** On a roll: which organization it is. */
  subject?: string;
  /** Whom it is about, where it is a member on the roll. */
  person?: string;
}>;

export type StageDays = CompiledStage & Readonly<{ opensOn: string; closesOn: string; place: number }>;

/** One programme's edition while it is played: what was invented for it, and the ids that the platform gave. */
export class PlayedEdition {
  readonly play: Play;
  readonly programme: Programme;
  readonly year: number;
  /** Told apart from others on the same platform. */
  readonly name: string;
  editionId = '';
  stages: readonly StageDays[] = [];
  entries: PlayedEntry[] = [];
  /** Entries on the roll for which something was brought. */
  readonly brought = new Set<string>();
  /** What units made known before they declared it, by title. */
  readonly madeKnown = new Map<string, string>();
  /** What whoever stands on a roll promised, and how much of it he kept, by entry. */
  readonly promised = new Map<string, Readonly<{ planned: number; delivered: number }>>();
  /** The latest round of each phase. */
  readonly rounds = new Map<string, string>();
  /** What was handed in, to be found again in what the result was computed from. */
  readonly filled: Filled = { sheets: [], occurrences: [], marks: [], bonuses: [], values: [], votes: [] };
  /** What voters keep between asking and voting, by ballot and voter. */
  readonly tokens = new Map<string, readonly Token[]>();
  /** The codes that the office printed for the votes of the public. */
  readonly printed: Readonly<{ sourceId: string; entryId: string; codes: readonly string[] }>[] = [];
  /** The decision in force over each phase that ends in one. */
  readonly decisions = new Map<string, string>();
  /** Where units decide: the decision in force of each part, by the unit. */
  readonly unitDecisions = new Map<string, Readonly<{ partId: string; decisionId: string }>>();
  /** What the body chose over each of these phases, rule by rule. */
  readonly choices = new Map<string, readonly Readonly<{ rule: string; subjects: readonly string[] }>[]>();
  /** What became of each award that was looked at again. */
  readonly rechecked: string[] = [];
  commended = false;
  /** Spent on its own steps. */
  seconds = 0;

  /** Units that put nothing forward in it. */
  readonly silent: readonly string[];

  /** `series`: one of several editions that a series has on this platform, each with a name of its own. */
  constructor(play: Play, programme: Programme, year: number, series?: Readonly<{ silent: readonly string[] }>) {
    this.play = play;
    this.programme = programme;
    this.year = year;
    this.name = series === undefined ? programme.compiled.id : `${programme.compiled.id} ${year}`;
    this.silent = series?.silent ?? [];
  }

  get seriesId(): string {
    return this.play.key(`${this.programme.compiled.id} series`);
  }

  get compiled(): CompiledTemplate {
    return this.programme.compiled;
  }

  dice(of: string): Dice {
    return dice(this.play.world.seed, `${this.name} ${of}`);
  }

  key(of: string): string {
    return this.play.key(`${this.name} ${of}`);
  }

  order<T = unknown>(by: string, path: string, body: unknown = {}): Promise<T> {
    return this.play.as(by).order<T>({ path, body, key: this.key(`${by} ${path} ${JSON.stringify(body)}`) });
  }

  get<T>(by: string, path: string): Promise<T> {
    return this.play.as(by).get<T>(path);
  }

  /** What an entry or an organization is in the invented world: members on a roll are all called alike, and are told by who they are. */
  nameOf(id: string): string {
    const entry = this.entries.find(({ entryId }) => entryId === id);
    if (entry !== undefined) return `${entry.title} ${entry.person ?? ''}`.trimEnd();
    return [...this.play.organizations].find(([, known]) => known === id)?.[0] ?? '';
  }

  /** By what they are in the invented world, where the order of ids would be another in every play: for choices that a play makes among equals. */
  inOrder<T>(of: readonly T[], idOf: (one: T) => string): readonly T[] {
    const named = of.map((one) => ({ one, name: this.nameOf(idOf(one)) }));
    return named.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ one }) => one);
  }

  /** The phase, where it is of one part of the period: what is found in it is told apart from what is found in another. */
  partOf(phase: string | null): string | undefined {
    return this.compiled.phases.find(({ id, part }) => id === phase && part !== undefined)?.id;
  }

  round(phase: string): string {
    const found = this.rounds.get(phase);
    if (found === undefined) throw new Error(`${this.name} has no round of ${phase} yet`);
    return found;
  }

  /** The role of a template's party. */
  roleOf(party: string): string {
    return this.compiled.parties[party]?.role ?? party;
  }

  rolesOf({ by }: Pick<CompiledStage, 'by'>): readonly string[] {
    return by.map((party) => this.roleOf(party));
  }
}
