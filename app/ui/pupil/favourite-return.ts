/** Names the offer whose favourite was just changed, in the address of the page that one comes back to. */
const CHANGED = "favori";

/** This page once a favourite was changed: it says so where the button was, and opens there. */
export function backAfterChange(here: string, offerId: string, anchor: string): string {
  const [pathname = "", search] = here.split("?");
  const query = withoutChange(search);
  query.set(CHANGED, offerId);
  return `${pathname}?${query.toString()}#${anchor}`;
}

/** What an address asks, without what was just done on its page. */
export function withoutChange(search: string | URLSearchParams | undefined): URLSearchParams {
  const query = new URLSearchParams(search);
  query.delete(CHANGED);
  return query;
}

/** What was just done with the favourite of this offer, if anything: told from what is now true of it. */
export function changeText(
  search: string,
  offerId: string,
  favourite: { wantsAlert: boolean } | null,
): string {
  if (new URLSearchParams(search).get(CHANGED) !== offerId) return "";
  if (!favourite) return "Offre retirée de vos favoris.";
  return favourite.wantsAlert
    ? "Offre ajoutée à vos favoris\u00a0: un message vous préviendra si une place se libère."
    : "Offre ajoutée à vos favoris.";
}
