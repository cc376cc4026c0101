type Text = Readonly<{ default: string }>;

/** A text that somebody may begin with. */
export type Shipped = Readonly<{ id: string; zh: string; en: string; text: () => Promise<Text> }>;

export const SKELETON = 'skeleton';

/** The tutorial's own: an empty beginning that works. */
export const skeleton = async (): Promise<Text> => import('./skeleton.txt?raw');

/** The platform's own templates; each text is fetched when somebody begins with it. */
export const SHIPPED: readonly Shipped[] = [
  {
    ...{ id: 'advanced-collectives', zh: '先进集体评选', en: 'Advanced collectives' },
    text: async () => import('@jiangong/programmes/templates/advanced-collectives.yaml?raw'),
  },
  {
    ...{ id: 'approval-poll', zh: '机关党委群众认可度测评', en: 'Approval poll on Party committees' },
    text: async () => import('@jiangong/programmes/templates/approval-poll.yaml?raw'),
  },
  {
    ...{ id: 'branch-checklist', zh: '党支部标准化检查', en: 'Check of branches by a list' },
    text: async () => import('@jiangong/programmes/templates/branch-checklist.yaml?raw'),
  },
  {
    ...{ id: 'branch-debrief', zh: '党支部述职评议', en: 'Branches report and are appraised' },
    text: async () => import('@jiangong/programmes/templates/branch-debrief.yaml?raw'),
  },
  {
    ...{ id: 'branch-meeting', zh: '党支部党员大会评定', en: 'Members judged by the meeting of their branch' },
    text: async () => import('@jiangong/programmes/templates/branch-meeting.yaml?raw'),
  },
  {
    ...{ id: 'civilized-units', zh: '文明单位评选', en: 'Civilized units' },
    text: async () => import('@jiangong/programmes/templates/civilized-units.yaml?raw'),
  },
  {
    ...{ id: 'democratic-appraisal', zh: '机关党委民主测评', en: 'Democratic appraisal of Party committees' },
    text: async () => import('@jiangong/programmes/templates/democratic-appraisal.yaml?raw'),
  },
  {
    ...{ id: 'demonstration-points', zh: '支部标准化示范点命名', en: 'Demonstration points' },
    text: async () => import('@jiangong/programmes/templates/demonstration-points.yaml?raw'),
  },
  {
    ...{ id: 'demonstration-recheck', zh: '支部标准化示范点复核', en: 'Demonstration points, looked at again' },
    text: async () => import('@jiangong/programmes/templates/demonstration-recheck.yaml?raw'),
  },
  {
    ...{ id: 'expert-bands', zh: '项目专家分档评审', en: 'Projects judged in bands' },
    text: async () => import('@jiangong/programmes/templates/expert-bands.yaml?raw'),
  },
  {
    ...{ id: 'fifty-years', zh: '光荣在党50年', en: 'Fifty years in the Party' },
    text: async () => import('@jiangong/programmes/templates/fifty-years.yaml?raw'),
  },
  {
    ...{ id: 'four-exams', zh: '先进党支部“四考两评”', en: 'Advanced branches, four checks and two ratings' },
    text: async () => import('@jiangong/programmes/templates/four-exams.yaml?raw'),
  },
  {
    ...{ id: 'four-excellent', zh: '“四优”共产党员', en: 'Four-excellent members' },
    text: async () => import('@jiangong/programmes/templates/four-excellent.yaml?raw'),
  },
  {
    ...{ id: 'four-strong', zh: '“四强”党组织', en: 'Four-strong organizations' },
    text: async () => import('@jiangong/programmes/templates/four-strong.yaml?raw'),
  },
  {
    ...{ id: 'graded-appraisal', zh: '党建工作实绩考核（定等次）', en: 'Appraisal of units’ Party work with grades' },
    text: async () => import('@jiangong/programmes/templates/graded-appraisal.yaml?raw'),
  },
  {
    ...{ id: 'jiangong-edition', zh: '建功主题实践活动年度评选', en: 'Merit campaign, yearly edition' },
    text: async () => import('@jiangong/programmes/templates/jiangong-edition.yaml?raw'),
  },
  {
    ...{ id: 'labour-recommendation', zh: '五一系列推荐', en: 'Recommendation for labour awards' },
    text: async () => import('@jiangong/programmes/templates/labour-recommendation.yaml?raw'),
  },
  {
    ...{ id: 'lecture-contest', zh: '党课评选', en: 'Contest of Party lectures' },
    text: async () => import('@jiangong/programmes/templates/lecture-contest.yaml?raw'),
  },
  {
    ...{ id: 'mass-recommendation', zh: '群团系列推荐', en: 'Recommendation upward by mass bodies' },
    text: async () => import('@jiangong/programmes/templates/mass-recommendation.yaml?raw'),
  },
  {
    ...{ id: 'model-branches', zh: '示范党支部评选', en: 'Selection of model Party branches' },
    text: async () => import('@jiangong/programmes/templates/model-branches.yaml?raw'),
  },
  {
    ...{ id: 'pacesetters', zh: '建功“十四五”标兵单位', en: 'Pacesetter units' },
    text: async () => import('@jiangong/programmes/templates/pacesetters.yaml?raw'),
  },
  {
    ...{ id: 'paper-debrief', zh: '党支部述职现场测评', en: 'Branches appraised by paper ballot' },
    text: async () => import('@jiangong/programmes/templates/paper-debrief.yaml?raw'),
  },
  {
    ...{ id: 'paper-recommendation', zh: '民主推荐会', en: 'Recommended by paper ballot' },
    text: async () => import('@jiangong/programmes/templates/paper-recommendation.yaml?raw'),
  },
  {
    ...{ id: 'party-brands', zh: '党建品牌创建', en: 'Party-building brands' },
    text: async () => import('@jiangong/programmes/templates/party-brands.yaml?raw'),
  },
  {
    ...{ id: 'peer-abcd', zh: '单位互评', en: 'Units rate each other A to D' },
    text: async () => import('@jiangong/programmes/templates/peer-abcd.yaml?raw'),
  },
  {
    ...{ id: 'promises', zh: '五好党支部、五带头承诺', en: 'Promises of branches and members' },
    text: async () => import('@jiangong/programmes/templates/promises.yaml?raw'),
  },
  {
    ...{ id: 'secretary-debrief', zh: '党组织书记述职评议考核', en: 'Secretaries report and are appraised' },
    text: async () => import('@jiangong/programmes/templates/secretary-debrief.yaml?raw'),
  },
  {
    ...{ id: 'skills-contest', zh: '职工技能比赛', en: 'Skills contest' },
    text: async () => import('@jiangong/programmes/templates/skills-contest.yaml?raw'),
  },
  {
    ...{ id: 'skills-on-stage', zh: '职工技能比赛（现场评分）', en: 'Skills contest on the stage' },
    text: async () => import('@jiangong/programmes/templates/skills-on-stage.yaml?raw'),
  },
  {
    ...{ id: 'star-branches', zh: '星级达标创建', en: 'Star rating of branches' },
    text: async () => import('@jiangong/programmes/templates/star-branches.yaml?raw'),
  },
  {
    ...{ id: 'two-excellences', zh: '两优一先', en: 'Outstanding members, Party workers and organizations' },
    text: async () => import('@jiangong/programmes/templates/two-excellences.yaml?raw'),
  },
  {
    ...{ id: 'unit-appraisal', zh: '党建工作实绩考核', en: 'Appraisal of units’ Party work' },
    text: async () => import('@jiangong/programmes/templates/unit-appraisal.yaml?raw'),
  },
  {
    ...{ id: 'vanguard-lines', zh: '党建先锋系统', en: 'Vanguard lines' },
    text: async () => import('@jiangong/programmes/templates/vanguard-lines.yaml?raw'),
  },
  {
    ...{ id: 'works-call', zh: '作品征集评选', en: 'Call for works' },
    text: async () => import('@jiangong/programmes/templates/works-call.yaml?raw'),
  },
  {
    ...{ id: 'works-call-public', zh: '作品征集评选（公众报送）', en: 'Call for works from the public' },
    text: async () => import('@jiangong/programmes/templates/works-call-public.yaml?raw'),
  },
];
