/** Classes 1 to 3 of the plan comptable général (ANC 2022-06, fiscal years from 2025): capital, assets, stocks. */
export const capitalAndAssetAccounts = `
10 Capital et réserves
101 Capital
1011 Capital souscrit non appelé
1012 Capital souscrit appelé, non versé
1013 Capital souscrit appelé, versé
104 Primes liées au capital
105 Écarts de réévaluation
106 Réserves
1061 Réserve légale
1062 Réserves indisponibles
1063 Réserve statutaire (fonds de développement)
1064 Réserves réglementées
1068 Autres réserves (impartageables)
109 Associés : capital souscrit non appelé
11 Report à nouveau
110 Report à nouveau (solde créditeur)
119 Report à nouveau (solde débiteur)
12 Résultat de l'exercice
120 Résultat de l'exercice (bénéfice)
1209 Acomptes sur dividendes
129 Résultat de l'exercice (perte)
13 Subventions d'investissement
131 Subventions d'investissement octroyées
138 Autres subventions d'investissement
139 Subventions d'investissement inscrites au compte de résultat
14 Provisions réglementées
142 Provisions réglementées relatives aux immobilisations
1424 Provision pour investissement (participation des salariés)
145 Amortissements dérogatoires
148 Autres provisions réglementées
15 Provisions
151 Provisions pour risques
1511 Provisions pour litiges
1512 Provisions pour garanties données aux clients
1514 Provisions pour amendes et pénalités
1518 Autres provisions pour risques
152 Provisions pour charges
1521 Provisions pour pensions et obligations similaires (indemnités de fin de carrière)
1522 Provisions pour restructurations
1523 Provisions pour impôts
1528 Autres provisions pour charges
16 Emprunts et dettes assimilées
161 Emprunts obligataires convertibles
163 Autres emprunts obligataires
164 Emprunts auprès des établissements de crédit
165 Dépôts et cautionnements reçus
166 Participation des salariés aux résultats
1661 Participation : comptes bloqués
1662 Participation : fonds de participation
167 Emprunts et dettes assortis de conditions particulières
1671 Émissions de titres participatifs
1674 Avances conditionnées de l'État
168 Autres emprunts et dettes assimilées
1681 Autres emprunts
1688 Intérêts courus
17 Dettes rattachées à des participations
171 Dettes rattachées à des participations (groupe)
18 Comptes de liaison des établissements
181 Comptes de liaison des établissements
20 Immobilisations incorporelles
201 Frais d'établissement
203 Frais de développement
205 Concessions, brevets, licences, logiciels
206 Droit au bail
207 Fonds commercial
208 Autres immobilisations incorporelles
21 Immobilisations corporelles
211 Terrains
212 Agencements et aménagements de terrains
213 Constructions
214 Constructions sur sol d'autrui
215 Installations techniques, matériel et outillage
2151 Installations complexes spécialisées
2154 Matériel industriel
2155 Outillage industriel
218 Autres immobilisations corporelles
2181 Installations générales, agencements, aménagements divers
2182 Matériel de transport
2183 Matériel de bureau et matériel informatique
2184 Mobilier
2185 Cheptel
23 Immobilisations en cours
231 Immobilisations corporelles en cours
232 Immobilisations incorporelles en cours
237 Avances et acomptes versés sur immobilisations incorporelles
238 Avances et acomptes versés sur immobilisations corporelles
26 Participations et créances rattachées
261 Titres de participation
266 Autres formes de participation
267 Créances rattachées à des participations
27 Autres immobilisations financières
271 Titres immobilisés (droit de propriété)
272 Titres immobilisés (droit de créance)
274 Prêts
275 Dépôts et cautionnements versés
276 Autres créances immobilisées
28 Amortissements des immobilisations
280 Amortissements des immobilisations incorporelles
2805 Amortissements des concessions, brevets, licences, logiciels
281 Amortissements des immobilisations corporelles
2813 Amortissements des constructions
2815 Amortissements des installations techniques, matériel et outillage
2818 Amortissements des autres immobilisations corporelles
29 Dépréciations des immobilisations
290 Dépréciations des immobilisations incorporelles
291 Dépréciations des immobilisations corporelles
296 Dépréciations des participations
297 Dépréciations des autres immobilisations financières
31 Matières premières
310 Stocks de matières premières et fournitures
32 Autres approvisionnements
321 Stocks de matières consommables
322 Stocks de fournitures consommables
326 Stocks d'emballages
33 En-cours de production de biens
331 Produits en cours
335 Travaux en cours
34 En-cours de production de services
341 Études en cours
345 Prestations de services en cours
35 Stocks de produits
351 Produits intermédiaires
355 Produits finis
37 Stocks de marchandises
370 Stocks de marchandises
39 Dépréciations des stocks et en-cours
391 Dépréciations des matières premières
395 Dépréciations des stocks de produits
397 Dépréciations des stocks de marchandises
`;
