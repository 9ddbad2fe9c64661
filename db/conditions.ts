import { LIVE_STATUSES, STATUSES_AWAITING_HOST } from "#app/domain/applications/application.ts";

/**
 * Rules of the domain's pure modules, generated for SQL: the text of a condition on a row of this alias. Values are spelt out,
 * because parameters would not match the partial indexes.
 */
export const literals = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ");

/** An application that waits for its host's word. */
export const awaitsHost = (application: string): string =>
  `${application}.status in (${literals(STATUSES_AWAITING_HOST)})`;

/** An application that waits for someone's word. */
export const isLive = (application: string): string =>
  `${application}.status in (${literals(LIVE_STATUSES)})`;

/** How many applications to an offer wait for its host. */
export const awaitingHost = (offer: string): string =>
  `(select count(*) from applications waiting where waiting.offer_id = ${offer}.id and ${awaitsHost("waiting")})`;

/** An offer whose host has fewer applications to answer than it wished, or set no limit. */
export const takesOneMore = (offer: string): string =>
  `(${offer}.max_open_applications is null or ${offer}.max_open_applications > ${awaitingHost(offer)})`;
