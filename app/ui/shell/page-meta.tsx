import { Meta } from "@remix-run/react";
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";

import { asRefused } from "./page-title.ts";
import { useRefusedOnArrival } from "./refused-form.ts";

/** The routes' own `meta`, which cannot know of a refused form: its title then begins with the error. */
export function PageMeta() {
  const tags: ReactElement<{ children: ReactNode }> = Meta();
  if (!useRefusedOnArrival()) return tags;
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
