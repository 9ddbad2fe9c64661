export function DemonstrationBanner() {
  return (
    <div className="demonstration-banner">
      <div className="fr-container">
        <p>
          Démonstration : ce site n'est pas un service de l'État. Les offres, les personnes et les lycées
          présentés ici sont inventés ou rejoués.
        </p>
      </div>
    </div>
  );
}
