import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProviderWayOut } from "#app/domain/federation/end-provider-session.server.ts";
import { FederatedSignOutPage } from "#app/ui/auth/federated-sign-out-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { providerOf, visitOf } from "#app/web/links/federation-visit.server.ts";

/** The browser goes on by itself: a form may not lead to another site, and scripts may be off. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle("Déconnexion") },
  { name: "robots", content: "noindex" },
  ...(data?.wayOut ? [{ httpEquiv: "refresh", content: `0;url=${data.wayOut}` }] : []),
];

/** Someone has just signed out here: the federation's own session is left to end. */
export async function loader(args: LoaderFunctionArgs) {
  const provider = providerOf(args);
  const visit = await visitOf(args);
  return { provider, wayOut: visit && (await findProviderWayOut(appOf(args), visit)) };
}

export default function FederatedSignOut() {
  return <FederatedSignOutPage {...useLoaderData<typeof loader>()} />;
}
