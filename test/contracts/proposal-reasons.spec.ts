import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesUnder, ROOT } from '../laws/run-tool.ts';
import { type ProtoTexts, protoTexts } from './proto-texts.ts';

const PROTO = join(ROOT, 'proto/jiangong');
const PAGES = 'services/console/src/pages';

/**
 * Whoever carries out what another person proposed reads why it was proposed. Each message that tells of something proposed is listed with
 * the field of its reason and the page that shows it to the second person.
 */
type Shown = Readonly<{ why: string; page: string }>;
const SHOWN: Readonly<Record<string, Shown>> = {
  'evaluation.ActProposal': { why: 'why', page: 'rounds/proposals.tsx' },
  'evaluation.BonusProposal': { why: 'why', page: 'rounds/entry-proposals.tsx' },
  'evaluation.ChecklistProposal': { why: 'why', page: 'rounds/entry-proposals.tsx' },
  'evaluation.CodeBatch': { why: 'why', page: 'ballots/vote-codes.tsx' },
  'evaluation.HonourProposal': { why: 'why', page: 'honours/honour.tsx' },
  'evaluation.MeasureProposal': { why: 'why', page: 'rounds/entry-proposals.tsx' },
  'evaluation.RecommendationProposal': { why: 'why', page: 'rounds/recommendations.tsx' },
  'evaluation.NamingCorrection': { why: 'why', page: 'honours/naming-corrections.tsx' },
  'evaluation.Proposal': { why: 'why', page: 'rounds/decision-card.tsx' },
  'membership.Correction': { why: 'why', page: 'members/corrections-part.tsx' },
  'membership.GetPersonResponse': { why: 'erasureWhy', page: 'members/erasure-part.tsx' },
  'merit_projects.ActProposal': { why: 'why', page: 'campaigns/proposals.tsx' },
  'merit_projects.HolidayProposal': { why: 'why', page: 'campaigns/holiday-proposals.tsx' },
  'merit_projects.PolicyProposal': { why: 'why', page: 'policies/policy-proposals.tsx' },
  'organizations.Restoration': { why: 'why', page: 'organizations/restoration-part.tsx' },
};
/** What has been carried out long since. */
const DONE = ['audit.Repair'];

const BY = new Set(['proposedBy', 'erasureRequestedBy']);

/** What services answer about something proposed: by whom, in a message that is neither an order nor a public fact. */
const tellingOfProposals = ({ messages }: ProtoTexts): readonly string[] =>
  [...messages]
    .filter(([name, fields]) => !/Request$|\.events\./u.test(name) && fields.some((field) => BY.has(field.name)))
    .map(([name]) => name.replace(/^jiangong\.(\w+)\.v1\./u, '$1.'));

const hasField = ({ messages }: ProtoTexts, name: string, field: string): boolean =>
  (messages.get(`jiangong.${name.replace('.', '.v1.')}`) ?? []).some((one) => one.name === field);

/** Whether a page shows a field: as a text, in a slot of one, or under its title; not as what it sends. */
const shows = (source: string, field: string): boolean =>
  [
    `>\\{(?:\\w+\\.)?${field}\\}<`,
    `\\bt\\('[\\w.]+', \\{ why(?:: (?:\\w+\\.)?${field}\\b| \\})`,
    `\\[t\\('reason'\\), ${field}\\]`,
  ].some((way) => new RegExp(way, 'u').test(source));

const protos = protoTexts(
  readdirSync(PROTO, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.proto'))
    .map((file) => readFileSync(join(PROTO, file), 'utf8')),
);

const goldens = filesUnder('services', '.json').filter((file) =>
  /\/test\/golden[^/]*\/(?:.*\/)?(?:\w*ActProposed|ErasureRequested)\.v\d+\.json$/u.test(file),
);

describe('what a second person carries out says why it was proposed', () => {
  it('every message that tells of a proposal is listed here, and no other is', () =>
    expect(tellingOfProposals(protos).toSorted()).toEqual([...Object.keys(SHOWN), ...DONE].toSorted()));

  it.each(Object.entries(SHOWN))('%s tells it, and its page shows it', (message, { why, page }) => {
    expect(hasField(protos, message, why)).toBe(true);
    expect(shows(readFileSync(join(ROOT, PAGES, page), 'utf8'), why)).toBe(true);
  });

  it.each(goldens)('%s keeps it', (file) => {
    const kept = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Readonly<Record<string, unknown>>;
    expect(kept['data'] ?? kept).toHaveProperty('prose');
  });

  it('every service where somebody proposes keeps such a fact', () =>
    expect(new Set(goldens.map((file) => file.split('/')[1]))).toEqual(
      new Set(['evaluation', 'membership', 'merit-projects', 'organizations']),
    ));

  it('bites: on a proposal that nobody listed, without its reason, and on a page that only sends one', () => {
    const planted = protoTexts([
      'package jiangong.honours.v1;\nmessage Borrowing {\n  // Its id.\n  string proposal_id = 1;\n  // Who.\n  string proposed_by = 2;\n}\n',
    ]);
    expect(tellingOfProposals(planted)).toEqual(['honours.Borrowing']);
    expect(Object.keys(SHOWN)).not.toContain('honours.Borrowing');
    expect(hasField(planted, 'honours.Borrowing', 'why')).toBe(false);
    expect(shows('send: async ({ reason: why }) => post({ body: { why } }); <p>{role}</p>', 'why')).toBe(false);
    expect(shows('<p className="prose">{proposal.why}</p>', 'why')).toBe(true);
  });
});
