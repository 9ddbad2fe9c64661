import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRosterImport } from "#app/domain/roster/roster-imports.queries.server.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { problemRow, PROBLEM_HEADER } from "#app/ui/messages/roster.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

/** What is wrong in a list, to be corrected with the list beside it. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "schoolOffice", "schoolHead");
  const shown = await getRosterImport(db, actor, args.params.rosterId);
  if (!shown) throw notFound();
  const problems = shown.report?.problems ?? shown.review?.problems ?? [];
  return new Response(csvText([PROBLEM_HEADER, ...problems.map(problemRow)]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="lignes-a-verifier.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
