import { INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { reportInvariants } from "./support/report-invariants.ts";

await reportInvariants("check:invariants", INVARIANTS);
