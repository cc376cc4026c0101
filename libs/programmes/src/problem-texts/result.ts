/** Where points come from and how a result comes of them. */
export const resultProblemTexts = {
  TOTAL_DIFFERS: {
    zh: '各部分合计 {sum}，与所写的 {total} 不符',
    en: 'the parts add up to {sum}, not to the {total} that is written',
  },
  CRITERION_NEEDS_MARKS: {
    zh: '必须且只能写明 step、bands、ranges、levels 之一（ranges 另须 step）',
    en: 'must say exactly one of step, bands, ranges and levels (ranges beside a step)',
  },
  STEP_DOES_NOT_DIVIDE: { zh: '步长 {step} 不能整除 {points}', en: 'the step {step} does not divide {points}' },
  NOT_DESCENDING: {
    zh: '必须从高到低排列，不得重复；ranges 的每一段写作 [低, 高]，最高的一段在前：[[80, 100], [60, 79]]',
    en: 'must descend strictly from the best; each of ranges is [low, high], the best one first: [[80, 100], [60, 79]]',
  },
  MARK_ABOVE_POINTS: { zh: '{given} 高于该项分值 {points}', en: '{given} is more than the {points} there are' },
  LEVEL_TOO_FINE: {
    zh: '档次“{given}”的得分不是整百分之一分',
    en: 'the level "{given}" gives a fraction of a hundredth of a point',
  },
  LEVELS_NOT_DISTINCT: { zh: '两个档次的分值相同', en: 'two levels are worth the same' },
  LEVELS_OR_PICK: { zh: '必须且只能写明 levels 或 pick 之一', en: 'must say exactly one of levels and pick' },
  BONUS_WORTHLESS: {
    zh: '加分组“{given}”既没有写明各项分值，也没有写明档次',
    en: 'the bonus group "{given}" says neither the points of its items nor levels',
  },
  BONUS_ALONE: {
    zh: '加分不能由申报方“{given}”自己认定',
    en: 'bonuses are not granted by "{given}" who claims them',
  },
  LEVEL_UNKNOWN: {
    zh: '没有名为“{given}”的档次：只有评分标准的 levels 才有档次名称，step、bands 和 ranges 没有',
    en: 'there is no level "{given}": levels are those that a criterion names in levels; step, bands and ranges name none',
  },
  PERIOD_PART_LONGER: {
    zh: '评分部分“{area}”按“{period}”计分，长于每“{every}”一轮的评分',
    en: 'the area "{area}" is judged every "{period}", which is longer than a round of every "{every}"',
  },
  PERIOD_PART_UNKNOWN: {
    zh: 'period.parts 中没有“{given}”',
    en: 'the period has no part "{given}" (period.parts)',
  },
  OWNER_UNKNOWN: {
    zh: '“{given}”既不是参与方，也不是其成员部门或对象',
    en: '"{given}" is neither a party nor one of its members nor a subject',
  },
  MEASURE_INCOMPLETE: {
    zh: '导入的指标须写明 by，计算的指标须写明 compute',
    en: 'an imported measure must say by, a computed one compute',
  },
  SOURCE_UNKNOWN: { zh: '没有名为“{given}”的评分来源', en: 'there is no source "{given}"' },
  SOURCE_NOT_YET: {
    zh: '平台目前还不能计算 {kind} 来源“{given}”',
    en: 'the platform does not compute the source "{given}" ({kind}) yet',
  },
  PERIOD_NOT_YET: {
    zh: '平台目前还不能让环节“{phase}”按期重复：只有唯一的评分环节可以在一年的每半年、每季度（或半年的每季度）各评一次，并且从它的第一个填报环节起，每个环节要么填报它，要么以同样的 every 重复（研究确定也在内），日期写成月日',
    en: 'the platform does not hold the phase "{phase}" again in each part of the period yet: the only phase of the result is held in each half or quarter of a year (or each quarter of a half), and from the first stage that fills it on, every stage fills it or comes again with the same every (the decision, too), on days of the year',
  },
  CHECK_NOT_YET: {
    zh: '没有阶段填报环节“{phase}”的检查清单、加分、量化指标或无记名投票，或者阶段多于平台目前能开放的：没有评委打分的环节，检查清单、加分和量化指标可分几个阶段填报、也可按期重复，投票只有一个阶段；有评委打分的环节只开放一个评分阶段，由填报各方共用（by 写明各方）。检查时间长于打分的，把检查清单单独列为前一个环节，后一个环节写 admits: {from: 前一环节, first: 1000, edge: in} 全部进入，并以 carry 引入其得分',
    en: 'the check-lists, bonuses, measures or ballots of the phase "{phase}" are filled in no stage, or in more than the platform opens yet: without a panel, check-lists, bonuses and measures are filled over several stages or in one that comes again, and a ballot in one; with a panel, all who fill act in its one stage of scoring (by names them all). A list that is kept longer than experts score is a phase of its own before theirs, which admits everybody (admits: {from: THE-EARLIER, first: 1000, edge: in}) and takes its score (carry)',
  },
  CARRY_NOT_YET: {
    zh: '平台目前不能只引入环节“{phase}”的得分而不从中选拔：该环节会被单独研究确定。要全部进入，请写 admits: {from: 该环节, first: 1000, edge: in}',
    en: 'the platform does not carry the phase "{phase}" alone, without admitting from it, yet: it would be decided over by itself. Where everybody goes on, say admits: {from: THAT-PHASE, first: 1000, edge: in}',
  },
  SEQUENCE_NOT_YET: {
    zh: '环节“{phase}”采用前一环节的结果，须待其汇总后才开启：阶段“{stage}”应排在“{before}”结束之后',
    en: 'the phase "{phase}" takes what an earlier one comes to, and is opened once that is tallied: the stage "{stage}" must come after "{before}" is over',
  },
  PANEL_RULE_NOT_YET: {
    zh: '平台目前还不执行来源“{given}”的“{rule}”',
    en: 'the platform does not keep "{rule}" of the source "{given}" yet',
  },
  VOTERS_NOT_YET: {
    zh: '“{given}”由“{party}”以账号投票，其 scope 须为其一：{choices}；在会上用纸质选票（box: true）的才可写 round，凭码投票的写角色 public、scope: code',
    en: '"{party}" votes in "{given}" by account: its scope is one of {choices}; round is for papers at a meeting (box: true), and who votes by a code has the role public and the scope code',
  },
  SOURCE_UNUSED: { zh: '没有任何步骤读取来源“{given}”', en: 'no step reads the source "{given}"' },
  SOURCE_NOT_FILLED: {
    zh: '没有阶段让“{by}”填写来源“{given}”',
    en: 'nobody fills the source "{given}": no stage lets "{by}" do it',
  },
  ITEM_NOT_FILLED: {
    zh: '检查项“{given}”无人填写：没有按次计分（per），也没有能为它打分的审核方（reviews）',
    en: 'nobody fills the item "{given}": it counts no occurrences (per), and no party of reviews marks it',
  },
  SOURCE_WITHOUT_PHASE: {
    zh: '来源“{given}”在环节“{phase}”中使用，但该环节没有由“{by}”评分的阶段',
    en: 'the source "{given}" is read in the phase "{phase}", which has no stage of scoring by "{by}"',
  },
  ITEM_UNKNOWN: {
    zh: '检查清单“{source}”没有名为“{given}”的项目；一票否决的各项合称 veto',
    en: 'the check-list "{source}" has no item "{given}"; all that shut out are together called veto',
  },
  STEP_UNKNOWN: { zh: '没有名为“{given}”的步骤', en: 'there is no step "{given}"' },
  STEP_FORWARD: {
    zh: '步骤“{given}”在后面；步骤只能读取前面的步骤',
    en: 'the step "{given}" comes later; a step reads only steps above it',
  },
  STEP_FIELD_NOT_HERE: {
    zh: '“{field}”不适用于 {kind} 来源',
    en: '"{field}" does not go with a source of the kind {kind}',
  },
  STEP_FIELD_MISSING: { zh: '此处必须写明 {field}', en: 'must say {field} here' },
  WEIGHTS_NOT_WHOLE: { zh: '权重合计 {sum}，应为 100%', en: 'the weights add up to {sum}, not to 100%' },
  PART_UNKNOWN: { zh: '来源“{source}”中没有“{given}”', en: 'the source "{source}" has no "{given}"' },
  LEAST_BELOW_DROPS: {
    zh: '至少要有 {min} 份评分，去掉最高最低后才有剩余',
    en: 'at least {min} sheets are needed, so that something is left after dropping',
  },
  MEASURE_NOT_POINTS: {
    zh: '步骤“{given}”的单位是 {unit}，不是分；只能用 bands、scale 或直接排名',
    en: 'the step "{given}" is in {unit}, not in points: only bands, scale and the rank may read it',
  },
  PHASE_FORWARD: { zh: '“{given}”不是前面的评分环节', en: '"{given}" is no phase above this one' },
  REFUSE_WITHOUT_WAY_ON: {
    zh: '此处 refuse 没有出路：没有可重新打开的阶段，须写 wayOn: body 并由集体决定',
    en: 'refuse leaves no way on here: no stage can be opened again, so say wayOn: body and let a body decide',
  },
  TIE_AMBIGUOUS: {
    zh: '标准“{given}”出现在多个评分组中，且没有把它们加权合成的步骤，请写明 of',
    en: 'the criterion "{given}" stands in several panels that no step weighs together: say of which step',
  },
  DRAW_WITHOUT_SHEETS: {
    zh: '抽签的种子取自评分表；此环节没有评分表',
    en: 'a draw takes its seed from counted sheets, and this phase has none',
  },
  TIE_WITHOUT_BODY: {
    zh: '并列交由集体决定，但日程中没有决定阶段',
    en: 'ties are left to the body, but no stage of deciding stands in the calendar',
  },
} as const;
