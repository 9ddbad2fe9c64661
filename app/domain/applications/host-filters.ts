import type { ApplicationStatus } from "./application.ts";

/** What a host filters its applications by. */
export const HOST_FILTERS = {
  "a-repondre": ["submitted", "seen"],
  acceptees: ["accepted"],
  confirmees: ["confirmed"],
  closes: ["declined", "withdrawn", "cancelled", "expired", "lapsed", "released", "transferred"],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
export type HostFilter = keyof typeof HOST_FILTERS;

export function isHostFilter(value: string | null): value is HostFilter {
  return value !== null && Object.hasOwn(HOST_FILTERS, value);
}
