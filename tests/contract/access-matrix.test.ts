import { describe, expect, it } from "vitest";
import { newId } from "#app/kernel/ids.ts";
import { ROLES, type Role } from "#app/domain/accounts/actor.ts";
import { ACCESS, type Access } from "./access-decisions.ts";
import { guardianLink, handlers, underLink, visit, type Who } from "./route-matrix.ts";

type Verdict = "in" | "unsigned" | "sign_in" | "forbidden" | "not_found";

function verdictOf({ status, location }: { status: number; location: string | null }): Verdict {
  if (location?.startsWith("/connexion") && location.includes("retour=")) return "sign_in";
  if (status === 401) return "unsigned";
  if (status === 403) return "forbidden";
  return status === 404 ? "not_found" : "in";
}

function expected(access: Access, who: Who): Verdict[] {
  if (access === "public") return ["in", "not_found"];
  if (access === "by_link") return ["in"];
  if (access === "by_signature") return ["unsigned"];
  if (who === "visitor" || who === "halfSignedIn") return ["sign_in"];
  if (access === "signed_in") return ["in"];
  if (who.startsWith("stranger:")) return access.owned ? ["not_found"] : ["in"];
  const allowed = access.roles.includes(who as Role);
  // Some roles may enter a page without owning what the matrix's world holds there.
  return allowed ? ["in"] : ["forbidden"];
}

describe("who may enter where", () => {
  it("has a decision for every loader and action, and no decision for one that is gone", () => {
    expect(handlers.map(({ key }) => key).sort()).toEqual(Object.keys(ACCESS).sort());
  });

  const visitors: Who[] = ["visitor", "halfSignedIn", ...ROLES];
  describe.each(handlers)("$key", (endpoint) => {
    const access = ACCESS[endpoint.key];
    if (!access) return;
    it.each(visitors)("treats %s as decided", async (who) => {
      const answer = await visit(endpoint, who);
      expect(expected(access, who), `${answer.status} ${answer.location ?? ""}`).toContain(verdictOf(answer));
      expect(answer.status).toBeLessThan(500);
    });
    if (access === "by_link") {
      it.each(visitors)("tells nothing to %s without the link", async (who) => {
        for (const token of [guardianLink(newId()), "abc"])
          expect(verdictOf(await visit(endpoint, who, { params: underLink(token) }))).toBe("not_found");
      });
    }
    if (typeof access === "object" && access.owned) {
      it.each(access.roles.map((role): Who => `stranger:${role}`))("tells nothing to %s", async (who) => {
        expect(verdictOf(await visit(endpoint, who))).toBe("not_found");
      });
    }
  });
});
