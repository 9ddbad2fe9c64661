import { useNavigate } from "@remix-run/react";
import { useState } from "react";

import { paths } from "#app/paths.ts";

/** About a kilometre: enough to search around, too little to find a door. */
const DECIMALS = 2;
const WAIT_MS = 10_000;
const REFUSED = "Votre position n’est pas disponible\u00a0: écrivez votre ville.";

/** Asked on a press alone, rounded before it leaves the browser, and kept nowhere. */
export function AroundMe() {
  const navigate = useNavigate();
  const [said, setSaid] = useState("");
  const ask = () => {
    setSaid("Nous cherchons où vous êtes…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setSaid("");
        void navigate(
          paths.offers({ lat: coords.latitude.toFixed(DECIMALS), lon: coords.longitude.toFixed(DECIMALS) }),
        );
      },
      () => setSaid(REFUSED),
      { maximumAge: 60_000, timeout: WAIT_MS },
    );
  };
  return (
    <div className="around-me js-only">
      <button
        className="fr-btn fr-btn--sm fr-btn--tertiary-no-outline fr-btn--icon-left fr-icon-map-pin-2-line"
        type="button"
        onClick={() => ("geolocation" in navigator ? ask() : setSaid(REFUSED))}
      >
        Autour de moi
      </button>
      <p className="around-me__said" role="status">
        {said}
      </p>
    </div>
  );
}
