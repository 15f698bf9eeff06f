/**
 * Classes 6 to 8 of the plan comptable général (ANC 2022-06): transfers of charges (79) are gone,
 * extraordinary items are what is left in 67 and 77. Account 70 holds sales only, subsidies are 74.
 */
export const profitAndLossAccounts = `
60 Achats
601 Achats stockés : matières premières et fournitures
602 Achats stockés : autres approvisionnements
6021 Matières consommables
6022 Fournitures consommables
6026 Emballages
603 Variations des stocks
6031 Variation des stocks de matières premières et fournitures
6032 Variation des stocks des autres approvisionnements
6037 Variation des stocks de marchandises
604 Achats d'études et prestations de services (sous-traitance)
605 Achats de matériel, équipements et travaux
606 Achats non stockés de matières et fournitures
6061 Fournitures non stockables (eau, énergie, carburant)
6063 Fournitures d'entretien et de petit équipement
6064 Fournitures administratives
6068 Autres matières et fournitures
607 Achats de marchandises
608 Frais accessoires d'achat
609 Rabais, remises et ristournes obtenus sur achats
61 Services extérieurs
611 Sous-traitance générale
612 Redevances de crédit-bail
613 Locations
6132 Locations immobilières
6135 Locations mobilières
614 Charges locatives et de copropriété
615 Entretien et réparations
6152 Entretien et réparations sur biens immobiliers
6155 Entretien et réparations sur biens mobiliers
6156 Maintenance
616 Primes d'assurances
6161 Assurance multirisque
6162 Assurance construction (décennale)
6163 Assurance du matériel et des transports
6164 Assurance responsabilité civile professionnelle
6165 Assurance refacturée entre activités
617 Études et recherches
618 Divers
6181 Documentation générale
6183 Documentation technique
6185 Frais de colloques, séminaires, conférences
6188 Frais de formation
62 Autres services extérieurs
621 Personnel extérieur à l'entreprise
622 Rémunérations d'intermédiaires et honoraires
6221 Commissions et courtages sur achats
6222 Commissions et courtages sur ventes
6226 Honoraires
6227 Frais d'actes et de contentieux
6228 Divers
623 Publicité, publications, relations publiques
6231 Annonces et insertions
6233 Foires et expositions
6234 Cadeaux à la clientèle
6236 Catalogues et imprimés
6237 Publications
6238 Divers (pourboires, dons courants)
624 Transports de biens et transports collectifs du personnel
6241 Transports sur achats
6242 Transports sur ventes
6247 Transports collectifs du personnel
625 Déplacements, missions et réceptions
6251 Voyages et déplacements
6255 Frais de déménagement
6256 Missions
6257 Réceptions
626 Frais postaux et de télécommunications
6261 Frais postaux
6262 Télécommunications
6263 Hébergement internet et logiciels en ligne
627 Services bancaires et assimilés
6278 Autres frais et commissions sur prestations bancaires
628 Divers
6281 Concours divers (cotisations)
6284 Frais de recrutement de personnel
629 Rabais, remises et ristournes obtenus sur services extérieurs
63 Impôts, taxes et versements assimilés
631 Impôts, taxes et versements assimilés sur rémunérations (administration des impôts)
6311 Taxe sur les salaires
6312 Taxe d'apprentissage
6313 Participation à la formation professionnelle continue
633 Impôts, taxes et versements assimilés sur rémunérations (autres organismes)
6331 Versement mobilité
6332 Allocation logement (FNAL)
6333 Contribution unique à la formation professionnelle et à l'alternance
6334 Participation à l'effort de construction
635 Autres impôts, taxes et versements assimilés (administration des impôts)
63511 Contribution économique territoriale
63512 Taxes foncières
6352 Taxes sur le chiffre d'affaires non récupérables
6354 Droits d'enregistrement et de timbre
637 Autres impôts, taxes et versements assimilés (autres organismes)
64 Charges de personnel
641 Rémunérations du personnel
6411 Salaires, appointements
6412 Congés payés
6413 Primes et gratifications
6414 Indemnités et avantages divers
6417 Avantages en nature
644 Rémunération du travail de l'exploitant
645 Cotisations de sécurité sociale et de prévoyance
6451 Cotisations à l'Urssaf
6452 Cotisations aux mutuelles
6453 Cotisations aux caisses de retraite
6454 Cotisations à France Travail
6458 Cotisations aux autres organismes sociaux et charges sur congés payés
647 Autres cotisations sociales
6472 Versements au comité social et économique
6475 Médecine du travail, pharmacie
6478 Titres-restaurant et autres avantages
648 Autres charges de personnel
649 Remboursements de charges de personnel
65 Autres charges de gestion courante
651 Redevances pour concessions, brevets, licences, droits d'auteur
6511 Redevances pour concessions, brevets, licences, marques
6516 Droits d'auteur et de reproduction
653 Rémunérations de l'activité des administrateurs
654 Pertes sur créances irrécouvrables
655 Quote-part de résultat sur opérations faites en commun
656 Pertes de change sur créances et dettes commerciales
657 Valeurs comptables des immobilisations cédées
658 Autres charges de gestion courante (différences de règlement)
6581 Pénalités sur marchés et dédits
6582 Pénalités, amendes fiscales et pénales
6586 Contribution coopérative
6587 Refacturations internes entre activités
6588 Autres charges de gestion courante
66 Charges financières
661 Charges d'intérêts
6611 Intérêts des emprunts et dettes
6615 Intérêts des comptes courants et des dépôts créditeurs
6616 Intérêts bancaires
665 Escomptes accordés
666 Pertes de change financières
668 Autres charges financières
67 Charges exceptionnelles
671 Charges exceptionnelles sur opérations de gestion
672 Charges sur exercices antérieurs
678 Autres charges exceptionnelles
68 Dotations aux amortissements, dépréciations et provisions
681 Dotations d'exploitation
6811 Dotations aux amortissements des immobilisations
6815 Dotations aux provisions d'exploitation
6816 Dotations aux dépréciations des immobilisations
6817 Dotations aux dépréciations des actifs circulants
686 Dotations financières
687 Dotations exceptionnelles
6872 Dotations aux provisions réglementées (immobilisations)
69 Participation des salariés et impôts sur les bénéfices
691 Participation des salariés aux résultats (part travail)
695 Impôts sur les bénéfices
699 Produits : reports en arrière des déficits
70 Ventes de produits, prestations de services, marchandises
701 Ventes de produits finis
703 Ventes de produits résiduels
704 Travaux
705 Études
706 Prestations de services
7061 Prestations de formation
707 Ventes de marchandises
708 Produits des activités annexes
7083 Locations diverses
7085 Ports et frais accessoires facturés
7088 Autres produits d'activités annexes
709 Rabais, remises et ristournes accordés
71 Production stockée
713 Variation des stocks, en-cours de production et produits
72 Production immobilisée
721 Production immobilisée : immobilisations incorporelles
722 Production immobilisée : immobilisations corporelles
74 Subventions
741 Subventions d'exploitation
747 Quote-part des subventions d'investissement virée au résultat
75 Autres produits de gestion courante
751 Redevances pour concessions, brevets, licences, droits d'auteur
752 Revenus des immeubles non affectés aux activités
753 Rémunérations de l'activité d'administrateur
755 Quote-part de résultat sur opérations faites en commun
756 Gains de change sur créances et dettes commerciales
757 Produits des cessions d'immobilisations
758 Autres produits de gestion courante (différences de règlement)
7581 Dédits et pénalités perçus
7587 Indemnités d'assurance
7588 Autres produits de gestion courante
76 Produits financiers
761 Produits de participations
762 Produits des autres immobilisations financières
764 Revenus des valeurs mobilières de placement
765 Escomptes obtenus
766 Gains de change financiers
768 Autres produits financiers
77 Produits exceptionnels
771 Produits exceptionnels sur opérations de gestion
772 Produits sur exercices antérieurs
778 Autres produits exceptionnels
78 Reprises sur amortissements, dépréciations et provisions
781 Reprises d'exploitation
7815 Reprises sur provisions d'exploitation
7817 Reprises sur dépréciations des actifs circulants
786 Reprises financières
787 Reprises exceptionnelles
80 Engagements
801 Engagements donnés par l'entité
802 Engagements reçus par l'entité
86 Contributions volontaires en nature : emplois
864 Personnel bénévole
87 Contributions volontaires en nature : ressources
870 Bénévolat
`;
