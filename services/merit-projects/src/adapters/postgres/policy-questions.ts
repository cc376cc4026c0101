import { coversSql } from '@jiangong/access/postgres';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/policies';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { counts } from '../../application/claim-commendations.ts';
import type { CommendingTold } from '../../application/ports.ts';
import type { Programmes } from '../../application/programmes.ts';
import { inFullestSpan } from '../../domain/policy/counting.ts';
import type { PolicyTables, PolicyTerms } from '../../domain/policy/facts.ts';
import { openProse, textOf } from './kept-prose.ts';
import { COMMENDING_SQL, commendingOut, STEPS_SQL } from './policy-knowledge.ts';

/** Policies in one list, and committees that one of them is shown to bind. */
const POLICIES_MAX = 200;
const BOUND_MAX = 500;

type Told = Pick<Programmes, 'tellPolicy'>;
type PolicyRow = Omit<rpc.Policy, 'lines'> & Readonly<{ canonicalText: string; tables: string }>;

const POLICY = `p.committee_id as "committeeId", p.version, p.policy_hash as "policyHash", p.adopted_at as "adoptedAt",
  coalesce(p.repealed_at, '') as "repealedAt", p.canonical_text as "canonicalText", p.tables`;

const policyOut = ({ canonicalText, tables: _tables, ...policy }: PolicyRow, { tellPolicy }: Told): rpc.Policy => ({
  ...policy,
  lines: tellPolicy(canonicalText).map((line) => ({ ...line })),
});

/** Every committee's newest policy, the latest adopted first. */
export const policiesOf = async (rows: Rows, told: Told): Promise<rpc.Policy[]> =>
  (
    await rows.query<PolicyRow>(
      `select ${POLICY} from policy p order by p.adopted_at desc, p.committee_id limit ${POLICIES_MAX}`,
    )
  ).map((row) => policyOut(row, told));

type BoundRow = Readonly<{ committeeId: string; steps: number }>;

const boundOut = (
  { committeeId, steps }: BoundRow,
  { tables, year, adoptedAt }: Readonly<{ tables: PolicyTables; year: number; adoptedAt: string }>,
  commending: readonly CommendingTold[],
): rpc.BoundCommittee[] => {
  const rule = tables.binds.find(({ stepsBelow }) => stepsBelow === steps);
  if (rule === undefined) return [];
  const { level, commendations, years } = rule;
  const span = Math.max(years, tables.cycleYears ?? 1);
  const own = commending.filter((one) => one.committeeId === committeeId && Math.abs(one.year - year) < span);
  const used = inFullestSpan(own.filter(counts), year, years).length;
  const editions = own.toReversed().map(({ editionId, titleZh, titleEn, year: of, state, honoursStand, openedAt }) => ({
    ...{ editionId, titleZh, titleEn, year: of, state },
    ...{ counted: counts({ state, honoursStand }), earlier: openedAt < adoptedAt },
  }));
  return [{ committeeId, level, commendations, years, used, editions }];
};

/** A committee's policy, whom it binds, and what each of these has opened; undefined: it has none. */
export const policyOf = async (
  rows: Rows,
  told: Told,
  { committeeId, year }: Readonly<{ committeeId: string; year: number }>,
): Promise<rpc.GetPolicyResponse | undefined> => {
  const [row] = await rows.query<PolicyRow>(`select ${POLICY} from policy p where p.committee_id = $1`, [committeeId]);
  if (!row) return undefined;
  const below = `from access_organization a join access_organization o on ${coversSql('a.path', 'o.path')} and o.id <> a.id
    and o.kind = 'working-committee' and not o.dissolved`;
  const [found, commending, exemptions] = await Promise.all([
    rows.query<BoundRow>(
      `select o.id as "committeeId", ${STEPS_SQL('a.path', 'o.path')} as steps ${below} where a.id = $1 order by o.path limit ${BOUND_MAX}`,
      [committeeId],
    ),
    rows.query<Parameters<typeof commendingOut>[0]>(
      `select ${COMMENDING_SQL} from commending_edition c where c.committee_id in (select o.id ${below} where a.id = $1) order by c.position`,
      [committeeId],
    ),
    rows.query<rpc.Exemption>(
      `select exemption_id as "exemptionId", bound_id as "boundId", year, template_id as "templateId", granted_at as "grantedAt",
         coalesce(withdrawn_at, '') as "withdrawnAt" from policy_exemption where committee_id = $1 order by position desc`,
      [committeeId],
    ),
  ]);
  const tables = JSON.parse(row.tables) as PolicyTables;
  const editions = commending.map(commendingOut);
  const bound = found.flatMap((one) => boundOut(one, { tables, year, adoptedAt: row.adoptedAt }, editions));
  const { canonicalText } = row;
  return { policy: policyOut(row, told), canonicalText, year, bound, exemptions: [...exemptions] };
};

type ProposalRow = Pick<rpc.PolicyProposal, 'proposalId' | 'act' | 'proposedBy' | 'role' | 'proposedAt'> &
  Readonly<{ terms: string; stream: string; prose: string; bound: string; ofYear: number; template: string }>;

const NONE = { lines: [], boundId: '', year: 0, templateId: '' };

const termsOut = ({ terms: kept, bound, ofYear, template }: ProposalRow, { tellPolicy }: Told) => {
  const terms = JSON.parse(kept) as PolicyTerms;
  switch (terms.act) {
    case 'AdoptPolicy':
      return { ...NONE, lines: tellPolicy(terms.canonicalText).map((line) => ({ ...line })) };
    case 'RepealPolicy':
      return NONE;
    case 'GrantExemption':
      return { ...NONE, boundId: terms.boundId, year: terms.year, templateId: terms.templateId };
    case 'WithdrawExemption':
      return { ...NONE, boundId: bound, year: ofYear, templateId: template };
  }
};

/** What nobody has carried out or turned down, the oldest first; the rule book bounds them. */
export const policyProposalsOf = async (
  rows: Rows,
  told: Told,
  { committeeId, privacy }: Readonly<{ committeeId: string; privacy: KeyVault }>,
): Promise<rpc.PolicyProposal[]> => {
  const found = await rows.query<ProposalRow>(
    `select r.proposal_id as "proposalId", r.act, r.proposed_by as "proposedBy", r.role, r.proposed_at as "proposedAt", r.terms, r.stream, r.prose,
       coalesce(x.bound_id, '') as bound, coalesce(x.year, 0) as "ofYear", coalesce(x.template_id, '') as template
     from policy_proposal r left join policy_exemption x on x.exemption_id = r.terms::jsonb ->> 'exemptionId'
     where r.committee_id = $1 order by r.position`,
    [committeeId],
  );
  const prose = await openProse(
    privacy,
    found.map(({ stream, prose: kept }) => ({ stream, prose: kept, type: 'PolicyActProposed.v1' })),
  );
  return found.map((row, index) => {
    const { proposalId, act, proposedBy, role, proposedAt } = row;
    return { proposalId, act, ...termsOut(row, told), proposedBy, role, proposedAt, why: textOf(prose[index], 'why') };
  });
};
