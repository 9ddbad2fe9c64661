import { INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { reportInvariants } from "./report-invariants.ts";

await reportInvariants("check:invariants", INVARIANTS);
