import { nobody } from "../compose.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const peopleHandlers: HandlersOf<"guardian" | "help" | "address" | "retention"> = {
  "guardian.code_requested": () => Promise.resolve(nobody("nobody_concerned")),
  "guardian.link_requested": () => Promise.resolve(nobody("nobody_concerned")),
  "help.requested": () => Promise.resolve(nobody("nobody_concerned")),
  "address.suppressed": () => Promise.resolve(nobody("nobody_concerned")),
  "retention.purge_announced": () => Promise.resolve(nobody("nobody_concerned")),
};
