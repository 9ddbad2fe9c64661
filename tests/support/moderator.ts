import type { Factories } from "./factories.ts";

/** Someone who reads the offers that a check has held. */
export async function newModerator(make: Factories) {
  const { id } = await make.person({ firstName: "Sacha" });
  await make.affiliate(id, "admin");
  return make.as(id);
}
