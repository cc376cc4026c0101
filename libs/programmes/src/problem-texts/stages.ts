/** Who does what when: subjects, parties, intake, calendar, notices, duties. */
export const stageProblemTexts = {
  PARTY_UNKNOWN: { zh: '没有名为“{given}”的参与方', en: 'there is no party "{given}"' },
  ACT_NOT_FOR_ROLE: {
    zh: '角色 {role} 无权进行“{act}”；可以的角色：{choices}',
    en: 'the role {role} may not do the act "{act}"; these may: {choices}',
  },
  ACT_NOT_YET: {
    zh: '平台目前还不能让 {role} 进行“{act}”',
    en: 'the platform does not let the role {role} do the act "{act}" yet',
  },
  INTAKE_NOT_YET: {
    zh: '平台目前还不能以“{how}”的方式确定一届活动的参评对象；全员参评（whole-roll）须写明名册日期和组织类型，不设名额、材料和申报阶段；称号复核（holders）同样须写明日期和组织类型；人员名单（computed-list）须写明日期，并以党员身份或党龄为条件；由支部推荐（put-forward）须由支部书记提名、各支部在唯一的投票环节内分别投票（within: home），再由单位工作人员申报，审核、廉政审查排在投票之后、研究确定之前',
    en: 'the platform does not open an edition whose entries come by "{how}" in this way yet; a whole roll needs its day and kinds of organizations, and has no quota, documents or stage of declaring, and so have holders of an award; a computed list of people needs a day and asks for their stage or standing; what branches put forward is proposed by their secretaries, voted upon in one phase by each branch for itself (within: home), then declared by the unit\'s officer, and reviewed and cleared between the vote and the decision',
  },
  ADMISSION_NOT_YET: {
    zh: '阶段“{stage}”（{act}）排在“{before}”之后：参评对象在“{before}”开启时一次性进入评审，届时尚未完成申报、审核或廉政审查的都不能参评；请移到“{before}”之前（评审期间查实的，纪检仍可随时阻止，无需另设阶段）',
    en: 'the stage "{stage}" ({act}) stands below "{before}": entries enter once, when "{before}" opens, and whoever was not declared, reviewed and cleared by then stays out; put it above "{before}" (what is found afterwards discipline inspection still blocks, without a stage of its own)',
  },
  NAMING_IS_NO_EDITION: {
    zh: '这是跨届次的命名，不开办为一届活动：在届次系列中测算名单并作出决定',
    en: 'this is a naming over the editions of a series, and opened as no edition: its list is computed and decided upon in the series',
  },
  QUOTA_NOT_YET: {
    zh: '平台目前还不能按人数、支部数等比例计算名额',
    en: 'the platform does not count a quota in proportion to members, branches or entries yet',
  },
  NEED_NOT_YET: {
    zh: '平台目前还不能核验“{subject}”的这项参评条件',
    en: 'the platform does not test this need of the subject "{subject}" yet',
  },
  OUTCOME_NOT_YET: {
    zh: '平台目前还不能为“{rule}”查明所需的事实或总数，该项将无人可得；撤销只能用于所复核（holders）的称号，限期整改须写明期限（duty 的 within）',
    en: 'the platform does not know the facts or the whole that the rule "{rule}" asks for yet: nobody would be given it; only an award that is looked at again (holders) is withdrawn, and a card there says by its duty within how many days',
  },
  PLACES_NOT_YET: {
    zh: '“{rule}”的名额在各类对象的共同名次中计算，名次在前的其他类别会占去名额而不得奖；请写 within: category（各类分别计名额），或 giveWay: true（后一名递补）',
    en: 'the rule "{rule}" counts its places in an order in which all categories stand: those of another category that stand before take a place and are given nothing; say within: category (places for each category apart), or giveWay: true (the next moves up)',
  },
  BODY_WITHOUT_QUORUM: {
    zh: '作出决定的参与方“{given}”必须写明法定人数 least（至少 2 人）',
    en: 'the party "{given}" decides and must state its quorum (least, at least 2)',
  },
  ATTEST_ABOVE_QUORUM: {
    zh: '须由 {attest} 人签认，多于法定人数 {least} 人',
    en: 'asks {attest} to attest, more than the quorum of {least}',
  },
  STAGE_UNKNOWN: { zh: '没有名为“{given}”的阶段', en: 'there is no stage "{given}"' },
  STAGE_FORWARD: {
    zh: '“{given}”不是本阶段之前的阶段',
    en: '"{given}" is no stage before this one',
  },
  STAGE_REVERSED: { zh: '阶段的结束早于开始', en: 'the stage closes before it opens' },
  STAGE_OUT_OF_ORDER: {
    zh: '阶段顺序有误：早于其前面的阶段“{before}”开始',
    en: 'the stage is out of order: it opens before the stage "{before}" that stands above it does',
  },
  STAGES_OVERLAP: {
    zh: '阶段在“{before}”结束之前（或当天）开始；如确需重叠，请写 with: {before}',
    en: 'the stage opens before "{before}" is over; if they are to overlap, say with: {before}',
  },
  GAP_DOES_NOT_FIT: {
    zh: '到下一阶段“{next}”之间需要 {gap} 个工作日，最多只有 {fits} 天',
    en: '{gap} working days must fit before the next stage "{next}" opens, there are at most {fits}',
  },
  YEAR_NOT_KNOWN: {
    zh: '{year} 年的节假日安排尚未录入，无法计算工作日',
    en: 'the holidays of {year} are not entered yet, so that its working days are not known',
  },
  DAY_OUTSIDE_EDITION: {
    zh: '日期应在 {year} 至 {last} 年之间',
    en: 'must lie in the years {year} to {last}',
  },
  STAGE_NEEDS_PHASE: { zh: '评分阶段必须写明 phase', en: 'a stage of scoring must say its phase' },
  PHASE_UNKNOWN: { zh: '没有名为“{given}”的评分环节', en: 'there is no phase "{given}"' },
  ACT_MISSING: {
    zh: '产生方式“{how}”需要“{act}”阶段，日程中没有',
    en: 'the intake "{how}" needs a stage of "{act}", and the calendar has none',
  },
  INTAKE_FIELD_MISSING: {
    zh: '产生方式“{how}”必须写明 {field}',
    en: 'the intake "{how}" must say {field}',
  },
  QUOTA_NOT_ONE: {
    zh: '名额必须且只能写明 count 或 onePer 之一',
    en: 'a quota must say exactly one of count and onePer',
  },
  KINDS_NOT_HERE: {
    zh: '只有组织或任职者可以写明组织类别 of',
    en: 'only organizations and office-holders have kinds of organization (of)',
  },
  DOCUMENT_NOT_ASKED: {
    zh: '没有要求名为“{given}”的申报材料，不能为它命名',
    en: 'no document "{given}" is asked for, so it needs no name',
  },
  OFFICE_NOT_MEMBER: {
    zh: '“{given}”不是“{party}”的成员单位，不能为它命名',
    en: '"{given}" is no office within "{party}", so it needs no name',
  },
  NOTICE_WITHOUT_STAGE: {
    zh: '有公示而日程中没有公示阶段',
    en: 'there is a notice, but no stage of notice in the calendar',
  },
  STAGE_WITHOUT_NOTICE: {
    zh: '有公示阶段“{stage}”，而 notices 中没有任何公示',
    en: 'there is a stage of notice, "{stage}", and no notice in notices',
  },
  NOTICE_LONGER_THAN_GAP: {
    zh: '公示 {days} 个工作日，而阶段“{stage}”只保证 {gap} 个',
    en: 'the notice lasts {days} working days, and its stage "{stage}" promises only {gap}',
  },
  DUTY_UNKNOWN: { zh: '没有名为“{given}”的责任事项', en: 'there is no duty "{given}"' },
} as const;
