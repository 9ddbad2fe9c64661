/** Tables whose rows are named by their first cell, by their number of columns: facts, then hours. */
const COLUMNS = [2, 4];

/**
 * Makes row headers of the first cells of these tables, in the structure of a PDF that the typesetter has written: its build
 * for Node leaves out `pdf.header-cell`. Lengths stay as they are, hence the file's table of offsets too. Without explicit
 * headers, a reader finds those of a cell by their scopes: that of its column and that of its row.
 */
export function withRowHeaders(pdf: Uint8Array): Uint8Array {
  let source = Buffer.from(pdf).toString("latin1");
  for (const table of tablesOf(source)) source = marked(source, table);
  return new Uint8Array(Buffer.from(source, "latin1"));
}

/** The names of the tables concerned: each header of a column bears an ID such as (U2x3y0), of table 2 and column 3. */
function tablesOf(source: string): string[] {
  const columns = new Map<string, number>();
  for (const [, table = "", column] of source.matchAll(/\/ID \((U\d+)x(\d+)y0\)/g))
    columns.set(table, Math.max(columns.get(table) ?? 0, Number(column) + 1));
  return [...columns].filter(([, count]) => COLUMNS.includes(count)).map(([table]) => table);
}

function marked(source: string, table: string): string {
  const cell = new RegExp(
    `(/Type /StructElem\\n {2}/S /)TD(\\n[^>]*?)(/Headers \\[\\(${table}x(\\d+)y0\\)[^\\]]*\\])`,
    "g",
  );
  return source.replace(cell, (_, before: string, between: string, headers: string, column: string) => {
    const isFirst = column === "0";
    const attribute = (isFirst ? "/Scope /Row" : "").padEnd(headers.length);
    return `${before}${isFirst ? "TH" : "TD"}${between}${attribute}`;
  });
}
