/**
 * A free example, official in nothing: three general objectives, nine main ones, thirty-six indicators, each with four described
 * levels. Built from what the law of 31 July 2014 (art. 9) says of a territorial pole of economic cooperation. It is the text of an import.
 */
export const EXAMPLE_MODEL_NAME = "Grille exemple (libre, non officielle)";

const HEADINGS = "code;objectif général;objectif principal;indicateur;niveau 0;niveau 1;niveau 2;niveau 3";

const TOGETHER = `
A1.1;Coopérer durablement;Réunir des organisations différentes;Le groupement réunit au moins cinq organisations actives;Moins de trois;Trois ou quatre;Cinq au moins, dont une partie peu présente;Cinq au moins, toutes présentes dans l’année
A1.2;Coopérer durablement;Réunir des organisations différentes;Des entreprises solidaires, d’autres entreprises, des collectivités, la recherche ou la formation y sont ensemble;Une seule famille;Deux familles;Trois familles;Quatre familles, chacune avec un rôle écrit
A1.3;Coopérer durablement;Réunir des organisations différentes;Les organisations de l’économie sociale et solidaire y pèsent réellement;Elles sont absentes;Elles sont invitées;Elles siègent dans les instances;Elles portent une part des décisions et des moyens
A1.4;Coopérer durablement;Réunir des organisations différentes;De nouveaux membres peuvent entrer selon une règle connue;Aucune règle;Au cas par cas;Règle écrite;Règle écrite, appliquée et revue avec les entrants
A2.1;Coopérer durablement;Décider ensemble;Les instances et leurs pouvoirs sont écrits;Rien d’écrit;Usages connus de quelques personnes;Écrits et diffusés;Écrits, diffusés et relus chaque année
A2.2;Coopérer durablement;Décider ensemble;Chaque membre pèse dans les décisions importantes;Une structure décide seule;Les membres sont consultés;Les membres votent;Les membres préparent, votent et rendent compte
A2.3;Coopérer durablement;Décider ensemble;Les désaccords se traitent par une méthode commune;Ils sont évités;Ils se règlent entre deux personnes;Une méthode existe;Une méthode existe et a servi à dépasser un désaccord réel
A2.4;Coopérer durablement;Décider ensemble;Les salariés, bénévoles ou habitants participent aux choix;Jamais;Ils sont informés;Ils sont associés à un choix par an;Ils siègent ou décident d’une partie du projet
A3.1;Coopérer durablement;S’engager dans la durée;Les membres sont liés par un engagement écrit de plusieurs années;Aucun écrit;Une lettre d’intention;Une convention d’un à deux ans;Une convention ou des statuts de trois ans au moins
A3.2;Coopérer durablement;S’engager dans la durée;Une personne anime la coopération et ce temps est financé;Personne;Du temps bénévole;Un temps partiel financé à court terme;Un temps financé sur trois ans au moins
A3.3;Coopérer durablement;S’engager dans la durée;Le projet survit au départ d’une personne ou d’une structure;Il s’arrêterait;Il dépend de deux personnes;Les rôles sont partagés;Une relève a déjà eu lieu
A3.4;Coopérer durablement;S’engager dans la durée;Les ressources ne dépendent pas d’un seul financeur;Un seul financeur;Un financeur principal et des compléments;Deux sources équilibrées;Trois sources, dont l’activité du groupement`;

