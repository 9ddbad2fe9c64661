import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** After a conflict the page must show what the agreement says now; by default a refused form reloads nothing. */
export function revalidateOnConflict({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate;
}
