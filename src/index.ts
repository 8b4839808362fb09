/**
 * The API of esmshift.
 *
 * `plan` decides over a whole codebase and can write the result; `convert` and `check` look at one file on its own.
 * None of them prints anything, and nothing is written but by `Plan.write()`. docs/api.md has examples.
 */

export { WriteRefused } from './apply/change.ts';
export { type Undone, type UndoOptions, undo } from './apply/undo.ts';
export type { DiagnosticCode } from './checker/diagnostics/codes.ts';
export type { Diagnostic, RelatedDiagnostic, Severity } from './checker/diagnostics/diagnostic.ts';
export type { DiagnosticExample, ExampleFile } from './checker/diagnostics/entry.ts';
export { diagnosticCodes, type Explanation, explainCode } from './checker/diagnostics/explain.ts';
export { type Plan, plan } from './plan.ts';
export { type ConvertOptions, type ConvertResult, check, convert } from './project/convert.ts';
export { FactsRefused } from './project/facts-lines/format.ts';
export { packageFacts, type WrittenFacts } from './project/facts-lines/write.ts';
export type { CommandFailure } from './project/failing.ts';
export type { Graph, GraphEdge, GraphNode } from './project/graph.ts';
export type { PlannedFile } from './project/plan.ts';
export type { PlanOptions, Progress } from './project/plan-options.ts';
export type { FileReport, FileStatus, Report, RowKind } from './project/report.ts';
export type { ReviewOptions } from './review/reporter.ts';
export type { ReporterName } from './review/reporters.ts';
export type { Edit, EditReason } from './rewrite/edit.ts';
export { type VerifiedPlan, type VerifyOptions, verifiedPlan } from './verified-plan.ts';
export { version } from './version.ts';