const MEANS = `
B1.1;Mettre en commun;Mutualiser des moyens;Des locaux ou équipements sont partagés;Aucun;Prêts ponctuels;Un lieu ou un équipement partagé;Plusieurs, avec une règle d’usage et de coût
B1.2;Mettre en commun;Mutualiser des moyens;Des fonctions sont mutualisées (gestion, achats, communication);Aucune;Un essai;Une fonction, avec une convention;Plusieurs fonctions et un coût partagé connu
B1.3;Mettre en commun;Mutualiser des moyens;Des emplois sont partagés entre membres;Aucun;Mises à disposition ponctuelles;Un emploi partagé;Plusieurs emplois partagés et sécurisés
B1.4;Mettre en commun;Mutualiser des moyens;Un minimum de ressources financières est commun;Aucune caisse commune;Participation à une dépense;Budget commun annuel;Budget commun et fonds pour investir ou s’entraider
B2.1;Mettre en commun;Produire et vendre ensemble;Les membres répondent ensemble à des marchés ou appels à projets;Jamais;Une réponse;Une réponse par an;Plusieurs, avec un partage du travail et du prix
B2.2;Mettre en commun;Produire et vendre ensemble;Les membres achètent les uns aux autres;Jamais;Par occasion;Chaque année;Chaque année, mesuré et préféré
B2.3;Mettre en commun;Produire et vendre ensemble;Une offre ou une activité nouvelle est née de la coopération;Aucune;Une idée étudiée;Une activité en test;Une activité installée et ses emplois
B2.4;Mettre en commun;Produire et vendre ensemble;Les risques et les gains communs sont partagés selon une règle;Aucune règle;Discutés après coup;Règle écrite;Règle écrite et déjà appliquée
B3.1;Mettre en commun;Apprendre et innover ensemble;Les membres échangent leurs savoir-faire;Jamais;Par affinité;Temps prévus chaque année;Transferts suivis d’une structure à l’autre
B3.2;Mettre en commun;Apprendre et innover ensemble;Des formations communes existent;Aucune;Une session;Un programme annuel;Un programme ouvert au territoire
B3.3;Mettre en commun;Apprendre et innover ensemble;La recherche ou l’enseignement contribue au projet;Jamais;Accueil de stagiaires;Une étude commune;Un partenariat de plusieurs années
B3.4;Mettre en commun;Apprendre et innover ensemble;Les innovations sont documentées et partagées;Jamais;À l’oral;Par écrit entre membres;Publiées et reprises ailleurs`;

const TERRITORY = `
C1.1;Servir le territoire;S’ancrer localement;Le territoire du projet et ses besoins sont décrits;Non décrits;Connus de quelques membres;Diagnostic écrit;Diagnostic partagé avec les habitants et mis à jour
C1.2;Servir le territoire;S’ancrer localement;Les collectivités locales sont parties prenantes;Sans lien;Informées;Partenaires d’une action;Membres ou engagées par convention
C1.3;Servir le territoire;S’ancrer localement;Les habitants et usagers sont présents dans le projet;Absents;Publics des actions;Consultés;Acteurs des choix et des actions
C1.4;Servir le territoire;S’ancrer localement;Les achats et les emplois profitent au territoire;Non suivi;Volonté affichée;Part locale mesurée;Part locale mesurée et en progrès
C2.1;Servir le territoire;Produire de l’utilité sociale;Le projet répond à un besoin social peu couvert;Non établi;Supposé;Établi avec des partenaires;Établi, couvert en partie et mesuré
C2.2;Servir le territoire;Produire de l’utilité sociale;Des personnes éloignées de l’emploi y travaillent ou s’y forment;Aucune;Quelques accueils;Chaque année, avec un parcours;Chaque année, avec des suites connues
C2.3;Servir le territoire;Produire de l’utilité sociale;L’utilité sociale est évaluée avec les parties prenantes;Jamais;Par un rapport d’activité;Par des indicateurs choisis ensemble;Par une évaluation partagée et publiée
C2.4;Servir le territoire;Produire de l’utilité sociale;Les prix, horaires et lieux rendent les services accessibles;Sans attention;Attention au cas par cas;Règles d’accessibilité;Règles évaluées avec les usagers
C3.1;Servir le territoire;Développer autrement;Des emplois de qualité sont créés ou consolidés;Non suivi;Quelques emplois précaires;Emplois stables comptés;Emplois stables et conditions de travail suivies
C3.2;Servir le territoire;Développer autrement;Le projet réduit son empreinte écologique;Sans attention;Gestes isolés;Plan d’actions;Plan suivi avec des résultats mesurés
C3.3;Servir le territoire;Développer autrement;Le modèle économique est viable et non spéculatif;Déficit sans perspective;Équilibre fragile;Équilibre sur deux ans;Équilibre et réserves au service du projet
C3.4;Servir le territoire;Développer autrement;Le projet inspire ou aide d’autres territoires;Jamais;Présentations;Visites et conseils;Essaimage suivi dans un autre territoire`;

export const EXAMPLE_MODEL = [HEADINGS, TOGETHER, MEANS, TERRITORY].join("");
