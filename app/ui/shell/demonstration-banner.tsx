export function DemonstrationBanner() {
  return (
    <div className="demonstration-banner">
      <div className="fr-container">
        <p>Démonstration : ce site n’est pas un service de l’État. Tout y est inventé ou rejoué.</p>
      </div>
    </div>
  );
}
