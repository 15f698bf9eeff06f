/**
 * A free example, official in nothing: 120 criteria in six fields, ten mandatory and ten recommended in each. It is the text of
 * an import, so that a network may take it along, change it and bring it back.
 */
export const EXAMPLE_NAME = "Référentiel exemple (libre, non officiel)";

const HEADINGS = "code;domaine;niveau;critère;preuve attendue";

const LEGAL = `
J01;Juridique et financier;obligatoire;Les statuts en vigueur sont déposés et disent l’objet d’activité et d’emploi.;Statuts à jour et extrait d’immatriculation de moins de trois mois
J02;Juridique et financier;obligatoire;Chaque personne accueillie a signé un contrat conforme à son statut avant de facturer.;Modèles de contrat et état des contrats signés
J03;Juridique et financier;obligatoire;La coopérative est assurée en responsabilité civile pour toutes les activités qu’elle porte.;Attestation d’assurance de l’année
J04;Juridique et financier;obligatoire;Les activités soumises à une assurance décennale ou à un agrément sont recensées et couvertes.;Registre des activités réglementées et attestations
J05;Juridique et financier;obligatoire;L’assemblée générale annuelle est tenue dans les délais et son procès-verbal est conservé.;Convocation, feuille de présence et procès-verbal
J06;Juridique et financier;obligatoire;Les taux et les règles de la contribution sont écrits, votés et remis à chaque personne.;Délibération et document remis à l’entrée
J07;Juridique et financier;obligatoire;La trésorerie des activités accueillies est suivie à part et reste disponible pour elles.;Note de procédure et état de trésorerie par activité
J08;Juridique et financier;obligatoire;Les obligations fiscales et sociales sont à jour.;Attestations de régularité fiscale et de vigilance
J09;Juridique et financier;obligatoire;Un traitement des données personnelles est tenu et chaque personne sait à qui s’adresser.;Registre des traitements et note d’information
J10;Juridique et financier;obligatoire;Les délégations de signature et de pouvoir sont écrites.;Tableau des délégations daté et signé
J11;Juridique et financier;recommandé;Un budget prévisionnel sur trois ans est présenté aux associés.;Budget et extrait du procès-verbal
J12;Juridique et financier;recommandé;Les fonds propres couvrent au moins trois mois de charges de la structure d’appui.;Bilan et calcul du ratio
J13;Juridique et financier;recommandé;Aucun financeur ne représente plus de la moitié des ressources de l’appui.;Répartition des ressources sur deux exercices
J14;Juridique et financier;recommandé;Les risques principaux sont recensés et revus chaque année par la gouvernance.;Cartographie des risques datée
J15;Juridique et financier;recommandé;Un dispositif écrit prévoit l’impayé d’un client et qui en porte la charge.;Procédure d’impayé
J16;Juridique et financier;recommandé;La sortie d’une activité est préparée par un protocole qui règle encours et stocks.;Modèle de protocole de sortie
J17;Juridique et financier;recommandé;Un fonds de solidarité ou d’amorçage existe entre les activités.;Règlement du fonds et bilan annuel
J18;Juridique et financier;recommandé;Les contrats types sont relus par une personne du droit au moins tous les trois ans.;Avis ou facture de relecture
J19;Juridique et financier;recommandé;La révision coopérative est suivie d’un plan d’actions.;Rapport de révision et plan
J20;Juridique et financier;recommandé;Les conventions entre structures liées sont écrites et présentées aux associés.;Conventions et extrait du procès-verbal`;

