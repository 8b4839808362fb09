import { pathToFileURL } from 'node:url';
import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import { explainCode } from '../checker/diagnostics/explain.ts';
import type { Diagnostic, FileReport, RelatedDiagnostic, Severity } from '../project/report.ts';
import { version } from '../version.ts';
import type { Reviewed } from './reporter.ts';

/** What a code scanner makes of each severity. A refusal breaks nothing: the file goes on working as it is. */
const LEVEL: Record<Severity, Result.level> = {
  refusal: 'warning',
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/** The name for the folder that paths are relative to, as the standard's examples have it. */
const ROOT = '%SRCROOT%';

/** The diagnostics as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanners and editors. */
export function* sarif({ report }: Reviewed): Iterable<string> {
  const codes = [...new Set(report.files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))];
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'esmshift', semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: pathToFileURL(`${report.root}/`).href } },
        invocations: [{ executionSuccessful: true }],
        results: report.files.flatMap((row) =>
          row.diagnostics.map((diagnostic) => resultOf(row, diagnostic, indexOf.get(diagnostic.code)!)),
        ),
      },
    ],
  };
  yield `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string): ReportingDescriptor {
  const explanation = explainCode(code);
  if (explanation === null) return { id: code };
  return {
    id: code,
    shortDescription: { text: explanation.title },
    fullDescription: { text: explanation.explanation },
    help: { text: explanation.help },
    defaultConfiguration: { level: LEVEL[explanation.severity] },
  };
}

function resultOf(row: FileReport, diagnostic: Diagnostic, ruleIndex: number): Result {
  const { code, severity, message, help, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: help === '' ? message : `${message}\n${help}` },
    locations: [{ physicalLocation: locationOf(row.path, regionOf(diagnostic)) }],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: locationOf(place.path, pointOf(place)),
    })),
    properties: { status: row.status },
  };
}

function locationOf(path: string, region: Region): PhysicalLocation {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { artifactLocation: { uri, uriBaseId: ROOT }, region };
}

function regionOf({ line, column, endLine, endColumn }: Diagnostic): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function pointOf({ line, column }: RelatedDiagnostic): Region {
  return { startLine: line, startColumn: column };
}
