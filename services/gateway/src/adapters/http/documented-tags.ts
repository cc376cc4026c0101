/** What the routes are grouped by in the document, in the order in which one reads it. */
const TAGS = {
  'sign-in': ['登录与本人账号', 'Signing in, and the own account'],
  work: ['待办事项', 'What waits for whoever asks'],
  inbox: ['通知', 'Messages and how they come'],
  organizations: ['组织', 'Organizations'],
  people: ['人员', 'People'],
  templates: ['评选模板', 'Templates'],
  holidays: ['节假日安排', 'Holidays and working days'],
  editions: ['年度活动', 'Editions'],
  entries: ['项目', 'Entries'],
  evidence: ['佐证材料', 'Evidence files'],
  review: ['审核、纪检审核、公示和异议', 'Review, clearance, public notice and objections'],
  problems: ['问题清单', 'Lists of problems'],
  policies: ['上级政策', 'Policies of committees above'],
  proposals: ['须由两人办理的提议', 'Proposals, for what takes two people'],
  rounds: ['评审轮次', 'Rounds'],
  evaluation: ['评分、汇总、研究确定和表彰', 'Scores, tallies, decisions and commendation'],
  public: ['公开，无须登录', 'For everybody, without signing in'],
  drafts: ['草稿', 'Drafts'],
  exports: ['导出', 'Exports'],
  live: ['实时变更', 'Live changes'],
  operations: ['运维', 'Operations'],
  audit: ['审计', 'Audit'],
} as const;

/** With a title for pages that know `x-displayName` (Redoc, Scalar). */
export const documentedTags = Object.entries(TAGS).map(([name, [zh, en]]) => ({
  name,
  description: `${zh} / ${en}`,
  'x-displayName': `${zh} · ${en}`,
}));
