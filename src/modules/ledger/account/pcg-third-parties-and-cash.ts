/** Classes 4 and 5: third parties, VAT, partners, cash, and the link accounts 580x between activities. */
export const thirdPartyAndCashAccounts = `
40 Fournisseurs et comptes rattachés
401 Fournisseurs
403 Fournisseurs : effets à payer
404 Fournisseurs d'immobilisations
408 Fournisseurs : factures non parvenues
409 Fournisseurs débiteurs
4091 Fournisseurs : avances et acomptes versés sur commandes
4096 Fournisseurs : créances pour emballages à rendre
4098 Rabais, remises, ristournes à obtenir et avoirs non encore reçus
41 Clients et comptes rattachés
411 Clients
4117 Clients : retenues de garantie
413 Clients : effets à recevoir
416 Clients douteux ou litigieux
418 Clients : produits non encore facturés
4181 Clients : factures à établir
419 Clients créditeurs
4191 Clients : avances et acomptes reçus sur commandes
4196 Clients : dettes pour emballages consignés
4198 Rabais, remises, ristournes à accorder et avoirs à établir
42 Personnel et comptes rattachés
421 Personnel : rémunérations dues
422 Comité social et économique
424 Participation des salariés aux résultats
425 Personnel : avances et acomptes
426 Personnel : dépôts
427 Personnel : oppositions
428 Personnel : charges à payer et produits à recevoir
4282 Dettes provisionnées pour congés à payer
4284 Dettes provisionnées pour participation des salariés
4286 Personnel : autres charges à payer (part variable)
4287 Personnel : produits à recevoir
43 Sécurité sociale et autres organismes sociaux
431 Sécurité sociale
437 Autres organismes sociaux
4371 Caisses de retraite complémentaire
4372 Mutuelles
4373 Prévoyance
4378 Autres organismes sociaux divers
438 Organismes sociaux : charges à payer et produits à recevoir
4382 Charges sociales sur congés à payer
4386 Organismes sociaux : autres charges à payer
4387 Organismes sociaux : produits à recevoir
44 État et autres collectivités publiques
441 État : subventions et aides à recevoir
442 Contributions, impôts et taxes recouvrés pour le compte de l'État
4421 Prélèvement à la source (impôt sur le revenu)
444 État : impôt sur les bénéfices
445 État : taxes sur le chiffre d'affaires
4452 TVA due intracommunautaire
4455 Taxes sur le chiffre d'affaires à décaisser
44551 TVA à décaisser
44558 Taxes assimilées à la TVA
4456 Taxes sur le chiffre d'affaires déductibles
44562 TVA déductible sur immobilisations
44566 TVA déductible sur autres biens et services
44567 Crédit de TVA à reporter
4457 Taxes sur le chiffre d'affaires collectées
44571 TVA collectée
4458 Taxes sur le chiffre d'affaires à régulariser ou en attente
44583 Remboursement de taxes sur le chiffre d'affaires demandé
44584 TVA récupérée d'avance
44585 TVA déductible en attente de paiement
44586 Taxes sur le chiffre d'affaires sur factures non parvenues
44587 Taxes sur le chiffre d'affaires sur factures à établir
44588 TVA collectée en attente d'encaissement
446 Obligations cautionnées
447 Autres impôts, taxes et versements assimilés
448 État : charges à payer et produits à recevoir
4482 Charges fiscales sur congés à payer
4486 État : autres charges à payer
4487 État : produits à recevoir
45 Groupe et associés
451 Groupe
455 Associés : comptes courants
4551 Associés : comptes courants, principal
4558 Associés : comptes courants, intérêts courus
456 Associés : opérations sur le capital
4562 Apporteurs : capital appelé, non versé
4563 Associés : versements reçus sur augmentation de capital
4567 Associés : capital à rembourser
457 Associés : intérêts aux parts à payer
46 Débiteurs et créditeurs divers
462 Créances sur cessions d'immobilisations
464 Dettes sur acquisitions de valeurs mobilières de placement
467 Autres comptes débiteurs ou créditeurs (notes de frais)
4671 Débours avancés pour le compte de clients
468 Divers : charges à payer et produits à recevoir
4686 Divers : charges à payer
4687 Divers : produits à recevoir
47 Comptes transitoires ou d'attente
471 Comptes d'attente
476 Différences de conversion (actif)
477 Différences de conversion (passif)
478 Autres comptes transitoires
48 Comptes de régularisation
481 Frais d'émission des emprunts
486 Charges constatées d'avance
487 Produits constatés d'avance
49 Dépréciations des comptes de tiers
491 Dépréciations des comptes de clients
495 Dépréciations des comptes du groupe et des associés
496 Dépréciations des comptes de débiteurs divers
50 Valeurs mobilières de placement
503 Actions et parts
508 Autres valeurs mobilières et créances assimilées
51 Banques et établissements financiers
511 Valeurs à l'encaissement
5112 Chèques à encaisser
5113 Effets à l'encaissement
5115 Cartes bancaires à encaisser
512 Banques
517 Autres organismes financiers
518 Intérêts courus
519 Concours bancaires courants
53 Caisse
530 Caisse
54 Régies d'avances et accréditifs
541 Régies d'avances
58 Virements internes
580 Virements internes et liaisons entre activités
5801 Liaison : contribution coopérative
5802 Liaison : ventes et refacturations internes
5803 Liaison : salaires, notes de frais et autres règlements communs
5808 Liaison : autres mouvements entre activités
581 Virements de fonds entre comptes
59 Dépréciations des comptes financiers
590 Dépréciations des valeurs mobilières de placement
`;
