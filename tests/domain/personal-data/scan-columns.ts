import type { Database } from "#db/client.ts";

/** Schemas of the server itself. */
const OF_THE_SERVER = ["information_schema", "pg_catalog", "pg_toast"];

interface Table {
  schema: string;
  name: string;
  columns: { name: string; type: string }[];
}

function listTables({ $client: sql }: Database): Promise<Table[]> {
  return sql<Table[]>`
    select t.table_schema as schema, t.table_name as name,
      json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) order by c.ordinal_position) as columns
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and t.table_schema <> all(${OF_THE_SERVER})
    group by 1, 2 order by 1, 2`;
}

/**
 * Where one of these words stands: "table.column" of every table of every schema, the queue's included, whatever the type of the
 * column. Bytes are read as text; what is compressed in them is not seen.
 */
export async function columnsHolding(db: Database, words: readonly string[]): Promise<string[]> {
  const sql = db.$client;
  const anyOf = words.map((word) => word.replace(/[.+*?^$()[\]{}|\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${anyOf})(?![\\p{L}\\d])`, "iu");
  const found: string[] = [];
  for (const { schema, name, columns } of await listTables(db)) {
    const texts = columns.map(({ name: column, type }) =>
      type === "bytea" ? sql`convert_from(${sql(column)}, 'LATIN1')` : sql`${sql(column)}::text`,
    );
    const list = texts.flatMap((text, index) => (index === 0 ? [text] : [sql`, `, text]));
    const rows = await sql`select ${list} from ${sql(schema)}.${sql(name)}`.values();
    const held = columns.filter((_, index) => rows.some((row) => pattern.test(String(row[index] ?? ""))));
    found.push(...held.map((column) => `${schema === "public" ? "" : `${schema}.`}${name}.${column.name}`));
  }
  return found;
}

/** Every table of ours, by its name. */
export async function tableNames(db: Database): Promise<string[]> {
  const tables = await listTables(db);
  return tables.filter(({ schema }) => schema === "public").map(({ name }) => name);
}
