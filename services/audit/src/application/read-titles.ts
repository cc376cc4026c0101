/** What somebody saw: `other` is what this release does not know any more. */
export const READS_ABOUT = ['identity', 'clearance', 'sealed-scores', 'proposal', 'log', 'other'] as const;
export type ReadAbout = (typeof READS_ABOUT)[number];

export type ReadTitle = Readonly<{ about: ReadAbout; zh: string; en: string }>;

const title = (about: ReadAbout, zh: string, en: string): ReadTitle => ({ about, zh, en });

/** Every question whose asking is recorded (`recorded` in the protos), by its path. */
export const READ_TITLES: ReadonlyMap<string, ReadTitle> = new Map([
  ['/jiangong.membership.v1.MembershipService/GetPerson', title('identity', '查阅个人档案', 'Read a personal record')],
  [
    '/jiangong.membership.v1.MembershipService/GetCorrections',
    title('identity', '查阅待办理的发展阶段更正', 'Read corrections of a stage that wait'),
  ],
  [
    '/jiangong.membership.v1.MembershipService/GetPersonHistory',
    title('identity', '查阅个人履历', 'Read the history of a person'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/ListObjections',
    title('identity', '查阅异议及异议人', 'Read objections and who objects'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/GetObjectionEvidence',
    title('identity', '查阅异议证据', 'Read the evidence of an objection'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/GetClearance',
    title('clearance', '查阅廉洁意见', 'Read the opinions of discipline inspection'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/GetAuthor',
    title('identity', '查阅凭码报送的作者', 'Read who entered a work by a code'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/GetOwnNotice',
    title('identity', '查阅单位自行公示的异议及异议人', 'Read objections to a notice of a nominator and who objects'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/GetClearanceFile',
    title('clearance', '查阅纪检材料', 'Read a file of discipline inspection'),
  ],
  [
    '/jiangong.merit_projects.v1.MeritProjectsService/ListProposals',
    title('proposal', '查阅年度活动的待办提议', 'Read what is proposed in an edition'),
  ],
  [
    '/jiangong.evaluation.v1.RoundService/ListProposals',
    title('proposal', '查阅评审轮次的待办提议', 'Read what is proposed in a round'),
  ],
  [
    '/jiangong.evaluation.v1.NamingService/ListCorrections',
    title('proposal', '查阅命名名单的更正', 'Read what was put right of the list of a naming'),
  ],
  [
    '/jiangong.evaluation.v1.RoundService/ListReopeningRequests',
    title('proposal', '查阅重新开放评分表的申请', 'Read which evaluators want their sheets opened again'),
  ],
  [
    '/jiangong.evaluation.v1.DecisionService/GetDecision',
    title('sealed-scores', '查阅研究决定', 'Read the decision over a round'),
  ],
  [
    '/jiangong.evaluation.v1.DecisionService/ListDecisions',
    title('sealed-scores', '查阅会议纪要', 'Read the minutes over a round'),
  ],
  [
    '/jiangong.evaluation.v1.DecisionService/GetFactAnswers',
    title('sealed-scores', '查阅奖项规则要求查实的情况', 'Read what was looked up for awards'),
  ],
  [
    '/jiangong.evaluation.v1.ChecklistService/GetFindingEvidence',
    title('sealed-scores', '打开检查记录的佐证材料', 'Opened a document of a finding'),
  ],
  [
    '/jiangong.evaluation.v1.AppealService/GetAppealEvidence',
    title('sealed-scores', '打开申诉的佐证材料', 'Opened a document of an appeal'),
  ],
  [
    '/jiangong.evaluation.v1.BonusService/GetClaimEvidence',
    title('sealed-scores', '打开加分申报的佐证材料', 'Opened a document of a claim'),
  ],
  [
    '/jiangong.evaluation.v1.MeasureService/GetMeasureEvidence',
    title('sealed-scores', '打开实测数据的原始材料', 'Opened a document of a measured value'),
  ],
  [
    '/jiangong.evaluation.v1.ChecklistService/GetChecklist',
    title('sealed-scores', '查阅检查清单', 'Read the check-list of an entry'),
  ],
  [
    '/jiangong.evaluation.v1.AppealService/GetAppeals',
    title('sealed-scores', '查阅申诉', 'Read the appeals of an entry'),
  ],
  [
    '/jiangong.evaluation.v1.BonusService/GetBonus',
    title('sealed-scores', '查阅加分申报', 'Read the bonus claims of an entry'),
  ],
  [
    '/jiangong.evaluation.v1.MeasureService/GetMeasures',
    title('sealed-scores', '查阅实测数据', 'Read what was measured of an entry'),
  ],
  [
    '/jiangong.evaluation.v1.MeasureService/ListMeasures',
    title('sealed-scores', '查阅各对象实测数据', 'Read what was measured of the entries of a round'),
  ],
  [
    '/jiangong.evaluation.v1.MeasureService/GetMeasureForm',
    title('sealed-scores', '下载实测数据登记表', 'Take out the form of measured values'),
  ],
  [
    '/jiangong.evaluation.v1.TalkService/ListTalks',
    title('sealed-scores', '查阅谈话记录', 'Read with whom talks were held'),
  ],
  ['/jiangong.evaluation.v1.MeetingService/ListMeetings', title('sealed-scores', '查阅会议记录', 'Read who met')],
  [
    '/jiangong.evaluation.v1.PaperBoxService/ListPaperBoxes',
    title('sealed-scores', '查阅纸质投票计票', 'Read what was counted on paper'),
  ],
  [
    '/jiangong.evaluation.v1.PaperBoxService/GetTallySheet',
    title('sealed-scores', '打开计票单', 'Opened a tally sheet'),
  ],
  ['/jiangong.evaluation.v1.ResultService/GetResult', title('sealed-scores', '查阅评分结果', 'Read a result')],
  [
    '/jiangong.evaluation.v1.ResultService/GetEntrySteps',
    title('sealed-scores', '查阅项目计分过程', 'Read how an entry was scored'),
  ],
  [
    '/jiangong.evaluation.v1.ResultService/GetWhatIf',
    title('sealed-scores', '试算评分结果', 'Ask for a what-if result'),
  ],
  [
    '/jiangong.evaluation.v1.ResultService/GetScoreSheets',
    title('sealed-scores', '导出评分表', 'Export the score sheets of a result'),
  ],
  ['/jiangong.audit.v1.AuditService/ReplayStream', title('log', '重放事件流', 'Replay a stream of events')],
  ['/jiangong.audit.v1.AuditService/ExportEvents', title('log', '导出事件', 'Export events')],
]);

export const titleOf = (rpc: string): ReadTitle => READ_TITLES.get(rpc) ?? title('other', rpc, rpc);
