import { Outlet, useRouteError } from "@remix-run/react";
import { ErrorPage } from "#app/ui/shell/error-page.tsx";
import { AddressNotice } from "#app/ui/notifications/address-notice.tsx";

/**
 * Catches the errors of every page below the root, whose own loader then still runs: after a refused form too, the
 * error page keeps its header, its banner and the name of the one who is signed in.
 */
export default function PageFrame() {
  return (
    <>
      <AddressNotice />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
