import type { Declaration } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type {
  DeclaredVersion,
  EntryOpinion,
  GetEntryOpinionsResponse,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { changedFields, type Declared } from '../../application/declared-versions.ts';
import type { ClearanceRequested, EntryDeclared, EntryReviewed } from '../../domain/entries/facts.ts';
import { answersOf, declarationsOf } from './entry-questions.ts';
import { listOf, openProse } from './kept-prose.ts';

type Happened = Readonly<{
  type: string;
  occurredAt: string;
  actorId: string;
  data: string;
  stream: string;
  prose: string;
}>;

const DECLARED = ['EntryDeclared.v1', 'EntryRedeclared.v1'];

const happened = (rows: Rows, entryId: string, types: readonly string[]): Promise<readonly Happened[]> =>
  rows.query<Happened>(
    `select type, occurred_at as "occurredAt", actor_id as "actorId", data, stream, prose from entry_history
     where entry_id = $1 and type = any($2::text[]) order by position`,
    [entryId, types],
  );

/** As the fact has it; without its prose, which is opened elsewhere. */
type Data = Omit<EntryDeclared['data'], 'prose'>;

const declaredOf = (data: Data, { summary }: Declaration): Declared => ({
  ...{ title: data.title, answerable: data.answerable, home: data.homeId, capacity: data.as, continues: data.from },
  ...{ summary, evidence: data.evidence, dossier: data.dossierEnd.hash },
});

const versionsOf = (facts: readonly Happened[], declarations: readonly Declaration[]): readonly DeclaredVersion[] => {
  const told = facts.flatMap(({ data: text }) => {
    const data = JSON.parse(text) as Data;
    const declaration = declarations.find(({ version }) => version === data.version);
    return declaration === undefined ? [] : [{ data, declaration, declared: declaredOf(data, declaration) }];
  });
  return told.map(({ data, declaration, declared }, at) => ({
    ...{ version: data.version, declaredAt: declaration.declaredAt, title: data.title, homeId: data.homeId },
    answerable: [...data.answerable],
    capacity: data.as ?? '',
    continuesId: data.from ?? '',
    summary: declaration.summary,
    evidence: [...data.evidence],
    changed: [...changedFields(told[at - 1]?.declared, declared)],
    returnedBy: declaration.returnedBy,
    returnReasons: [...declaration.returnReasons],
  }));
};

const reviewsOf = async (
  privacy: KeyVault,
  facts: readonly Happened[],
  declarations: readonly Declaration[],
): Promise<readonly EntryOpinion[]> => {
  const prose = await openProse(privacy, facts);
  const latest = declarations.at(-1);
  const reviews = facts.map((fact) => ({
    ...fact,
    told: JSON.parse(fact.data) as Omit<EntryReviewed['data'], 'prose'>,
  }));
  return reviews.map(({ occurredAt, actorId, told }, at) => ({
    ...{
      kind: 'review',
      version: told.version,
      scopes: [],
      requestedAt: '',
      outcome: told.outcome,
      givenAt: occurredAt,
    },
    ...{ liftedAt: '', reviewerId: actorId },
    answers: answersOf(JSON.stringify(told.answers), listOf<string>(prose[at], 'explanations')),
    stands: at === reviews.length - 1 && told.version === latest?.version && latest.review === told.outcome,
  }));
};

type ClearanceRow = Readonly<{
  scopes: string;
  requestedAt: string;
  outcome: string;
  givenAt: string;
  liftedAt: string;
}>;

/** Each by what it came to. Who inspected, why and under which number is read one by one, on record. */
const clearancesOf = async (rows: Rows, entryId: string): Promise<readonly EntryOpinion[]> => {
  const found = await rows.query<ClearanceRow>(
    `select scopes, requested_at as "requestedAt", outcome, given_at as "givenAt", lifted_at as "liftedAt"
     from clearance where entry_id = $1 order by position`,
    [entryId],
  );
  return found.map(({ scopes, ...row }) => ({
    ...{ kind: 'clearance', version: 0, ...row, answers: [], reviewerId: '' },
    scopes: JSON.parse(scopes) as ClearanceRequested['data']['scopes'][number][],
    stands: row.outcome === 'cleared' || row.outcome === 'blocked',
  }));
};

const since = ({ requestedAt, givenAt }: EntryOpinion): string => (requestedAt === '' ? givenAt : requestedAt);

/** What was declared each time, and every opinion on it. */
export const opinionsOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<GetEntryOpinionsResponse> => {
  const [declarations, declared, reviewed, clearances] = await Promise.all([
    declarationsOf(rows, privacy, entryId),
    happened(rows, entryId, DECLARED),
    happened(rows, entryId, ['EntryReviewed.v1']),
    clearancesOf(rows, entryId),
  ]);
  const opinions = [...(await reviewsOf(privacy, reviewed, declarations)), ...clearances];
  return {
    versions: [...versionsOf(declared, declarations)],
    opinions: opinions.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)),
  };
};
