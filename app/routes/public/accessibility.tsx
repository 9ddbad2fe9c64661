import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccessibilityPage } from "#app/ui/accessibility/accessibility-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Accessibilité : non conforme") }];

/** Who answers for the service: nobody for a demonstration. */
export function loader(args: LoaderFunctionArgs) {
  return { publisher: appOf(args).env.LEGAL_PUBLISHER ?? null };
}

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />;
}
