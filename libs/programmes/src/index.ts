export { type ActRule, actRules } from './acts.ts';
export { type FaultDetails, Faults, type Problem, problemsOf } from './faults.ts';
export { programmeLimits } from './limits.ts';
export { type ParameterValues } from './parameters.ts';
export { type ProblemReason, problemTexts } from './problem-texts.ts';
export {
  type CalendarYear,
  type Every,
  type Moment,
  type StageTimes,
  type StageWindow,
  stageWindows,
} from './stage-windows.ts';
export { type Act, ACTS } from './template/calendar.ts';
export { type PartyRole, type SubjectKind } from './template/parties.ts';
export { type Level, LEVELS, type Policy } from './template/policy.ts';
export { SCHEMA_VERSION, type Template } from './template/template.ts';
export { type Place, type Tree, type TreeEntry, treeOfJson } from './tree.ts';
export {
  canonicalText,
  readCanonical,
  templateHash,
  type ValidProgramme,
  type Validation,
  validateProgramme,
} from './validate.ts';
export { compile, type Compilation, phaseTablesOf } from './compile/compile.ts';
export { type CompiledPolicy, compilePolicy } from './compile/compile-policy.ts';
export { sourceTables } from './compile/electorate-tables.ts';
export type * from './compile/compiled.ts';
export { publishedSchema, SCHEMA_FILE } from './published-schema.ts';
export { daysOutsideEdition, type OrderedStage, type StageFault, stageOrderFaults } from './stage-order.ts';
export { noEdition, notYetPlayed } from './not-yet.ts';
export { isNaming, namingDayOf } from './naming.ts';
export { ownNoticeOf } from './own-notice.ts';
export { tooLarge } from './text-size.ts';
export { RULE_SECTIONS, type RuleBook, ruleBookOf, type RuleSection } from './rule-book/rule-book.ts';
export { actWords, roleWords } from './rule-book/rule-words.ts';
export { policyRulesOf } from './rule-book/policy-rules.ts';
export { rollOf, type RollRule, type RollWhole } from './roll.ts';
export { type LookedUp, type LookedUpKind, lookedUpOf } from './looked-up.ts';
export { type AnsweredBy, askedOn, type Need, needsOf, type NeedTest, needWords, type SubjectNeeds } from './needs.ts';
export { sampleOf } from './sample/sample.ts';
export type { Sample } from './sample/told.ts';
export { factValueWords } from './fact-values.ts';
export { type Words } from './need-words.ts';
