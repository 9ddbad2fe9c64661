import { useRouteLoaderData } from "@remix-run/react";

/** Whose pages the menu leads to. */
export type Space = "visitor" | "pupil" | "employer" | "school" | "admin" | "other";

/** A space that a role of the person opens. */
interface OwnSpace {
  space: Exclude<Space, "visitor">;
  home: string;
  homeLabel: string;
}

/** What every page shows around its content. Returned by the root loader: nothing here is private. */
export interface ShellData {
  brand: "neutre" | "etat";
  mode: "demonstration" | "test" | "production";
  /** Where readers write about the site itself. */
  contact: string;
  viewer: {
    displayName: string;
    /** Never empty: whoever has no role is at home on the page of their account. */
    spaces: OwnSpace[];
    /**
     * When the session ends if nothing more is asked for: the instant (ISO 8601), its hour in words, as the frame of a page must be
     * drawn where a browser cannot, and the delay for clocks that are wrong.
     */
    session: { endsAt: string; hour: string; secondsLeft: number };
    /** Messages not read yet, 100 at most. */
    unread: number;
    /** Why the viewer's address takes no mail any more. */
    suppressed: "bounced" | "complained" | null;
  } | null;
}

/** The space whose page this is; elsewhere, none: the frame of the first one is shown. */
export function presentSpace({ spaces }: NonNullable<ShellData["viewer"]>, path: string): OwnSpace | null {
  return spaces.find(({ home }) => path === home || path.startsWith(`${home}/`)) ?? null;
}

/** Whether one of the person's roles opens this space. */
export function opensTo(viewer: ShellData["viewer"], space: OwnSpace["space"]): boolean {
  return viewer?.spaces.some((own) => own.space === space) ?? false;
}

/** When the root loader itself has failed: no brand, nobody signed in. */
const fallback: ShellData = { brand: "neutre", mode: "production", contact: "", viewer: null };

export function useShellData(): ShellData {
  return useRouteLoaderData<() => Promise<ShellData>>("root") ?? fallback;
}
