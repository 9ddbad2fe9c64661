import { useEffect, useRef } from "react";

const themes = [
  { value: "light", label: "Thème clair" },
  { value: "dark", label: "Thème sombre" },
  { value: "system", label: "Système", hint: "Suit les réglages de votre appareil." },
] as const;

/** The library closes its dialogs with Escape, but not from a radio button. */
function useCloseFromChoices() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const close = ({ key, target }: KeyboardEvent) => {
      if (key === "Escape" && target instanceof HTMLInputElement)
        current?.querySelector<HTMLElement>(".fr-btn--close")?.click();
    };
    current?.addEventListener("keydown", close);
    return () => current?.removeEventListener("keydown", close);
  }, []);
  return dialog;
}

/**
 * The design system's display settings, driven by its script (`fr-display`, `fr-radios-theme`). Our own markup
 * because the library's brings a second `<h1>` to every page.
 */
export function ThemeDialog() {
  const dialog = useCloseFromChoices();
  return (
    <dialog className="fr-modal" id="fr-theme-modal" aria-labelledby="fr-theme-title" ref={dialog}>
      <div className="fr-container fr-container--fluid fr-container-md">
        <div className="fr-grid-row fr-grid-row--center">
          <div className="fr-col-12 fr-col-md-6 fr-col-lg-4">
            <div className="fr-modal__body">
              <div className="fr-modal__header">
                <button
                  className="fr-btn fr-btn--close"
                  type="button"
                  aria-controls="fr-theme-modal"
                  title="Fermer"
                >
                  Fermer
                </button>
              </div>
              <div className="fr-modal__content">
                <h2 className="fr-modal__title" id="fr-theme-title">
                  Paramètres d’affichage
                </h2>
                <div className="fr-display" id="fr-display">
                  <fieldset className="fr-fieldset" id="fr-display-themes">
                    <legend className="fr-fieldset__legend fr-fieldset__legend--regular">
                      Choisissez un thème pour l’apparence du site
                    </legend>
                    {themes.map((theme) => (
                      <div className="fr-fieldset__element" key={theme.value}>
                        <div className="fr-radio-group">
                          <input
                            type="radio"
                            id={`fr-theme-${theme.value}`}
                            name="fr-radios-theme"
                            value={theme.value}
                          />
                          <label className="fr-label" htmlFor={`fr-theme-${theme.value}`}>
                            {theme.label}
                            {"hint" in theme ? <span className="fr-hint-text">{theme.hint}</span> : null}
                          </label>
                        </div>
                      </div>
                    ))}
                  </fieldset>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </dialog>
  );
}
