import { describe, expect, it } from "vitest";
import { typeset } from "#app/ui/typeset.ts";

describe("French typesetting", () => {
  it("keeps two-part signs and quotation marks with their words", () => {
    expect(typeset("Quoi ? Rien ; si : « un mot » !")).toBe(
      "Quoi\u00a0? Rien\u00a0; si\u00a0: «\u00a0un mot\u00a0»\u00a0!",
    );
    expect(typeset("À 9:00, 3,2 km")).toBe("À 9:00, 3,2 km");
  });
});
