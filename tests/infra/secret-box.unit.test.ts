import { describe, expect, it } from "vitest";
import { createSecretBox } from "#app/infra/secret-box.server.ts";

const OLD = "dGhlIG9sZCBrZXkgb2YgdGhlc2UgdGVzdHMsIDMyIGI=";
const NEW = "dGhlIG5ldyBrZXkgb2YgdGhlc2UgdGVzdHMsIDMyIGI=";
const box = createSecretBox(OLD);

describe("a sealed secret", () => {
  it("opens at its own place alone, and says nothing of itself", () => {
    const sealed = box.seal("totp:a", "JBSWY3DPEHPK3PXP");
    expect(box.open("totp:a", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(box.open("totp:b", sealed)).toBeNull();
    expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
    expect(box.seal("totp:a", "JBSWY3DPEHPK3PXP")).not.toBe(sealed);
  });

  it("altered anywhere, cut or never sealed, opens to nothing", () => {
    const sealed = box.seal("totp:a", "secret");
    for (let place = 0; place < sealed.length - 1; place += 1) {
      const altered = sealed.slice(0, place) + (sealed[place] === "A" ? "B" : "A") + sealed.slice(place + 1);
      expect(box.open("totp:a", altered)).toBeNull();
    }
    for (const text of ["", "JBSWY3DPEHPK3PXP", sealed.slice(0, 30), `${sealed.slice(0, 12)}`])
      expect(box.open("totp:a", text)).toBeNull();
  });

  it("still opens while its key changes, and is known to need the new one", () => {
    const changing = createSecretBox(NEW, OLD);
    const before = box.seal("totp:a", "secret");
    expect(changing.open("totp:a", before)).toBe("secret");
    expect([changing.isCurrent(before), changing.isSealed(before)]).toEqual([false, true]);
    const after = changing.seal("totp:a", "secret");
    expect([changing.isCurrent(after), createSecretBox(NEW).open("totp:a", after)]).toEqual([true, "secret"]);
    expect(createSecretBox(NEW).open("totp:a", before)).toBeNull();
    expect(changing.isSealed("JBSWY3DPEHPK3PXP")).toBe(false);
  });
});
