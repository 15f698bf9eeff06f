/** French words of the settings of the public page. */
export const fr = {
  title: "Page publique",
  lead: "L’annuaire et la carte, pour tout le monde, sans compte. Seules les structures cochées « dans l’annuaire public » y sont.",
  open: "Ouvrir l’annuaire public",
  openHelp: "À cette adresse : {address}",
  introduction: "Quelques mots d’accueil",
  save: "Enregistrer",
  savedOpen: "La page publique est ouverte",
  savedClosed: "La page publique est fermée",
  see: "Voir la page",
} as const;