const ACCOUNTING = `
C01;Comptable;obligatoire;Chaque activité dispose d’un compte analytique à jour.;Extrait analytique de trois activités
C02;Comptable;obligatoire;Chaque personne accède à ses chiffres au moins une fois par mois.;Capture ou envoi mensuel daté
C03;Comptable;obligatoire;Les comptes annuels sont établis, approuvés et déposés.;Comptes et récépissé de dépôt
C04;Comptable;obligatoire;Les comptes sont certifiés quand la loi le demande.;Rapport du commissaire aux comptes, ou calcul des seuils
C05;Comptable;obligatoire;Les factures suivent une numérotation unique et continue.;Extrait du journal des ventes
C06;Comptable;obligatoire;La TVA de chaque activité est déclarée selon son régime.;Trois déclarations et leur justification
C07;Comptable;obligatoire;Les notes de frais sont remboursées sur justificatif et selon une règle écrite.;Règle des frais et trois exemples
C08;Comptable;obligatoire;Les rapprochements bancaires sont faits chaque mois.;Rapprochements des trois derniers mois
C09;Comptable;obligatoire;Les pièces comptables sont conservées dix ans et retrouvées en une demi-journée.;Procédure d’archivage et essai de recherche
C10;Comptable;obligatoire;Le fichier des écritures comptables est produit et contrôlé chaque année.;Fichier et compte rendu du contrôle
C11;Comptable;recommandé;Une clôture intermédiaire est faite au moins une fois par an.;Situation intermédiaire
C12;Comptable;recommandé;Un tableau de bord mensuel suit recettes, charges et trésorerie de l’appui.;Trois tableaux de bord
C13;Comptable;recommandé;Les personnes apprennent à lire leur compte de résultat.;Programme et émargement d’un atelier
C14;Comptable;recommandé;Les achats sont validés par une autre personne que celle qui les paie.;Procédure d’achat
C15;Comptable;recommandé;Les délais moyens de paiement des clients sont mesurés et suivis.;Tableau des délais sur un an
C16;Comptable;recommandé;Les relances d’impayés partent à dates fixes.;Calendrier de relance et exemples
C17;Comptable;recommandé;Le coût complet de l’accompagnement d’une personne est calculé.;Note de calcul
C18;Comptable;recommandé;Les subventions sont suivies par convention, du versement à la justification.;Tableau de suivi
C19;Comptable;recommandé;Les échanges entre activités de la coopérative sont repérés et ne gonflent pas le chiffre d’affaires.;Liste des écritures internes
C20;Comptable;recommandé;Les outils de gestion permettent d’exporter toutes les données dans un format ouvert.;Export réalisé dans l’année`;

const PEOPLE = `
R01;Ressources humaines;obligatoire;Chaque salarié de l’appui a une fiche de poste et un entretien annuel.;Fiches de poste et calendrier des entretiens
R02;Ressources humaines;obligatoire;Les entretiens professionnels sont menés aux échéances légales, entrepreneurs salariés compris.;Tableau de suivi
R03;Ressources humaines;obligatoire;La convention collective ou l’accord appliqué est connu et affiché.;Mention sur les bulletins et affichage
R04;Ressources humaines;obligatoire;Les bulletins de paie sont remis à date fixe.;Calendrier de paie et trois bulletins
R05;Ressources humaines;obligatoire;Le document unique d’évaluation des risques couvre l’appui et les métiers accueillis.;Document unique de l’année
R06;Ressources humaines;obligatoire;Le suivi médical de chaque salarié est à jour.;Tableau des visites
R07;Ressources humaines;obligatoire;La représentation du personnel est organisée dès que le seuil est atteint.;Procès-verbal d’élection ou de carence
R08;Ressources humaines;obligatoire;Le passage au contrat d’entrepreneur salarié est proposé et expliqué avant la fin de la période d’appui.;Compte rendu d’entretien type
R09;Ressources humaines;obligatoire;Une procédure traite les situations de harcèlement et de discrimination.;Procédure et nom des personnes à joindre
R10;Ressources humaines;obligatoire;Les accidents du travail sont déclarés dans les délais et analysés.;Registre et deux analyses
R11;Ressources humaines;recommandé;Un plan de développement des compétences de l’équipe est écrit chaque année.;Plan et bilan
R12;Ressources humaines;recommandé;Chaque accompagnant suit au moins deux jours de formation par an.;Attestations
R13;Ressources humaines;recommandé;L’équipe dispose d’un temps d’analyse de pratiques.;Calendrier et convention avec l’intervenant
R14;Ressources humaines;recommandé;Le nombre de personnes suivies par accompagnant est mesuré et discuté.;Tableau de charge
R15;Ressources humaines;recommandé;L’écart entre le plus haut et le plus bas salaire de l’appui est plafonné.;Délibération et calcul
R16;Ressources humaines;recommandé;L’égalité entre femmes et hommes est suivie par des indicateurs.;Indicateurs de l’année
R17;Ressources humaines;recommandé;Le télétravail et la déconnexion font l’objet d’un accord.;Accord ou charte
R18;Ressources humaines;recommandé;Les entrepreneurs salariés accèdent à une complémentaire santé et à une prévoyance expliquées.;Notice remise à l’entrée
R19;Ressources humaines;recommandé;Un remplacement est prévu pour chaque fonction critique.;Tableau des suppléances
R20;Ressources humaines;recommandé;L’accueil d’un nouveau salarié de l’appui suit un parcours écrit.;Parcours d’intégration`;

