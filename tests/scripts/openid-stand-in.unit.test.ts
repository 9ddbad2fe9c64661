import { expect, it } from "vitest";
import { startOpenIdStandIn } from "#scripts/openid-stand-in/openid-stand-in.ts";

it.each([undefined, "production"])("lets nobody be anybody in mode %s", async (serviceMode) => {
  await expect(startOpenIdStandIn({ publicUrl: "https://stages.example.fr", serviceMode })).rejects.toThrow(
    "never runs in production",
  );
});
