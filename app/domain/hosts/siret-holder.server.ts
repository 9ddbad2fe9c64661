import { and, isNull } from "drizzle-orm";
import { hostOrganisations } from "#db/schema/index.ts";

/** Its SIRET was neither taken away from it, nor only written by a host that answered a link. */
export const holdsItsSiret = and(isNull(hostOrganisations.detachedAt), isNull(hostOrganisations.foundAt));
