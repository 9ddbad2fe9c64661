import { Meta } from "@remix-run/react";
import { Children, cloneElement, isValidElement, useContext, type ReactElement, type ReactNode } from "react";
import { UNSAFE_DataRouterStateContext as DataRouterStateContext } from "react-router-dom";

import { asRefused } from "./page-title.ts";

/** Actions that succeed redirect: an answer to show means that a form has been sent back. */
function useRefusedForm(): boolean {
  const state = useContext(DataRouterStateContext);
  return Object.values(state?.actionData ?? {}).some((answer) => answer !== null && answer !== undefined);
}

/** The routes' own `meta`, which cannot know of a refused form: its title then begins with the error. */
export function PageMeta() {
  const tags: ReactElement<{ children: ReactNode }> = Meta();
  if (!useRefusedForm()) return tags;
  return (
    <>
      {Children.map(tags.props.children, (tag) =>
        isValidElement<{ children: string }>(tag) && tag.type === "title"
          ? cloneElement(tag, {}, asRefused(tag.props.children))
          : tag,
      )}
    </>
  );
}
