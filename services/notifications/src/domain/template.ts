/** A text in both languages. */
export type Wording = Readonly<{ zh: string; en: string }>;

/**
 * Who is written to. Roles are those of libs/access; all are looked up as they stood at the event.
 * - `person`: the person whom the fact names.
 * - `leader`: the leader of the fact's entry.
 * - `unit`: holders of the roles over the fact's unit (for the entry's branch: `branch`).
 * - `below`: holders of the roles at the edition's committee or anywhere below it; of what a unit decides by itself, at that unit and below it.
 * - `committee`: holders of the roles over the edition's committee; of what a unit decides by itself, over that unit.
 * - `deciding-unit`: holders of the roles over the unit that decides by itself; nobody where one body decides over all.
 * - `evaluators`: those of the fact's round; `evaluator-pending`: the person whom the fact names, unless his sheet was handed in before it.
 * - `checkers`: who records or marks in the check-lists of the fact's edition; `self-scorers`: who is judged by them and marks himself.
 * - `subject`: whose own matter the fact's entry is, and who holds office where it stands.
 * - `judged`: whoever is judged in the fact's edition; `appealing`: the same, where its stage is one of appeals.
 * - `stage`: those who act in the fact's stage; `stage-pending`: of these, who still has something to do.
 */
export type Audience =
  | Readonly<{ kind: 'person' | 'leader' | 'evaluators' | 'evaluator-pending' | 'stage' | 'stage-pending' }>
  | Readonly<{ kind: 'checkers' | 'self-scorers' | 'subject' | 'judged' | 'appealing' }>
  | Readonly<{ kind: 'unit' | 'branch' | 'below' | 'committee' | 'deciding-unit'; roles: readonly string[] }>;

/** Whom an honour is for: the entry itself, who leads it, an organization, or one that is named over several editions. */
export type HonourFor = 'entry' | 'leader' | 'organization' | 'named';

/** What a fact may list: honours by whom they are for, or entries by their ids. */
export type Each = HonourFor | 'listed-entry';

/** What a message is about, and the field of the fact that holds its id. */
export type Subject = Readonly<{
  kind: 'entry' | 'edition' | 'round' | 'person' | 'series' | 'organization' | 'problem';
  field: string;
}>;

/**
 * A message as data. `{name}` in a text stands for a parameter; the texts hold ids and titles, never personal data.
 * A text once sent stays as it was: a changed one is a higher version beside it.
 */
export type Template = Readonly<{
  id: string;
  version: number;
  /** The public fact that it follows. */
  on: string;
  /** Made once for each honour of this kind, or each entry, that the fact lists; absent: once for the fact. */
  each?: Each;
  /** Made once a day (Shanghai's) for the fact's round, and its entry unless the round alone is meant, or for its edition, and owner unless the edition alone is meant, however often the fact comes. */
  onceADay?: 'entry' | 'round' | 'owner' | 'edition';
  /** Only of facts with something in this field, or nothing; absent: of every one. */
  only?: Readonly<{ field: string; said: boolean }>;
  /** Only of entries that the platform put on a list of people, or only of others; absent: of both. */
  of?: 'listed' | 'others';
  audience: readonly Audience[];
  subject: Subject;
  title: Wording;
  body: Wording;
}>;

/** Values of a template's parameters: a text, or a word in both languages. */
export type Parameters = Readonly<Record<string, string | Wording>>;

const PARAMETER = /\{([a-zA-Z]+)\}/g;

/** The parameters that a template's texts name. */
export const parametersOf = ({ title, body }: Template): readonly string[] => [
  ...new Set(
    [title.zh, title.en, body.zh, body.en].flatMap((text) =>
      [...text.matchAll(PARAMETER)].map(([, name]) => name ?? ''),
    ),
  ),
];

const fill = (text: string, parameters: Parameters, language: keyof Wording): string =>
  text.replaceAll(PARAMETER, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`the parameter ${name} is missing`);
    return typeof value === 'string' ? value : value[language];
  });

/** Writes a template in both languages. Throws when a parameter is missing: that is a bug. */
export const write = (
  template: Pick<Template, 'title' | 'body'>,
  parameters: Parameters,
): Readonly<{ title: Wording; body: Wording }> => ({
  title: { zh: fill(template.title.zh, parameters, 'zh'), en: fill(template.title.en, parameters, 'en') },
  body: { zh: fill(template.body.zh, parameters, 'zh'), en: fill(template.body.en, parameters, 'en') },
});
