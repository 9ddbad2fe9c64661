import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPrintedCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { PrintedCardsPage } from "#app/ui/school/cards/printed-cards-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Cartes de la classe ${data.name}` : "Cartes d’activation") },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, ...base } = await requireSchool(args);
  const { classGroupId } = args.params;
  if (!isId(classGroupId)) throw notFound();
  const printed = foundOrThrow(await getPrintedCards({ ...base, links: app.links }, classGroupId));
  return { ...printed, address: new URL(app.env.PUBLIC_URL).host + paths.activation() };
}

export default function PrintedCards() {
  return <PrintedCardsPage {...useLoaderData<typeof loader>()} />;
}