const SUPPORT = `
A01;Accompagnement;obligatoire;Toute personne intéressée reçoit une information complète avant de s’engager.;Support de réunion et calendrier
A02;Accompagnement;obligatoire;Un entretien individuel précède chaque entrée et sa décision est motivée.;Grille d’entretien et trois réponses
A03;Accompagnement;obligatoire;Chaque personne a une personne référente désignée dès l’entrée.;Liste des référents
A04;Accompagnement;obligatoire;Un rendez-vous individuel a lieu au moins une fois par trimestre la première année.;Relevé des rendez-vous
A05;Accompagnement;obligatoire;Les objectifs de chaque personne sont écrits et revus avec elle.;Trois fiches de suivi anonymisées
A06;Accompagnement;obligatoire;Un programme d’ateliers collectifs est publié chaque semestre.;Programme et émargements
A07;Accompagnement;obligatoire;Chaque personne peut tester son activité sans perdre ses droits, et sait lesquels.;Note d’information sur les droits
A08;Accompagnement;obligatoire;La confidentialité des échanges est garantie par écrit.;Charte ou clause signée
A09;Accompagnement;obligatoire;Une réclamation reçoit une réponse écrite en moins de quinze jours.;Procédure et registre
A10;Accompagnement;obligatoire;La sortie fait l’objet d’un entretien et sa suite est enregistrée.;Relevé des sorties de l’année
A11;Accompagnement;recommandé;La satisfaction des personnes est mesurée chaque année et ses résultats leur sont rendus.;Enquête et restitution
A12;Accompagnement;recommandé;La situation des personnes est connue six et douze mois après la sortie.;Résultats du suivi
A13;Accompagnement;recommandé;Un diagnostic de compétences entrepreneuriales est fait à l’entrée puis chaque année.;Grille et trois exemples anonymisés
A14;Accompagnement;recommandé;Des groupes de pairs ou des parrainages existent entre entrepreneurs.;Calendrier et participants
A15;Accompagnement;recommandé;L’accompagnement est adapté aux personnes éloignées de l’emploi ou en situation de handicap.;Dispositif et exemples
A16;Accompagnement;recommandé;Une alerte précoce repère les activités en difficulté et déclenche un rendez-vous.;Critères d’alerte et relevé
A17;Accompagnement;recommandé;Les réponses communes à des marchés sont organisées entre entrepreneurs.;Deux réponses communes
A18;Accompagnement;recommandé;Les actions de formation respectent les exigences de qualité des financeurs.;Certificat ou audit de qualité
A19;Accompagnement;recommandé;Les ressources sont accessibles en ligne à toute heure.;Adresse et sommaire
A20;Accompagnement;recommandé;Une personne peut changer de référent sur demande, sans se justifier.;Règle écrite`;

