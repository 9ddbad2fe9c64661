import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getSearchTotals, listSearchFigures } from "#app/domain/discovery/search-figures.queries.server.ts";
import type { FigureList } from "#app/domain/discovery/search-figures.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { SearchFiguresPage } from "#app/ui/admin/search-figures-page.tsx";
import { listOfQuery } from "#app/ui/messages/administration/search-figures.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { pageOf } from "#app/web/page-number.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Recherches", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const list = listOfQuery(query.get("liste"));
  const page = pageOf(query);
  const { figures, hasNext } = await listSearchFigures(ctx, { list, page });
  const name = await namesOf(ctx.app, list);
  return {
    list,
    page,
    hasNext,
    totals: await getSearchTotals(ctx),
    figures: figures.map(({ value, ...figure }) => ({ ...figure, value, name: name(value) })),
  };
}

/** Communes and sectors by their names; words as they are. */
async function namesOf({ db, places }: AppContext, list: FigureList): Promise<(value: string) => string> {
  if (list === "places") return (code) => places.byInseeCode(code)?.label ?? code;
  if (list !== "sectors") return (word) => word;
  const sectors = (await listSectorFamilies(db)).flatMap((family) => family.sectors);
  return (code) => sectors.find((sector) => sector.code === code)?.label ?? code;
}

export default function Searches() {
  return <SearchFiguresPage {...useLoaderData<typeof loader>()} />;
}
