import ts from "typescript";

export interface FunctionFact {
  name: string;
  line: number;
  lines: number;
  /** As it is written, its type included. */
  firstParameter: string;
}

export interface SourceFacts {
  lines: number;
  functions: FunctionFact[];
  /** Lines where the type system or the work is put off: any, ts-ignore, "to do" notes. */
  evasions: { line: number; what: string }[];
}

const evasiveComment = /@ts-(ignore|expect-error|nocheck)|\b(TODO|FIXME|XXX)\b/;

function nameOf(node: ts.FunctionLikeDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText(source);
  return "(anonymous)";
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

/** What the budgets need to know of one TypeScript file. */
export function readSourceFacts(fileName: string, text: string): SourceFacts {
  const kind = fileName.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, kind);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const functions: FunctionFact[] = [];
  const evasions: SourceFacts["evasions"] = [];

  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(node)) {
      const line = lineAt(node.getStart(source));
      functions.push({
        name: nameOf(node, source),
        line,
        lines: lineAt(node.getEnd()) - line + 1,
        firstParameter: node.parameters[0]?.getText(source) ?? "",
      });
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) evasions.push({ line: lineAt(node.pos), what: "any" });
    ts.forEachChild(node, visit);
  };
  visit(source);

  const rows = text.split("\n");
  rows.forEach((row, index) => {
    const comment = /(\/\/|\/?\*).*$/.exec(row)?.[0] ?? "";
    const found = evasiveComment.exec(comment);
    if (found) evasions.push({ line: index + 1, what: found[0] });
  });
  return { lines: text.endsWith("\n") ? rows.length - 1 : rows.length, functions, evasions };
}
