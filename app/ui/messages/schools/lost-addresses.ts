import type { CorrectAddressFailure } from "#app/domain/notifications/lost-addresses/lost-address.ts";

export const CORRECT_ADDRESS_FAILURES: Record<Exclude<CorrectAddressFailure["code"], "not_found">, string> = {
  unwanted:
    "À cette adresse, nos messages ont été déclarés indésirables : seule une autre adresse peut les recevoir.",
  also_lost: "Cette adresse ne reçoit pas nos messages non plus : demandez-en une autre à la famille.",
};