const TERRITORY = `
T01;Ancrage territorial;obligatoire;Les permanences sont publiées, avec leurs lieux et leurs horaires.;Page publique à jour
T02;Ancrage territorial;obligatoire;Les prescripteurs du territoire connaissent l’offre et reçoivent une réponse.;Liste des prescripteurs et échanges
T03;Ancrage territorial;obligatoire;La coopérative est en lien écrit avec au moins une collectivité.;Convention ou courrier de l’année
T04;Ancrage territorial;obligatoire;L’accueil est ouvert sans condition de diplôme ni d’âge.;Critères d’entrée publiés
T05;Ancrage territorial;obligatoire;Les locaux qui reçoivent du public sont accessibles, ou une solution existe.;Registre d’accessibilité
T06;Ancrage territorial;obligatoire;Le territoire d’action est défini et ses besoins sont décrits.;Diagnostic de territoire de moins de trois ans
T07;Ancrage territorial;obligatoire;Les emplois et activités créés par commune sont connus.;Carte ou tableau annuel
T08;Ancrage territorial;obligatoire;Une orientation est proposée à toute personne qui n’entre pas.;Liste des relais et exemples
T09;Ancrage territorial;obligatoire;La coopérative rend compte chaque année à ses partenaires.;Rapport d’activité diffusé
T10;Ancrage territorial;obligatoire;Les relations avec les autres structures d’appui locales évitent les doublons.;Compte rendu de rencontre
T11;Ancrage territorial;recommandé;La coopérative participe à un pôle, un tiers-lieu ou un groupement local.;Adhésion ou convention
T12;Ancrage territorial;recommandé;Les achats privilégient les fournisseurs locaux et solidaires.;Règle d’achat et part mesurée
T13;Ancrage territorial;recommandé;Une présence régulière existe en quartier prioritaire ou en zone rurale.;Calendrier des permanences
T14;Ancrage territorial;recommandé;Un événement ouvert aux habitants a lieu chaque année.;Programme et fréquentation
T15;Ancrage territorial;recommandé;Les retombées économiques locales sont estimées.;Note de méthode et résultat
T16;Ancrage territorial;recommandé;Les déplacements de l’équipe et des clients font l’objet d’un plan de réduction.;Plan et suivi
T17;Ancrage territorial;recommandé;Une collectivité ou un habitant siège dans une instance.;Composition des instances
T18;Ancrage territorial;recommandé;Des projets collectifs répondent à un besoin social du territoire.;Deux fiches de projet
T19;Ancrage territorial;recommandé;L’empreinte écologique de la coopérative est mesurée.;Bilan de moins de trois ans
T20;Ancrage territorial;recommandé;Les métiers d’art, culturels ou rares du territoire sont soutenus.;Liste des activités soutenues`;

const NETWORK = `
N01;Appartenance au réseau;obligatoire;La charte du réseau est signée et affichée.;Charte signée
N02;Appartenance au réseau;obligatoire;La cotisation de l’année est réglée.;Reçu de cotisation
N03;Appartenance au réseau;obligatoire;La coopérative envoie chaque année les chiffres de l’observatoire.;Accusé de réception
N04;Appartenance au réseau;obligatoire;Une personne représente la coopérative et participe aux assemblées du réseau.;Feuilles de présence
N05;Appartenance au réseau;obligatoire;Toute personne accueillie peut devenir associée, et les délais légaux sont tenus.;État des associés et échéancier
N06;Appartenance au réseau;obligatoire;Une personne compte pour une voix à l’assemblée, ou les collèges sont écrits aux statuts.;Extrait des statuts
N07;Appartenance au réseau;obligatoire;Les excédents vont d’abord aux réserves et au travail, selon les statuts.;Affectation du résultat sur trois ans
N08;Appartenance au réseau;obligatoire;Les personnes accueillies sont informées de l’existence du réseau et de son label.;Livret d’accueil
N09;Appartenance au réseau;obligatoire;Les nouveaux élus et dirigeants reçoivent une formation à la coopération.;Programme et attestations
N10;Appartenance au réseau;obligatoire;La coopérative accepte d’être évaluée et de rendre publique la décision.;Engagement signé
N11;Appartenance au réseau;recommandé;Une personne de la coopérative participe à un groupe de travail du réseau.;Liste des groupes et comptes rendus
N12;Appartenance au réseau;recommandé;La coopérative évalue une autre coopérative au moins une fois tous les trois ans.;Lettre de mission
N13;Appartenance au réseau;recommandé;Des outils ou modèles sont versés au fonds commun.;Liste des apports
N14;Appartenance au réseau;recommandé;Des affaires ou des personnes sont orientées vers d’autres coopératives du réseau.;Relevé de l’année
N15;Appartenance au réseau;recommandé;La coopérative aide une structure plus jeune ou en difficulté.;Convention ou bilan d’aide
N16;Appartenance au réseau;recommandé;Plus de la moitié des entrepreneurs salariés de plus de trois ans sont associés.;Calcul daté
N17;Appartenance au réseau;recommandé;Les instances comptent autant de femmes que d’hommes, à une personne près.;Composition des instances
N18;Appartenance au réseau;recommandé;Les associés préparent l’assemblée par des réunions ouvertes.;Calendrier et comptes rendus
N19;Appartenance au réseau;recommandé;Une fonction est mutualisée avec une autre coopérative.;Convention de mutualisation
N20;Appartenance au réseau;recommandé;La coopérative publie chaque année ce que la coopération a changé pour elle.;Page ou chapitre du rapport d’activité`;

export const EXAMPLE_REFERENTIAL = [HEADINGS, ...[LEGAL, ACCOUNTING, PEOPLE, SUPPORT, TERRITORY, NETWORK]].join("");
