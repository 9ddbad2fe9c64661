import { useEffect, useState } from "react";

/** What a pupil without address signs in with: large enough to be copied by hand, and by a press where a script can. */
export function SignInName({ name }: { name: string }) {
  const [canCopy, setCanCopy] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(name);
      setCopied(true);
    } catch {
      // The browser refuses: the name stays there to be read.
      setCanCopy(false);
    }
  }
  return (
    <section aria-labelledby="identifiant">
      <h2 id="identifiant">Votre identifiant</h2>
      <p className="sign-in-name">
        <code>{name}</code>
      </p>
      <p>
        Pour vous connecter, écrivez-le à la place de l’adresse électronique. Notez-le, ou imprimez cette page
        et gardez-la.
      </p>
      {canCopy ? (
        <p>
          <button className="fr-btn fr-btn--secondary" type="button" onClick={() => void copy()}>
            Copier mon identifiant
          </button>{" "}
          <span role="status">{copied ? "C’est copié." : ""}</span>
        </p>
      ) : null}
    </section>
  );
}
