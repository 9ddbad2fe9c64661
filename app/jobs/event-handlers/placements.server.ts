import { nobody } from "../compose.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const placementHandlers: HandlersOf<"placement"> = {
  "placement.week_before": () => Promise.resolve(nobody("nobody_concerned")),
  "placement.day_before": () => Promise.resolve(nobody("nobody_concerned")),
  "placement.first_day": () => Promise.resolve(nobody("nobody_concerned")),
  "placement.ended": () => Promise.resolve(nobody("nobody_concerned")),
  "placement.absence_reported": () => Promise.resolve(nobody("nobody_concerned")),
  "placement.accident_reported": () => Promise.resolve(nobody("nobody_concerned")),
};
