import { PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { reportInvariants } from "./support/report-invariants.ts";

await reportInvariants("check:projection", [PROJECTION]);
